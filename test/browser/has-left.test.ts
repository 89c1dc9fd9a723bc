import { expect } from 'chai';
import { systemClock, systemCrypto } from '../../lti-tool/tool.ts';
import { refreshRosters } from '../../lti-tool/use-cases/roster/refresh-rosters.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

describe('a learner who has left the course', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo();
    await doExampleWork(demo);
    const later = { now: () => systemClock.now() + 7 * 3_600_000 };
    /** As the tool does by itself every six hours. */
    const followTheList = () =>
      refreshRosters(
        { stores: demo.tool.store.stores, clock: later, crypto: systemCrypto, roster: demo.tool.edge.roster },
        new AbortController().signal,
        () => {},
      );
    const token = await demo.launch('priya');
    const caseload = async () => JSON.stringify((await demo.api(token, 'GET', '/api/caseload')).body);
    await eventually(async () => {
      await followTheList();
      expect(await caseload()).to.contain('Amelia Hart');
    }, 20_000);
    demo.lms.unenrol(demo.lms.courses()[0]?.id ?? '', 'amelia');
    await eventually(async () => {
      later.now = () => systemClock.now() + 14 * 3_600_000;
      await followTheList();
      expect(await caseload()).to.match(/"left":true/);
    }, 20_000);
  });
  after(() => demo?.close());

  for (const width of [320, 768, 1280])
    for (const dark of [false, true])
      it(`is marked in caseload and matrix, with what they did, at ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
        const browser = await openBrowser({ cookies: 'allowed', width, height: 800, dark });
        try {
          const page = await visitInWindow(browser.context, demo.lms, 'priya');
          for (const [name, place] of [
            ['caseload', '#/caseload'],
            ['matrix', '#/matrix'],
          ] as const) {
            await page.evaluate((hash) => {
              location.hash = hash;
            }, place);
            if (name === 'caseload') await page.getByRole('button', { name: /^All/ }).click();
            const line = page.getByRole('row').filter({ hasText: 'Amelia Hart' }).first();
            await line.getByText('has left').waitFor();
            await picture(page, `left-${name}-${width}-${dark ? 'dark' : 'light'}`);
            expect(await accessibilityFaults(page), name).to.deep.equal([]);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow, `${name} is wider than the window`).to.be.at.most(0);
          }
          await page
            .getByRole('row')
            .filter({ hasText: 'Amelia Hart' })
            .getByRole('link', { name: 'Amelia Hart' })
            .first()
            .click();
          await page.getByRole('heading', { level: 1, name: /Amelia Hart/ }).waitFor();
        } finally {
          await browser.close();
        }
      });
});
