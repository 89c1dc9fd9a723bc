import { expect } from 'chai';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

describe('a learner’s work in Canvas’s SpeedGrader', () => {
  let demo: RunningDemo;
  let evidence: string;
  let assessor: string;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo('canvas');
    const learner = await demo.launch('amelia');
    assessor = await demo.launch('priya');
    const { enrolmentId } = (await demo.api(learner, 'GET', '/api/me')).body as { enrolmentId: string };
    const wording = { title: 'Call', method: 'product', narrative: '', links: [] };
    const made = await demo.api(learner, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording);
    evidence = (made.body as { id: string }).id;
    await tick(learner, '201/1.1', '201/1.2', '201/1.3');
    await demo.api(learner, 'POST', `/api/evidence/${evidence}/submit`, {});
  });
  after(() => demo?.close());
  const tick = (token: string, ...ids: string[]) =>
    demo.api(token, 'POST', `/api/evidence/${evidence}/ticks`, { tick: ids, untick: [] });
  const course = () => demo.lms.courses()[0];
  const row = () => demo.lms.gradebook(course()?.id ?? '').find(({ person }) => person === 'amelia');

  it('is one attempt however many scores come, by an address that needs a launch', async () => {
    await tick(assessor, '201/1.1');
    await eventually(() => void expect(row()?.comment).to.contain('1 of'), 15_000);
    const first = row()?.submission;
    expect(first).to.deep.include({ attempt: 1, type: 'basic_lti_launch' });
    expect(first?.address).to.equal(`${demo.toolUrl}/lti/launch?cs_learner=${demo.lms.person('amelia').sub}`);
    await tick(assessor, '201/1.2');
    await eventually(() => void expect(row()?.comment).to.contain('2 of'), 15_000);
    expect(row()?.submission).to.deep.equal(first);
    const bare = await fetch(first?.address ?? '');
    expect(bare.status).to.be.at.least(400);
    expect(await bare.text()).not.to.contain('Amelia');
  });
  it('is linked from the gradebook, and opens at the item that waits', async () => {
    const cookie = demo.lms.cookieOf('priya');
    const gradebook = await (
      await fetch(`${demo.lms.url}/courses/${course()?.id}/gradebook`, { headers: { cookie } })
    ).text();
    expect(gradebook).to.match(/speed_grader\?assignment_id=\d+&(?:amp;)?student_id=\d+/);
    const { start } = await demo.launchPage({ person: 'priya', review: 'amelia' });
    expect(start).to.deep.equal(['evidence', evidence]);
  });
  it('stays shut to another learner who launches its address', async () => {
    const address = row()?.submission?.address ?? '';
    const overrides = { 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri': address };
    const { start, token } = await demo.launchPage({ person: 'kwame', overrides });
    expect(start).to.equal(null);
    expect((await demo.api(token, 'GET', `/api/evidence/${evidence}`)).status).to.equal(404);
  });
});
