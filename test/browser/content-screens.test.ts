import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import type { FrameLocator, Page } from 'playwright-core';
import { runAdmin } from '../../scripts/admin/admin.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

const sample = path.resolve(__dirname, '../../lti-tool/store/sample/customer-service.json');
const widths = [320, 768, 1280] as const;
/** Would run, break out or come back if it were ever put into a page as markup. */
const hostile = `"><img src=x onerror="window.attacked=1"></script><script>window.attacked=1</script>{{7*7}}\u202e'`;

describe('choosing what activities are for, in the LMS’s frame', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo('moodle');
    const specification = JSON.parse(await readFile(sample, 'utf8'));
    const [first, ...units] = specification.units;
    const changed = {
      ...{ ...specification, number: '600/1/1', title: `Diploma ${hostile}` },
      ...{ awardingOrganisation: hostile, units: [{ ...first, title: hostile }, ...units] },
    };
    const file = path.join(demo.settings.DATA_DIR ?? '', 'hostile.json');
    await writeFile(file, JSON.stringify(changed));
    await runAdmin(['qualification', 'import', '--file', file], demo.settings);
  });
  after(() => demo?.close());

  async function form(
    size: { width: number; height: number; dark: boolean },
    work: (page: Page, tool: FrameLocator) => Promise<void>,
  ) {
    const browser = await openBrowser({ cookies: 'blocked', ...size });
    try {
      const [name = '', value = ''] = demo.lms.cookieOf('priya').split('=');
      await browser.context.addCookies([{ name, value, url: demo.lms.url }]);
      const page = await browser.context.newPage();
      await page.goto(demo.lms.courses()[0]?.url ?? '');
      await page.getByRole('link', { name: 'Add an activity' }).click();
      const tool = page.frameLocator('iframe.tool').first();
      await tool.getByRole('heading', { level: 1, name: /^Add a portfolio activity to / }).waitFor();
      await work(page, tool);
    } finally {
      await browser.close();
    }
  }

  for (const width of widths)
    for (const dark of [false, true])
      it(`fits at ${width} px, ${dark ? 'dark' : 'light'}, and axe finds nothing, with one chosen and another under way`, () =>
        form({ width, height: 800, dark }, async (page, tool) => {
          const look = async (name: string) => {
            await picture(page, `content-${name}-${width}-${dark ? 'dark' : 'light'}`);
            // The LMS's own page may have faults of its own.
            const ours = (await accessibilityFaults(page)).filter((fault) => !fault.includes(demo.lms.url));
            expect(ours, name).to.deep.equal([]);
            const wider = await tool.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
            expect(wider, `${name} is wider than its frame`).to.be.at.most(0);
          };
          await look('list');
          await tool.getByRole('radio', { name: /^Diploma in Customer Service/ }).check();
          await tool.getByRole('button', { name: 'Choose one more first' }).click();
          await tool.getByRole('heading', { name: '1 activity is chosen' }).waitFor();
          await look('chosen');
          await tool.getByRole('radio', { name: /onerror/ }).check();
          await look('hostile');
        }));

  it('adds several qualifications in one answer, each with its column, and shows hostile titles as they are', () =>
    form({ width: 1280, height: 800, dark: false }, async (page, tool) => {
      const before = demo.lms.courses()[0]?.activities.length ?? 0;
      await tool.getByRole('radio', { name: /onerror/ }).check();
      await tool.getByLabel('Title in the course').fill(`First ${hostile}`);
      await tool.getByRole('button', { name: 'Choose one more first' }).click();
      expect(
        await tool
          .getByRole('heading', { name: '1 activity is chosen' })
          .evaluate((it) => it === document.activeElement),
      ).to.equal(true);
      await tool.getByText(`First ${hostile}`, { exact: true }).first().waitFor();
      await tool.getByRole('radio', { name: /^Diploma in Customer Service/ }).check();
      await tool.getByLabel('Title in the course').fill('Second');
      await tool.getByRole('button', { name: 'Choose one more first' }).click();
      await tool.getByRole('heading', { name: '2 activities are chosen' }).waitFor();
      expect(await tool.locator('html').evaluate((html) => html.querySelectorAll('img[src="x"]').length)).to.equal(0);
      for (const frame of page.frames()) expect(await frame.evaluate(() => 'attacked' in window)).to.equal(false);
      await tool.getByRole('button', { name: 'Add to the course' }).click();
      await tool.getByText('Second').first().waitFor();
      await tool
        .getByText(/^Added /)
        .first()
        .waitFor();
      const added = (demo.lms.courses()[0]?.activities ?? []).slice(before);
      expect(added.map(({ title }) => title)).to.deep.equal([`First ${hostile}`, 'Second']);
      expect(new Set(added.map(({ lineItemId }) => lineItemId)).size).to.equal(2);
    }));

  it('takes one off the list again, by keyboard', () =>
    form({ width: 768, height: 800, dark: false }, async (page, tool) => {
      await tool.getByRole('radio', { name: /^Diploma in Customer Service/ }).check();
      await tool.getByRole('button', { name: 'Choose one more first' }).press('Enter');
      await tool.getByRole('button', { name: /^Remove/ }).press('Enter');
      await tool.getByRole('heading', { name: /chosen$/ }).waitFor({ state: 'detached' });
      expect(await tool.getByRole('button', { name: 'Add to the course' }).count()).to.equal(0);
      expect(page.url()).to.contain(demo.lms.url);
    }));
});
