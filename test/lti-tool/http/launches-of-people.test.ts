import { expect } from 'chai';
import { claim } from '../../builders/lti/fixture.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

type Json = Readonly<Record<string, unknown>>;

describe('who launches, and from where', () => {
  let moodle: RunningDemo;
  before(async function () {
    this.timeout(60_000);
    moodle = await startRunningDemo();
  });
  after(() => moodle?.close());
  const refused = (overrides: Record<string, unknown>) =>
    moodle.launchPage({ person: 'amelia', overrides }).then(() => 'opened', String);
  const me = async (token: string, demo = moodle) => (await demo.api(token, 'GET', '/api/me')).body as Json;

  it('is told on a page, with help, where the LMS does not say who they are', async () => {
    const page = await refused({ sub: undefined });
    expect(page).to.contain('403').and.to.contain('The course did not say who you are');
    expect(page).to.contain('/lti/help/anonymousLaunch').and.not.to.contain('id="boot"');
  });
  for (const [says, roles] of [
    ['no role', []],
    ['a role of no course', ['http://purl.imsglobal.org/vocab/lis/v2/system/person#User']],
    ['an observer', ['http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor']],
    ['a role that nobody knows', ['urn:example:role/Visitor']],
  ] as const)
    it(`is told on a page, with help, where the LMS says ${says}`, async () => {
      const page = await refused({ [claim.roles]: roles });
      expect(page).to.contain('403').and.to.contain('The course did not say what your role is');
      expect(page).to.contain('/lti/help/noRole').and.not.to.contain('id="boot"');
    });
  it('are one person in two courses, with the role that they have in each', async () => {
    const [first, second] = moodle.lms.courses();
    const here = await moodle.launch('priya', first?.id);
    const there = await moodle.launchPage({
      person: 'priya',
      course: second?.id ?? '',
      overrides: { [claim.roles]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'] },
    });
    const [one, two] = [await me(here), await me(there.token)];
    expect((one.person as Json).id).to.equal((two.person as Json).id);
    expect([one.role, two.role]).to.deep.equal(['assessor', 'learner']);
    expect(one.context).not.to.deep.equal(two.context);
    // Each session stays in its own course.
    expect((await moodle.api(there.token, 'GET', '/api/caseload')).status).to.equal(403);
  });
  it('follow the LMS when it renames course and activity', async () => {
    const context = { id: '2', label: 'CS', title: 'Renamed course', type: ['CourseSection'] };
    const link = { id: '2', title: 'Renamed activity' };
    const overrides = { [claim.context]: context, [claim.resourceLink]: link };
    const { token } = await moodle.launchPage({ person: 'priya', overrides });
    expect(await me(token)).to.deep.include({ linkTitle: 'Renamed activity', context: { title: 'Renamed course' } });
  });
});
