import { expect } from 'chai';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

describe('confirmed progress in the gradebook of a failing LMS', () => {
  let demo: RunningDemo;
  let learner: string;
  let assessor: string;
  let path: string;
  beforeEach(async () => {
    demo = await startRunningDemo();
    learner = await demo.launch('amelia');
    assessor = await demo.launch('priya');
    const { enrolmentId } = (await demo.api(learner, 'GET', '/api/me')).body as { enrolmentId: string };
    const wording = { title: 'Call', method: 'product', narrative: '', links: [] };
    const { id } = (await demo.api(learner, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording)).body as {
      id: string;
    };
    path = `/api/evidence/${id}`;
    await demo.api(learner, 'POST', `${path}/ticks`, { tick: ['201/1.1', '201/1.2', '201/1.3'], untick: [] });
    await demo.api(learner, 'POST', `${path}/submit`, {});
  });
  afterEach(() => demo.close());
  const confirm = (...ids: string[]) => demo.api(assessor, 'POST', `${path}/ticks`, { tick: ids, untick: [] });
  const comment = () =>
    demo.lms.gradebook(demo.lms.courses()[0]?.id ?? '').find((row) => row.name === 'Amelia Hart')?.comment ?? null;
  const posts = () => demo.lms.requests.filter(({ service, method }) => service === 'scores' && method === 'POST');

  it('arrives within five seconds of a confirmation', async () => {
    await confirm('201/1.1');
    await eventually(() => void expect(comment()).to.equal('1 of 81 criteria confirmed; 2 await an assessor'), 5_000);
  });

  it('arrives as one score for a burst', async () => {
    await Promise.all(['201/1.1', '201/1.2', '201/1.3'].map((id) => confirm(id)));
    await eventually(() => void expect(comment()).to.equal('3 of 81 criteria confirmed'), 5_000);
    expect(posts().length).to.be.at.most(2);
  });

  for (const how of [{ status: 500 }, { status: 429, retryAfterSeconds: 1 }, 'reset'] as const) {
    it(`arrives after the LMS failed twice with ${JSON.stringify(how)}`, async () => {
      demo.lms.fail({ on: 'scores', how, times: 2 });
      await confirm('201/1.1');
      await eventually(() => void expect(comment()).to.contain('1 of 81'), 15_000);
      expect(posts().length).to.be.at.least(3);
    });
  }

  it('arrives after the token service failed', async () => {
    demo.lms.fail({ on: 'token', how: { status: 500 }, times: 1 });
    await confirm('201/1.1');
    await eventually(() => void expect(comment()).to.contain('1 of 81'), 15_000);
  });
});
