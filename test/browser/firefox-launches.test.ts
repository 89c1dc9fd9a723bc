import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { openFirefox } from '../builders/browser/open-firefox.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';

/** `network.cookie.cookieBehavior`: 0 takes all, 5 gives each site a jar of its own (as installed), 1 takes no third-party ones. */
const worlds = [
  { cookies: 0, says: 'all cookies allowed' },
  { cookies: 5, says: 'cookies partitioned, as it is installed' },
  { cookies: 1, says: 'third-party cookies fully blocked' },
] as const;
const heading = 'Caseload';

describe('launches in Firefox', function () {
  this.timeout(90_000);
  for (const manner of ['moodle', 'canvas'] as const)
    for (const { cookies, says } of worlds) {
      const inFrame = manner === 'canvas' || cookies !== 1;
      it(`${inFrame ? 'open in the frame' : 'offer a window, and open there'}, in a ${manner}-like LMS with ${says}`, async () => {
        const demo = await startRunningDemo(manner);
        const browser = await openFirefox({ 'network.cookie.cookieBehavior': cookies });
        try {
          const page = await signedIn(browser, demo);
          await page.goto(demo.lms.courses()[0]?.activities[0]?.url ?? '');
          if (inFrame) return await opened(demo, page);
          await eventually(async () => {
            expect(await textIn(demo, page)).to.contain('Open in a new window');
          }, 20_000);
          const before = new Set(await browser.pages());
          await toolFrame(demo, page)?.evaluate(() => document.querySelector('a')?.click());
          await eventually(async () => {
            const fresh = (await browser.pages()).filter((one) => !before.has(one));
            if (!fresh[0]) throw new Error('no new window');
            await opened(demo, fresh[0]);
          }, 20_000);
        } finally {
          await browser.close();
          await demo.close();
        }
      });
    }
  it('open again where the LMS’s page is reloaded, and say kindly how where it is gone back to', async () => {
    const demo = await startRunningDemo('moodle');
    const browser = await openFirefox();
    try {
      const page = await signedIn(browser, demo);
      await page.goto(demo.lms.courses()[0]?.activities[0]?.url ?? '');
      await opened(demo, page);
      await page.reload();
      await opened(demo, page);
      await page.goto(demo.lms.courses()[0]?.url ?? '');
      await page.goBack();
      await opened(demo, page, 'Open Countersign from your course again');
    } finally {
      await browser.close();
      await demo.close();
    }
  });
});

async function signedIn(browser: Browser, demo: RunningDemo): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(demo.lms.url);
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(() => document.querySelector<HTMLButtonElement>('main button[value="priya"]')?.click()),
  ]);
  return page;
}

const toolFrame = (demo: RunningDemo, page: Page) =>
  page.frames().find((frame) => frame.url().startsWith(demo.toolUrl));

/** What the tool's page says, in whichever frame of the page it is. */
async function textIn(demo: RunningDemo, page: Page): Promise<string> {
  try {
    return (await toolFrame(demo, page)?.evaluate(() => document.querySelector('#app, main')?.textContent)) ?? '';
  } catch {
    // The frame went to its next page meanwhile.
    return '';
  }
}

const opened = (demo: RunningDemo, page: Page, shows = heading) =>
  eventually(async () => {
    expect(await textIn(demo, page)).to.contain(shows);
  }, 30_000);
