import { expect } from 'chai';
import { readConfig } from '../../lti-tool/config.ts';
import { startPublisherProcess } from '../../lti-tool/publisher-main.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('a publisher of its own', () => {
  let demo: RunningDemo;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
  });
  after(() => demo?.close());

  it('joins the running tool’s database, and shares the work with its publisher', async () => {
    const publisher = await startPublisherProcess(readConfig(demo.settings), silent);
    try {
      const [amelia, priya] = [await demo.launch('amelia'), await demo.launch('priya')];
      const me = (await demo.api(amelia, 'GET', '/api/me')).body as { enrolmentId: string };
      const wording = { title: 'Complaint call', method: 'observation', narrative: 'I listened.', links: [] };
      const made = await demo.api(amelia, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
      const { id } = made.body as { id: string };
      const tick = { tick: ['201/1.1'], untick: [] };
      await demo.api(amelia, 'POST', `/api/evidence/${id}/ticks`, tick);
      await demo.api(amelia, 'POST', `/api/evidence/${id}/submit`, {});
      await demo.api(priya, 'POST', `/api/evidence/${id}/ticks`, tick);
      const course = demo.lms.courses()[0]?.id ?? '';
      await eventually(() => {
        const row = demo.lms.gradebook(course).find((one) => one.person === 'amelia');
        expect([row?.score, row?.maximum]).to.deep.equal([1, 81]);
      }, 10_000);
      expect(demo.lms.requests.filter((request) => request.service === 'scores').length).to.equal(1);
    } finally {
      await publisher.close();
    }
  });
});
