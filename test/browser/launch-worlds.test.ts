import { expect } from 'chai';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { visit, visitInWindow } from '../../scripts/browser/visit.ts';
import { startRunningDemo } from '../builders/tool/running-demo.ts';

describe('launches in Chromium', function () {
  this.timeout(90_000);

  it('open by the LMS’s storage where the browser keeps no cookie of ours at all', async () => {
    const demo = await startRunningDemo('canvas');
    const browser = await openBrowser({ cookies: 'blocked', cookielessOrigin: demo.toolUrl });
    try {
      const { panel } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
      expect(await browser.context.cookies(demo.toolUrl)).to.deep.equal([]);
    } finally {
      await browser.close();
      await demo.close();
    }
  });
  it('offer a window of their own where there is neither cookie nor storage', async () => {
    const demo = await startRunningDemo('moodle');
    const browser = await openBrowser({ cookies: 'blocked', cookielessOrigin: demo.toolUrl });
    try {
      const { panel } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('link', { name: 'Open in a new window' }).waitFor();
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
