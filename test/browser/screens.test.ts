import { expect } from 'chai';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, looksRightEverywhere, overflowOf, picture } from './looking.ts';
import { opened, visits } from './the-screens.ts';
import { unusualVisits } from './the-states.ts';
import { doUnusualWork, type UnusualWork } from './unusual-work.ts';

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 885, height: 478 },
  { width: 1280, height: 800 },
] as const;

describe('every screen at every size, light and dark', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo();
    await doExampleWork(demo);
  });
  after(() => demo?.close());

  for (const dark of [false, true]) {
    for (const { width, height } of sizes) {
      describe(`${width} x ${height}, ${dark ? 'dark' : 'light'}`, () => {
        let browser: TestBrowser;
        before(async () => {
          browser = await openBrowser({ cookies: 'allowed', width, height, dark });
        });
        after(() => browser?.close());
        for (const { person, role, screens } of visits) {
          it(`fits, and axe finds nothing, for the ${role}`, async () => {
            const page = await visitInWindow(browser.context, demo.lms, person);
            for await (const name of opened(page, screens)) {
              await picture(page, `${role}-${name}-${width}-${dark ? 'dark' : 'light'}`);
              expect(await accessibilityFaults(page), name).to.deep.equal([]);
              expect(await overflowOf(page), `${name} is wider than the window`).to.be.at.most(0);
            }
            await page.close();
          });
        }
      });
    }
  }

  // After the rest, as it changes what the others see: one visit each, and every window for each state.
  describe('on a harder day', () => {
    let browser: TestBrowser;
    let work: UnusualWork;
    before(async () => {
      work = await doUnusualWork(demo);
      browser = await openBrowser({ cookies: 'allowed' });
    });
    after(() => browser?.close());
    for (const { person, role, screens } of unusualVisits)
      it(`fits in every window, and axe finds nothing, for the ${role}`, async () => {
        const page = await visitInWindow(browser.context, demo.lms, person);
        for await (const name of opened(page, screens(work))) await looksRightEverywhere(page, `${role}-${name}`);
        await page.close();
      });
  });
});
