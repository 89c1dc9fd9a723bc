import { expect } from 'chai';
import { enter } from '../../../../lti-tool/use-cases/enter.ts';
import type { Launch } from '../../../../lti-tool/use-cases/launch.ts';
import type { Member, RosterService, Unavailable } from '../../../../lti-tool/use-cases/lti-ports.ts';
import { authenticate, type Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { chooseQualification } from '../../../../lti-tool/use-cases/qualifications.ts';
import type { RosterReading } from '../../../../lti-tool/use-cases/roster/read-roster.ts';
import { refreshRosters, rosterInterval } from '../../../../lti-tool/use-cases/roster/refresh-rosters.ts';
import { viewCaseload, viewMatrix } from '../../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../../lti-tool/use-cases/view-enrolment.ts';
import { aLaunch, type Centre, openCentre, setRoleOf } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const membershipsUrl = 'https://lms.example/members?type_id=1';
const minute = 60_000;

const member = (userId: string, name: string | null, role = 'Learner', active = true): Member => ({
  userId,
  name,
  givenName: name?.split(' ')[0] ?? null,
  familyName: name?.split(' ')[1] ?? null,
  roles: [role],
  active,
});
const amelia = member('5', 'Amelia Hart');
const kwame = member('6', 'Kwame Boateng');
const priya = member('3', 'Priya Nair', 'Instructor');
const personOf = ({ userId, name, givenName, familyName }: Member) => ({ sub: userId, name, givenName, familyName });

describe('the roster of a course', () => {
  let centre: Centre;
  let list: readonly Member[] | Unavailable;
  let listOfLink: readonly Member[] | Unavailable;
  let asked: string[];
  beforeEach(async () => {
    centre = await openCentre();
    list = [priya, amelia, kwame];
    listOfLink = { kind: 'unavailable', status: 404, reason: 'no' };
    asked = [];
  });
  afterEach(() => centre.close());

  const service: RosterService = {
    async members(address) {
      asked.push(address.membershipsUrl);
      const found = address.membershipsUrl.includes('rlid') ? listOfLink : list;
      return 'kind' in found ? found : [...found];
    },
  };
  const refresh = async (): Promise<RosterReading[]> => {
    const readings: RosterReading[] = [];
    const deps = { ...centre.deps, roster: service };
    await refreshRosters(deps, new AbortController().signal, (_roster, reading) => readings.push(reading));
    return readings;
  };
  const launch = async (who: Member, changes: Partial<Launch> = {}): Promise<Principal> => {
    const roles = [membership + (who.roles[0] ?? '')];
    const entry = await enter(centre.deps, aLaunch({ person: personOf(who), roles, membershipsUrl, ...changes }));
    if (entry.kind !== 'entered') throw new Error(entry.reason);
    return authenticate(centre.deps, entry.token);
  };
  const caseload = async (principal: Principal) =>
    (await viewCaseload(centre.deps, principal)).rows.map(
      ({ learner, left }) => learner.name + (left ? ' (left)' : ''),
    );
  /** Later, when a teacher comes again. */
  const again = async () => {
    centre.deps.clock.advance(2 * minute);
    const teacher = await launch(priya);
    await refresh();
    return teacher;
  };

  it('is read after a teacher’s launch, and shows learners who never launched', async () => {
    const teacher = await launch(priya);
    expect(await caseload(teacher)).to.deep.equal([]);
    expect(await refresh()).to.deep.equal([{ kind: 'read', members: 3 }]);
    expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
    expect((await viewMatrix(centre.deps, teacher)).rows.map(({ name }) => name)).to.deep.equal([
      'Amelia Hart',
      'Kwame Boateng',
    ]);
  });
  it('says of a learner who never launched that they are not here yet, until they are', async () => {
    const teacher = await launch(priya);
    await refresh();
    const never = async () => [
      (await viewMatrix(centre.deps, teacher)).rows.filter(({ neverOpened }) => neverOpened).map(({ name }) => name),
      (await viewCaseload(centre.deps, teacher)).rows
        .filter((row) => row.neverOpened)
        .map(({ learner }) => learner.name),
    ];
    const both = ['Amelia Hart', 'Kwame Boateng'];
    expect(await never()).to.deep.equal([both, both]);
    await launch(amelia);
    expect(await never()).to.deep.equal([['Kwame Boateng'], ['Kwame Boateng']]);
  });
  it('is not read after a learner’s launch, nor where the platform offers none', async () => {
    await launch(amelia);
    await launch(priya, { membershipsUrl: null });
    expect(await refresh()).to.deep.equal([]);
  });
  it('is read once however many teachers come within a minute, and again by schedule', async () => {
    await launch(priya);
    await refresh();
    await launch(priya);
    expect(await refresh()).to.deep.equal([]);
    centre.deps.clock.advance(minute);
    expect(await refresh()).to.have.length(1);
    expect(await refresh()).to.deep.equal([]);
    centre.deps.clock.advance(rosterInterval);
    expect(await refresh()).to.have.length(1);
  });
  it('is read by one of many processes', async () => {
    await launch(priya);
    await Promise.all([refresh(), refresh(), refresh()]);
    expect(asked).to.deep.equal([membershipsUrl]);
  });
  it('gives a learner who launches later the enrolment that is there already', async () => {
    const teacher = await launch(priya);
    await refresh();
    const [row] = (await viewCaseload(centre.deps, teacher)).rows;
    await launch(amelia);
    expect(await caseload(teacher)).to.have.length(2);
    expect((await viewCaseload(centre.deps, teacher)).rows[0]?.enrolmentId).to.equal(row?.enrolmentId);
  });
  it('waits for a qualification, and is read again as soon as one is chosen', async () => {
    const teacher = await launch(priya, { custom: {} });
    await refresh();
    centre.deps.clock.advance(2 * minute);
    await chooseQualification(centre.deps, teacher, { number: '601/3562/1', version: '1' });
    await refresh();
    expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
  });

  describe('that changed', () => {
    it('shows who is new, and follows names', async () => {
      await launch(priya);
      await refresh();
      list = [priya, amelia, { ...kwame, name: 'Kwame Mensah' }, member('8', 'Nadia Novak')];
      expect(await caseload(await again())).to.deep.equal(['Amelia Hart', 'Kwame Mensah', 'Nadia Novak']);
    });
    it('marks who left, keeps what they did, and knows them when they are back', async () => {
      await launch(priya);
      const learner = await launch(amelia);
      await centre.submitted(learner, ['201/1.1', '201/1.3']);
      await refresh();
      list = [priya, kwame];
      const teacher = await again();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart (left)', 'Kwame Boateng']);
      const [row] = (await viewCaseload(centre.deps, teacher)).rows;
      expect(row?.unconfirmed).to.equal(2);
      if (!row) throw new Error('no row');
      expect((await viewEnrolment(centre.deps, teacher, row.enrolmentId)).learner.name).to.equal('Amelia Hart');
      list = [priya, amelia, kwame];
      expect(await caseload(await again())).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
    });
    it('says of leavers’ scores that they are no longer enrolled', async () => {
      await launch(priya);
      const learner = await launch(amelia);
      await refresh();
      list = [priya, kwame];
      const teacher = await again();
      const [row] = (await viewCaseload(centre.deps, teacher)).rows;
      const kept = () => centre.store.stores.enrolments.find(learner.tenantId, row?.enrolmentId as never);
      expect((await kept())?.publication.notEnrolled).to.equal(true);
      list = [priya, amelia, kwame];
      await again();
      expect((await kept())?.publication.notEnrolled).to.equal(false);
    });
    it('drops learners who left without ever coming', async () => {
      await launch(priya);
      await refresh();
      list = [priya, amelia];
      expect(await caseload(await again())).to.deep.equal(['Amelia Hart']);
    });
    it('treats the inactive as gone', async () => {
      await launch(priya);
      await launch(kwame);
      await refresh();
      list = [priya, amelia, { ...kwame, active: false }];
      expect(await caseload(await again())).to.deep.equal(['Amelia Hart', 'Kwame Boateng (left)']);
    });
    it('ends the session of who left, and lets them in by a new launch', async () => {
      await launch(priya);
      const entry = await enter(centre.deps, aLaunch({ person: personOf(amelia), membershipsUrl }));
      if (entry.kind !== 'entered') throw new Error(entry.reason);
      await refresh();
      list = [priya, kwame];
      await again();
      expect(await failureOf(authenticate(centre.deps, entry.token))).to.equal('sessionEnded');
      await launch(amelia);
      await authenticate(centre.deps, entry.token);
    });
    it('leaves alone who launches and is never listed, as a Moodle’s administrators', async () => {
      const admin = member('2', 'Morgan Lee', 'Administrator');
      await launch(admin);
      await refresh();
      const entry = await enter(
        centre.deps,
        aLaunch({ person: personOf(admin), roles: [`${membership}Administrator`] }),
      );
      if (entry.kind !== 'entered') throw new Error(entry.reason);
      await again();
      expect((await authenticate(centre.deps, entry.token)).role).to.equal('manager');
    });
  });

  describe('and roles', () => {
    it('is outranked by a launch: a Moodle lists its non-editing teachers as learners', async () => {
      const tom = member('4', 'Tom Okafor');
      list = [priya, tom, amelia];
      const teacher = await launch(priya);
      await refresh();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Tom Okafor']);
      await launch({ ...tom, roles: ['Instructor'] });
      await again();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart']);
    });
    it('is outranked by a manager’s setting', async () => {
      const teacher = await launch(priya);
      await refresh();
      const learner = await launch(kwame);
      await setRoleOf(centre.deps, learner, 'traineeAssessor');
      await again();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart']);
    });
    it('knows long names, short names, and passes over roles that are none of ours', async () => {
      list = [
        member('3', 'Priya Nair', `${membership}Instructor`),
        member('5', 'Amelia Hart', `${membership}Learner`),
        member('9', 'Mo Mentor', `${membership}Mentor`),
      ];
      const teacher = await launch(priya);
      await refresh();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart']);
    });
  });

  describe('with names withheld', () => {
    const unnamed = (all: readonly Member[]) =>
      all.map((one) => ({ ...one, name: null, givenName: null, familyName: null }));
    it('shows short codes that stay the same', async () => {
      list = unnamed([priya, amelia, kwame]);
      const teacher = await launch(priya);
      await refresh();
      const first = await caseload(teacher);
      for (const name of first) expect(name).to.match(/^Person [0-9A-Z]{6}$/);
      expect(new Set(first).size).to.equal(2);
      await again();
      expect(await caseload(teacher)).to.deep.equal(first);
    });
    it('asks for the people of the link, which may have names', async () => {
      list = unnamed([priya, amelia, kwame]);
      listOfLink = [amelia];
      const teacher = await launch(priya);
      await refresh();
      expect(asked).to.deep.equal([membershipsUrl, `${membershipsUrl}&rlid=1`]);
      const names = await caseload(teacher);
      expect(names[0]).to.equal('Amelia Hart');
      expect(names).to.have.length(2);
    });
    it('keeps names that are known from before', async () => {
      const teacher = await launch(priya);
      await refresh();
      list = unnamed([priya, amelia, kwame]);
      await again();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
    });
  });

  describe('that cannot be had', () => {
    it('changes nothing, says why, and is tried again a quarter of an hour later', async () => {
      const teacher = await launch(priya);
      await refresh();
      list = { kind: 'unavailable', status: 500, reason: 'The platform failed (500).' };
      centre.deps.clock.advance(rosterInterval);
      expect(await refresh()).to.deep.equal([{ kind: 'fault', reason: 'The platform failed (500).' }]);
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
      expect((await centre.store.stores.rosters.find(teacher))?.fault).to.equal('The platform failed (500).');
      list = [priya, amelia];
      expect(await refresh()).to.deep.equal([]);
      centre.deps.clock.advance(15 * minute);
      expect(await refresh()).to.deep.equal([{ kind: 'read', members: 2 }]);
      expect((await centre.store.stores.rosters.find(teacher))?.fault).to.equal(null);
    });
    it('is not believed to be empty', async () => {
      const teacher = await launch(priya);
      await refresh();
      list = [];
      await again();
      expect(await caseload(teacher)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
    });
  });

  it('stays within its tenant and its context', async () => {
    await launch(priya);
    const other = await launch(priya, { registrationId: 'registration-2', membershipsUrl: null });
    const elsewhere = await launch(priya, { context: { id: '3', title: 'B', label: null }, membershipsUrl: null });
    await refresh();
    expect(await caseload(other)).to.deep.equal([]);
    expect(await caseload(elsewhere)).to.deep.equal([]);
  });
  it('makes all learners of a large course appear in one go', async function () {
    this.timeout(30_000);
    // A database server of the tests takes many times longer for each.
    const many = process.env.DATABASE_URL ? 100 : 1_000;
    list = [priya, ...Array.from({ length: many }, (_, index) => member(`l${index}`, `Learner ${index}`))];
    const teacher = await launch(priya);
    await refresh();
    expect(await caseload(teacher)).to.have.length(many);
  });
});
