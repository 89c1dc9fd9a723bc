import { expect } from 'chai';
import { systemCrypto } from '../../../lti-tool/tool.ts';
import { enter } from '../../../lti-tool/use-cases/enter.ts';
import { authenticate, sessionLifetime } from '../../../lti-tool/use-cases/principal.ts';
import { chooseQualification, listQualificationChoices } from '../../../lti-tool/use-cases/qualifications.ts';
import { setRole } from '../../../lti-tool/use-cases/set-role.ts';
import { viewCaseload } from '../../../lti-tool/use-cases/view-caseload.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import { aLaunch, type Centre, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

const instructor = ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'];
const learner = ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'];

describe('entering by a launch', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.close());
  const launched = async (changes: Parameters<typeof aLaunch>[0] = {}) => {
    const entry = await enter(centre.deps, aLaunch(changes));
    if (entry.kind !== 'entered') throw new Error(entry.reason);
    return { token: entry.token, principal: await authenticate(centre.deps, entry.token) };
  };

  it('gives a learner an enrolment on the qualification of the link, once', async () => {
    const first = await viewMe(centre.deps, (await launched()).principal);
    const second = await viewMe(centre.deps, (await launched()).principal);
    expect(first.role).to.equal('learner');
    expect(first.person.name).to.equal('Amelia Hart');
    expect(first.enrolmentId).to.be.a('string');
    expect(second).to.deep.equal(first);
  });

  it('makes one person of many launches at the same moment', async () => {
    const entries = await Promise.all(Array.from({ length: 8 }, () => launched()));
    expect(new Set(entries.map(({ principal }) => principal.personId)).size).to.equal(1);
    expect(new Set(entries.map(({ token }) => token)).size).to.equal(8);
  });

  it('keeps tenants apart, even with the same user, context and link ids', async () => {
    const here = (await launched()).principal;
    const there = (await launched({ registrationId: 'registration-2', clientId: 'client-2' })).principal;
    const elsewhere = (await launched({ deploymentId: '2' })).principal;
    expect(new Set([here, there, elsewhere].map((principal) => principal.tenantId)).size).to.equal(3);
    expect(new Set([here, there, elsewhere].map((principal) => principal.personId)).size).to.equal(3);
  });

  it('keeps a known name when the platform withholds it later, and shows a short code where it never came', async () => {
    await launched();
    const withheld = { sub: '5', name: null, givenName: null, familyName: null };
    const again = await viewMe(centre.deps, (await launched({ person: withheld })).principal);
    expect(again.person.name).to.equal('Amelia Hart');
    const never = await viewMe(centre.deps, (await launched({ person: { ...withheld, sub: '99' } })).principal);
    expect(never.person.name).to.match(/^Person [0-9A-Z]{6}$/);
  });

  it('follows a role set by a manager above the launch, before the first launch too', async () => {
    const registration = { id: 'registration-1', issuer: 'https://lms.example', clientId: 'client-1', name: 'College' };
    const setting = { deploymentId: '1', lmsContextId: '2', lmsUserId: '7', role: 'traineeAssessor' as const };
    await setRole({ ...centre.deps, crypto: systemCrypto }, registration, setting);
    const tom = { sub: '7', name: 'Tom Okafor', givenName: 'Tom', familyName: 'Okafor' };
    expect((await launched({ person: tom, roles: instructor })).principal.role).to.equal('traineeAssessor');
  });

  it('leaves a teacher who once launched as a student out of the caseload after they are a teacher again', async () => {
    const priya = { sub: '3', name: 'Priya Nair', givenName: 'Priya', familyName: 'Nair' };
    await launched();
    await launched({ person: priya, roles: learner });
    const { principal } = await launched({ person: priya, roles: instructor });
    const { rows } = await viewCaseload(centre.deps, principal);
    expect(rows.map((row) => row.learner.name)).to.deep.equal(['Amelia Hart']);
  });

  it('opens nothing for nobody, and nothing for a person without a role', async () => {
    expect(await enter(centre.deps, aLaunch({ person: null }))).to.deep.equal({
      kind: 'refused',
      reason: 'anonymousLaunch',
    });
    expect(await enter(centre.deps, aLaunch({ roles: [] }))).to.deep.equal({ kind: 'refused', reason: 'noRole' });
  });

  it('lets staff choose the qualification of a link that has none, once', async () => {
    const custom = {};
    const { principal: amelia } = await launched({ custom });
    expect((await viewMe(centre.deps, amelia)).qualificationId).to.equal(null);
    expect(await failureOf(listQualificationChoices(centre.deps, amelia))).to.equal('roleNotAllowed');
    const priya = { sub: '3', name: 'Priya Nair', givenName: 'Priya', familyName: 'Nair' };
    const { principal } = await launched({ custom, person: priya, roles: instructor });
    expect(await failureOf(viewCaseload(centre.deps, principal))).to.equal('qualificationMissing');
    const { choices } = await listQualificationChoices(centre.deps, principal);
    expect(choices.map(({ number }) => number)).to.deep.equal(['601/3562/1']);
    await chooseQualification(centre.deps, principal, { number: '601/3562/1', version: '1' });
    expect((await viewMe(centre.deps, amelia)).enrolmentId).to.be.a('string');
  });

  describe('session', () => {
    it('slides while it is used and ends eight hours after its last use', async () => {
      const { token } = await launched();
      centre.deps.clock.advance(sessionLifetime - 1_000);
      await authenticate(centre.deps, token);
      centre.deps.clock.advance(sessionLifetime - 1_000);
      await authenticate(centre.deps, token);
      centre.deps.clock.advance(sessionLifetime + 1);
      expect(await failureOf(authenticate(centre.deps, token))).to.equal('sessionEnded');
    });

    it('is not kept as it is: the database holds only its hash', async () => {
      const { token } = await launched();
      const kept = await centre.store.stores.sessions.find(token, '2026-11-23T09:00:00.000Z');
      expect(kept).to.equal(null);
    });

    it('ends at once when revoked, and there is none without a token', async () => {
      const { token } = await launched();
      await centre.store.stores.sessions.remove(systemCrypto.sha256(token));
      expect(await failureOf(authenticate(centre.deps, token))).to.equal('sessionEnded');
      expect(await failureOf(authenticate(centre.deps, null))).to.equal('sessionMissing');
    });
  });
});
