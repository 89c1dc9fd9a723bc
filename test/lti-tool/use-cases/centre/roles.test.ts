import { expect } from 'chai';
import { changeRole, viewPeople } from '../../../../lti-tool/use-cases/centre/people.ts';
import { changeSettings, viewSettings } from '../../../../lti-tool/use-cases/centre/settings.ts';
import { viewRecord } from '../../../../lti-tool/use-cases/centre/view-record.ts';
import { enter } from '../../../../lti-tool/use-cases/enter.ts';
import { authenticate, type Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { centreRecordViewSchema, peopleViewSchema, settingsViewSchema } from '../../../../shared/api/centre-views.ts';
import { defaultRoleMapping, type RoleMapping, roles } from '../../../../shared/domain/roles.ts';
import { aLaunch, type Centre, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const instructor = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';

describe('the roles of a centre', () => {
  let centre: Centre;
  let morgan: Principal;
  beforeEach(async () => {
    centre = await openCentre();
    morgan = await centre.person('Morgan Lee', 'manager');
  });
  afterEach(() => centre.close());

  /** A teacher with a session that stays, and what they act as at their next call. */
  async function teacher(name: string, groups = '') {
    const launch = aLaunch({
      person: { sub: name, name, givenName: name, familyName: '' },
      roles: [instructor],
      custom: { cs_qualification: '601/3562/1', cs_groups: groups },
    });
    const entry = await enter(centre.deps, launch);
    if (entry.kind !== 'entered') throw new Error(entry.reason);
    return () => authenticate(centre.deps, entry.token);
  }
  async function setMapping(mapping: Partial<RoleMapping>): Promise<void> {
    const { version, evidenceNeeded } = await viewSettings(centre.deps, morgan);
    const roleMapping = { ...defaultRoleMapping, ...mapping };
    await changeSettings(centre.deps, morgan, { version, roleMapping, evidenceNeeded });
  }
  const people = async () => peopleViewSchema.parse(await viewPeople(centre.deps, morgan)).people;

  it('show what the platform says beside what a manager set', async () => {
    const priya = await (await teacher('Priya', '4, 17'))();
    await centre.person('Amelia Hart', 'learner');
    expect(
      (await people()).map(({ person, role, setRole, launchRole }) => [person.name, role, setRole, launchRole]),
    ).to.deep.equal([
      ['Amelia Hart', 'learner', null, 'learner'],
      ['Morgan Lee', 'manager', null, 'manager'],
      ['Priya', 'assessor', null, 'assessor'],
    ]);
    await changeRole(centre.deps, morgan, priya.personId, 'iqa');
    const row = (await people()).find(({ person }) => person.id === priya.personId);
    expect(row).to.deep.include({ role: 'iqa', setRole: 'iqa', launchRole: 'assessor', groups: ['4', '17'] });
    expect(row?.lastLaunchAt).to.equal('2026-11-23T09:00:00.000Z');
  });

  it("change at the person's next call, in the session they have, and back", async () => {
    const priya = await teacher('Priya');
    const { personId } = await priya();
    for (const role of ['traineeAssessor', 'eqa', 'learner', 'assessor'] as const) {
      await changeRole(centre.deps, morgan, personId, role);
      expect((await priya()).role).to.equal(role);
    }
    await changeRole(centre.deps, morgan, personId, 'iqa');
    await changeRole(centre.deps, morgan, personId, null);
    expect((await priya()).role).to.equal('assessor');
  });

  it('of unnamed Instructors are trainee assessor where assessors must be named, at once', async () => {
    const priya = await teacher('Priya');
    const tom = await teacher('Tom');
    await changeRole(centre.deps, morgan, (await priya()).personId, 'assessor');
    await setMapping({ assessorsMustBeNamed: true });
    expect([(await priya()).role, (await tom()).role]).to.deep.equal(['assessor', 'traineeAssessor']);
    await setMapping({ assessorsMustBeNamed: false });
    expect((await tom()).role).to.equal('assessor');
  });

  it("follow the platform's groups, for those who teach", async () => {
    const ines = await teacher('Ines', '17');
    const tom = await teacher('Tom', '$Moodle.Person.userGroupIds');
    const amelia = await centre.person('Amelia Hart', 'learner', { custom: { cs_groups: '17' } });
    await setMapping({ groups: [{ group: '17', role: 'iqa' }] });
    expect([(await ines()).role, (await tom()).role]).to.deep.equal(['iqa', 'assessor']);
    const row = (await people()).find(({ person }) => person.id === amelia.personId);
    expect(row?.role).to.equal('learner');
  });

  describe('the last manager', () => {
    it('cannot take the role from themselves, in any way', async () => {
      for (const role of roles.filter((one) => one !== 'manager'))
        expect(await failureOf(changeRole(centre.deps, morgan, morgan.personId, role))).to.equal('lastManager');
      expect((await people())[0]?.setRole).to.equal(null);
    });

    it('can once there is another', async () => {
      const priya = await teacher('Priya');
      await changeRole(centre.deps, morgan, (await priya()).personId, 'manager');
      await changeRole(centre.deps, morgan, morgan.personId, 'assessor');
      expect(await failureOf(changeRole(centre.deps, await priya(), (await priya()).personId, null))).to.equal(
        'lastManager',
      );
    });

    it('is left also where two managers step down at the same moment', async () => {
      const priya = await teacher('Priya');
      await changeRole(centre.deps, morgan, (await priya()).personId, 'manager');
      const other = await priya();
      await Promise.allSettled([
        changeRole(centre.deps, morgan, morgan.personId, 'assessor'),
        changeRole(centre.deps, other, other.personId, 'assessor'),
      ]);
      const { people: left } = await viewPeople(centre.deps, morgan);
      expect(left.filter(({ role }) => role === 'manager')).to.have.length.at.least(1);
    });
  });

  describe('are refused', () => {
    it('to everybody but a manager', async () => {
      const amelia = await centre.person('Amelia Hart', 'learner');
      for (const role of roles.filter((one) => one !== 'manager')) {
        const somebody = await centre.person(`A ${role}`, role);
        expect(await failureOf(changeRole(centre.deps, somebody, amelia.personId, 'assessor'))).to.equal(
          'roleNotAllowed',
        );
        expect(await failureOf(changeRole(centre.deps, somebody, somebody.personId, 'manager'))).to.equal(
          'roleNotAllowed',
        );
        expect(await failureOf(viewPeople(centre.deps, somebody))).to.equal('roleNotAllowed');
        expect(await failureOf(viewSettings(centre.deps, somebody))).to.equal('roleNotAllowed');
      }
    });

    it('to a manager of another tenant or context, who does not even see the people here', async () => {
      const amelia = await centre.person('Amelia Hart', 'learner');
      const elsewhere = { context: { id: '3', title: 'B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
      const far = { registrationId: 'registration-2', clientId: 'client-2' };
      for (const place of [elsewhere, far]) {
        const other = await centre.person('Olga Reyes', 'manager', place);
        expect(await failureOf(changeRole(centre.deps, other, amelia.personId, 'assessor'))).to.equal('notFound');
        const seen = (await viewPeople(centre.deps, other)).people.map(({ person }) => person.name);
        expect(seen).to.deep.equal(['Olga Reyes']);
        expect((await viewRecord(centre.deps, other)).entries).to.deep.equal([]);
      }
      expect((await people()).find(({ person }) => person.name === 'Amelia Hart')?.setRole).to.equal(null);
    });
  });

  describe('and settings', () => {
    const given = { roleMapping: defaultRoleMapping, evidenceNeeded: { centre: 2, qualifications: [] } };

    it('are changed only as they were shown', async () => {
      const { version } = settingsViewSchema.parse(await viewSettings(centre.deps, morgan));
      await changeSettings(centre.deps, morgan, { ...given, version });
      const late = { ...given, version, evidenceNeeded: { centre: 3, qualifications: [] } };
      expect(await failureOf(changeSettings(centre.deps, morgan, late))).to.equal('conflict');
      expect((await viewSettings(centre.deps, morgan)).evidenceNeeded.centre).to.equal(2);
    });

    it("may name only the centre's own qualifications", async () => {
      const qualifications = [{ qualificationId: 'someone-elses' as never, needed: 2 }];
      const wish = { ...given, version: 0, evidenceNeeded: { centre: 1, qualifications } };
      expect(await failureOf(changeSettings(centre.deps, morgan, wish))).to.equal('notFound');
    });
  });

  it('leave a record that says who, acting as what, from where, when, what before and after', async () => {
    const priya = await teacher('Priya');
    const { personId } = await priya();
    await changeRole(centre.deps, morgan, personId, 'iqa');
    await changeRole(centre.deps, morgan, personId, 'iqa');
    centre.deps.clock.advance(60_000);
    await changeRole(centre.deps, morgan, personId, null);
    centre.deps.clock.advance(60_000);
    await setMapping({ assessorsMustBeNamed: true });
    const { entries } = centreRecordViewSchema.parse(await viewRecord(centre.deps, morgan));
    expect(entries.map(({ change }) => change.kind)).to.deep.equal(['settings', 'role', 'role']);
    expect(entries[2]).to.deep.equal({
      at: '2026-11-23T09:00:00.000Z',
      byName: 'Morgan Lee',
      actingAs: 'manager',
      origin: 'panel',
      change: { kind: 'role', personName: 'Priya', before: null, after: 'iqa' },
    });
    expect(entries[1]?.change).to.deep.include({ before: 'iqa', after: null });
    const [settings] = entries;
    expect(settings?.change.kind === 'settings' && settings.change.after.roleMapping.assessorsMustBeNamed).to.equal(
      true,
    );
    expect(await failureOf(viewRecord(centre.deps, await centre.person('Anna', 'assessor')))).to.equal(
      'roleNotAllowed',
    );
  });
});
