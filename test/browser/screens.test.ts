import { expect } from 'chai';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';
import { opened, overflowOf, visits } from './the-screens.ts';

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
});
