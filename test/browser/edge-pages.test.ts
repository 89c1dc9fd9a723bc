import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { runAdmin } from '../../scripts/admin/admin.ts';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

const widths = [320, 768, 1280] as const;
const schemes = ['light', 'dark'] as const;

/** Pages outside the panel: those of launches that failed, of help, and of registration. */
describe('the pages around a launch, in a real browser', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  let page: Page;
  before(async () => {
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed' });
    page = await browser.context.newPage();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  const open = async (path: string) => {
    await page.goto(`${demo.toolUrl}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const openConfirmation = async () => {
    const printed = await runAdmin(['platform', 'invite'], demo.settings);
    await page.goto(`${demo.lms.url}/demo/tools`);
    await page.getByLabel(/URL/).fill(/https?:\S+invitation=\S+/.exec(printed)?.[0] ?? '');
    await page.getByRole('button', { name: 'Add LTI Advantage' }).click();
    const confirmation = page.frameLocator('#registration');
    await confirmation.getByText('Countersign is registered').waitFor();
    // On its own, so that the LMS's page around it does not count.
    await page.setContent(await confirmation.locator(':root').evaluate((root) => root.outerHTML));
  };

  const pages: Readonly<Record<string, () => Promise<void>>> = {
    'a refused launch': () => open('/lti/launch'),
    'a refused registration': () => open('/lti/register'),
    'help for a code': () => open('/lti/help/LAUNCH_PLATFORM_INACTIVE'),
    'what was registered': openConfirmation,
  };
  for (const [name, show] of Object.entries(pages))
    it(`${name}: fits, and axe finds nothing`, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await show();
      for (const width of widths) {
        for (const colorScheme of schemes) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          await picture(page, `edge-${name.replaceAll(' ', '-')}-${width}-${colorScheme}`);
          expect(await accessibilityFaults(page), `${width}, ${colorScheme}`).to.deep.equal([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `wider than ${width}`).to.be.at.most(0);
        }
      }
    });
});
