import { expect } from 'chai';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

for (const manner of ['moodle', 'canvas'] as const)
  describe(`the people of a course in a ${manner}-like LMS`, function () {
    this.timeout(60_000);
    let demo: RunningDemo;
    afterEach(() => demo?.close());
    const names = async (token: string): Promise<string[]> => {
      const { body } = await demo.api(token, 'GET', '/api/caseload');
      return (body as { rows: Array<{ learner: { name: string } }> }).rows.map(({ learner }) => learner.name);
    };
    const eventuallyNamed = async (check: (found: string[]) => void) => {
      const token = await demo.launch('priya');
      await eventually(async () => check(await names(token)), 10_000);
      return token;
    };

    it('are seen before they launch, read in the background after a teacher’s launch', async () => {
      demo = await startRunningDemo(manner);
      await eventuallyNamed((found) => expect(found).to.deep.equal(['Amelia Hart', 'Kwame Boateng']));
      expect(demo.lms.requests.some(({ service, status }) => service === 'nrps' && status === 200)).to.equal(true);
    });
    it('are seen by short codes where names are withheld', async () => {
      demo = await startRunningDemo(manner);
      demo.lms.setPrivacy({ sendNames: false, sendEmail: false });
      const token = await eventuallyNamed((found) => expect(found).to.have.length(2));
      for (const name of await names(token)) expect(name).to.match(/^Person [0-9A-F]{6}$/);
    });
    it('leave the panel open where the list fails', async () => {
      demo = await startRunningDemo(manner);
      demo.lms.fail({ on: 'nrps', how: { status: 500 } });
      const token = await demo.launch('priya');
      const isAsked = () => demo.lms.requests.some(({ service }) => service === 'nrps');
      await eventually(() => {
        expect(isAsked()).to.equal(true);
      }, 10_000);
      expect(await names(token)).to.deep.equal([]);
    });
  });
