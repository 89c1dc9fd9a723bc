import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { runAdmin } from '../../scripts/admin/admin.ts';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

for (const manner of ['moodle', 'canvas'] as const) {
  describe(`an LMS in the manner of ${manner} registers the tool, in a real browser`, function () {
    this.timeout(60_000);
    let demo: RunningDemo;
    let browser: TestBrowser;
    let page: Page;
    before(async () => {
      demo = await startRunningDemo(manner);
      browser = await openBrowser({ cookies: 'blocked' });
      page = await browser.context.newPage();
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });
    const invitation = async (...words: string[]): Promise<string> => {
      const printed = await runAdmin(['platform', 'invite', ...words], demo.settings);
      return /https?:\S+invitation=\S+/.exec(printed)?.[0] ?? '';
    };
    const tool = () => page.frameLocator('#registration');
    async function enter(address: string): Promise<void> {
      await page.goto(`${demo.lms.url}/demo/tools`);
      await page.getByLabel(/URL/).fill(address);
      await page.getByRole('button', { name: manner === 'moodle' ? 'Add LTI Advantage' : 'Continue' }).click();
      await tool().getByRole('heading', { level: 1 }).waitFor();
    }
    const registered = async () =>
      (await demo.tool.edge.registrations.list()).find(({ name }) => name === 'Northfield');

    it('is refused without a good invitation', async () => {
      await enter(`${demo.toolUrl}/lti/register?invitation=${'A'.repeat(43)}`);
      await tool().getByText('This invitation is not good any more').waitFor();
      expect(await accessibilityFaults(page)).to.deep.equal([]);
    });
    it('with an invitation: sees what was registered, and goes back by itself', async () => {
      const { host } = new URL(manner === 'canvas' ? demo.lms.platform.issuer : demo.lms.url);
      const address = await invitation('--name', 'Northfield', '--issuer-host', host);
      await enter(address);
      await tool().getByText('Countersign is registered').waitFor();
      await picture(page, `registered-${manner}`);
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await tool().getByRole('button', { name: 'Done: back to the course site' }).click();
      await page.getByText('Countersign', { exact: true }).waitFor();
      expect(await registered()).to.include({ active: false, issuer: demo.lms.platform.issuer });
      await enter(address);
      await tool().getByText('This invitation is not good any more').waitFor();
    });
    it('cannot launch before it was activated', async () => {
      await page.goto(`${demo.lms.url}/demo/tools`);
      await page.getByRole('button', { name: manner === 'moodle' ? 'Activate' : 'Turn on' }).click();
      await page.getByRole('button', { name: 'Add an activity' }).click();
      const activity = demo.lms.courses()[0]?.activities.at(-1);
      const [name = '', value = ''] = demo.lms.cookieOf('amelia').split('=');
      await browser.context.addCookies([{ name, value, url: demo.lms.url }]);
      await page.goto(activity?.url ?? '');
      await page.frameLocator('iframe').first().getByText('LAUNCH_PLATFORM_INACTIVE').waitFor();
    });
    it('launches once it is: the learner’s panel opens', async () => {
      const platform = await registered();
      const words = ['--issuer', platform?.issuer ?? '', '--client-id', platform?.clientId ?? ''];
      expect(await runAdmin(['platform', 'activate', ...words], demo.settings)).to.contain('Activated');
      // A running tool follows within seconds.
      await eventually(async () => {
        await page.goto(demo.lms.courses()[0]?.activities.at(-1)?.url ?? '');
        await page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).waitFor();
        expect(await page.frameLocator('iframe').first().getByText('LAUNCH_PLATFORM_INACTIVE').count()).to.equal(0);
      }, 15_000);
      await page.frameLocator('iframe').first().getByText('Deliver customer service').first().waitFor();
    });
  });
}
