import { expect } from 'chai';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { visit, visitInWindow } from '../../scripts/browser/visit.ts';
import { startRunningDemo } from '../builders/tool/running-demo.ts';

/** What Chromium keeps of ours in the LMS's frame. */
const worlds = [
  { cookies: 'allowed', none: false, says: 'all cookies allowed' },
  { cookies: 'blocked', none: false, says: 'third-party cookies blocked, partitioned ones kept' },
  { cookies: 'blocked', none: true, says: 'third-party cookies fully blocked' },
] as const;

describe('launches in Chromium', function () {
  this.timeout(90_000);

  for (const manner of ['moodle', 'canvas'] as const)
    for (const { cookies, none, says } of worlds) {
      const inFrame = manner === 'canvas' || !none;
      it(`${inFrame ? 'open in the frame' : 'offer a window, and open there'}, in a ${manner}-like LMS with ${says}`, async () => {
        const demo = await startRunningDemo(manner);
        const cookieless = { origin: demo.toolUrl, within: demo.lms.url };
        const browser = await openBrowser({ cookies, ...(none && { cookieless }) });
        try {
          const { page, panel } = await visit(browser.context, demo.lms, 'priya');
          if (inFrame) {
            await panel.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
            if (none) expect(await browser.context.cookies(demo.toolUrl)).to.deep.equal([]);
            return;
          }
          const [window] = await Promise.all([
            browser.context.waitForEvent('page'),
            panel.getByRole('link', { name: 'Open in a new window' }).click(),
          ]);
          await window.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
          expect(page.isClosed()).to.equal(false);
        } finally {
          await browser.close();
          await demo.close();
        }
      });
    }
  it('open again where the LMS’s page is reloaded, and say kindly how where it is gone back to', async () => {
    const demo = await startRunningDemo('moodle');
    const browser = await openBrowser({ cookies: 'blocked' });
    try {
      const { page, panel } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
      await page.reload();
      await panel.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
      await page.goto(demo.lms.courses()[0]?.url ?? '');
      await page.goBack();
      await panel.getByRole('heading', { name: 'Open Countersign from your course again' }).waitFor();
      await page.reload();
      await panel.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
    } finally {
      await browser.close();
      await demo.close();
    }
  });
  it('keep the session where one goes back within the panel, and say kindly to open it again after a reload', async () => {
    const demo = await startRunningDemo('moodle');
    const browser = await openBrowser({ cookies: 'blocked' });
    try {
      await demo.launch('amelia');
      const window = await visitInWindow(browser.context, demo.lms, 'priya');
      await window.getByRole('link', { name: 'Matrix', exact: true }).click();
      await window.getByRole('link', { name: 'Amelia Hart' }).first().waitFor();
      await window.goBack();
      await window.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
      const answer = await window.reload();
      expect(answer?.status()).to.equal(403);
      await window.getByRole('heading', { name: 'Open Countersign from your course again' }).waitFor();
      expect(await window.content()).to.contain('Nothing that you saved is lost');
    } finally {
      await browser.close();
      await demo.close();
    }
  });
  it('say where to go when the session has ended, and open again by the next launch', async () => {
    const demo = await startRunningDemo('moodle');
    const browser = await openBrowser({ cookies: 'blocked' });
    try {
      const { page, panel } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('link', { name: 'Matrix', exact: true }).waitFor();
      await page.route(`${demo.toolUrl}/api/**`, (route) =>
        route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${'x'.repeat(43)}` } }),
      );
      await panel.getByRole('link', { name: 'Matrix', exact: true }).click();
      await panel.getByText('Your session has ended.', { exact: false }).first().waitFor();
      await page.unroute(`${demo.toolUrl}/api/**`);
      await page.reload();
      await panel.getByRole('heading', { level: 1 }).waitFor();
    } finally {
      await browser.close();
      await demo.close();
    }
  });
});
