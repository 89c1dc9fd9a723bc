import { expect } from 'chai';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

type Json = Readonly<Record<string, unknown>>;
const path = '/api/content-selection';
const choice = { number: '601/3562/1', version: '1', units: ['201', '202'], title: 'Shop floor', columns: 'one' };

for (const manner of ['moodle', 'canvas'] as const)
  describe(`adding an activity to a course of a ${manner}-like LMS`, () => {
    let demo: RunningDemo;
    before(async function () {
      this.timeout(60_000);
      demo = await startRunningDemo(manner);
    });
    after(() => demo?.close());
    const selecting = (person: string, content = {}) => demo.launchPage({ person, content });
    const answer = async (token: string, body: unknown) => {
      const { status, body: reply } = await demo.api(token, 'POST', path, body);
      return { status, reply: reply as Json };
    };
    const post = (address: string, jwt: string) =>
      fetch(address, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });
    const activities = () => demo.lms.courses()[0]?.activities ?? [];

    it('comes out as an activity of the qualification and units that were chosen', async () => {
      const { token, contentReturnUrl } = await selecting('priya');
      const { reply } = await answer(token, { choices: [choice] });
      const page = await post(contentReturnUrl ?? '', String(reply.jwt));
      expect(page.status, await page.clone().text()).to.equal(200);
      expect(await page.text()).to.contain('Shop floor');
      const made = activities().find(({ title }) => title === 'Shop floor');
      expect(made?.lineItemId).to.be.a('string');
      const learner = await demo.launchPage({ person: 'amelia', activity: made?.id ?? '' });
      const me = (await demo.api(learner.token, 'GET', '/api/me')).body as Json;
      const enrolment = (await demo.api(learner.token, 'GET', `/api/enrolments/${me.enrolmentId}`)).body as Json;
      expect(me.linkTitle).to.equal('Shop floor');
      expect(enrolment.unitRefs).to.deep.equal(['201', '202']);
    });
    it('makes an activity and a column for each unit where that is chosen', async () => {
      const before = activities().length;
      const { token, contentReturnUrl } = await selecting('morgan');
      const { reply } = await answer(token, { choices: [{ ...choice, title: 'By unit', columns: 'units' }] });
      await post(contentReturnUrl ?? '', String(reply.jwt));
      expect(activities()).to.have.length(before + 3);
      expect(new Set(activities().map(({ lineItemId }) => lineItemId)).size).to.equal(activities().length);
    });
    it('is refused to learners, with a page that says so', async () => {
      const refusal = await selecting('amelia').catch(String);
      expect(refusal).to.contain('403').and.to.contain('Only teachers can add Countersign');
    });
    it('is answered once', async () => {
      const { token } = await selecting('priya');
      expect((await answer(token, { choices: [] })).status).to.equal(200);
      expect(await answer(token, { choices: [] })).to.deep.include({ status: 401 });
      expect((await demo.api(token, 'GET', path)).status).to.equal(401);
    });
    it('has a token that opens nothing else, and no session opens it', async () => {
      const { token } = await selecting('priya');
      expect((await demo.api(token, 'GET', '/api/me')).status).to.equal(401);
      expect((await demo.api(token, 'GET', '/api/caseload')).status).to.equal(401);
      const session = await demo.launch('priya');
      expect((await demo.api(session, 'GET', path)).status).to.equal(401);
      expect((await fetch(demo.toolUrl + path)).status).to.equal(401);
    });
    it('refuses answers that are none', async () => {
      const { token } = await selecting('priya');
      for (const body of [
        {},
        { choices: null },
        { choices: [{}] },
        { choices: Array(11).fill(choice) },
        { choices: [{ ...choice, units: [] }] },
        { choices: [{ ...choice, title: ' ' }] },
        { choices: [{ ...choice, columns: 'many' }] },
        { choices: [{ ...choice, url: 'https://evil.example' }] },
        { choices: [{ ...choice, number: { $ne: '' } }] },
      ])
        expect((await answer(token, body)).status, JSON.stringify(body)).to.equal(400);
      expect((await answer(token, { choices: [choice] })).status).to.equal(200);
    });
    it('gives the page to the platform’s origin only: to frame it, and to take its form', async () => {
      const { contentReturnUrl, platformOrigin } = await selecting('priya');
      expect(new URL(contentReturnUrl ?? '').origin).to.equal(platformOrigin);
    });
    it('is not taken by the LMS where somebody else signed it', async () => {
      const { token, contentReturnUrl } = await selecting('priya');
      const { reply } = await answer(token, { choices: [choice] });
      const [head, body] = String(reply.jwt).split('.');
      const before = activities().length;
      expect((await post(contentReturnUrl ?? '', `${head}.${body}.${'A'.repeat(342)}`)).status).to.equal(400);
      expect(activities()).to.have.length(before);
    });
  });

describe('copies of courses and activities', () => {
  for (const manner of ['moodle', 'canvas'] as const)
    it(`keep their qualification in a ${manner}-like LMS, though none of them names it`, async function () {
      this.timeout(60_000);
      const demo = await startRunningDemo(manner);
      try {
        const course = demo.lms.courses()[0];
        const made = demo.lms.addActivity({ courseId: course?.id ?? '', title: 'By hand' });
        const open = async (activity: string, courseId?: string) => {
          const place = courseId === undefined ? {} : { course: courseId };
          const { token } = await demo.launchPage({ person: 'priya', activity, ...place });
          return { token, me: (await demo.api(token, 'GET', '/api/me')).body as Json };
        };
        const { token, me } = await open(made.id);
        expect(me.qualificationId).to.equal(null);
        await demo.api(token, 'POST', '/api/link/qualification', { number: '601/3562/1', version: '1' });
        const copy = demo.lms.copyCourse(course?.id ?? '');
        const copied = copy.activities.find(({ title }) => title === 'By hand');
        expect((await open(copied?.id ?? '', copy.id)).me.qualificationId).to.be.a('string');
        if (manner === 'canvas') {
          const twin = demo.lms.copyActivity(made.id);
          expect((await open(twin.id)).me)
            .to.include({ linkTitle: 'By hand (copy)' })
            .and.to.have.property('qualificationId')
            .that.is.a('string');
        }
      } finally {
        await demo.close();
      }
    });
});
