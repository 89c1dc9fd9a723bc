import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, overflowOf, picture } from './looking.ts';
import { opened, visits } from './the-screens.ts';

/** Controls that cannot be scrolled to a place where a pointer reaches them: something covers or clips them. */
const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = document.querySelector('dialog[open]') ?? document;
    const controls = within.querySelectorAll<HTMLElement>(
      'a[href], button:enabled, input:enabled, select, textarea, summary',
    );
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        control.scrollIntoView({ block: 'center', inline: 'center' });
        const { x, y, width, height } = control.getBoundingClientRect();
        // One pixel is how text for screen readers alone, and a file chooser behind its button, are made.
        if (width <= 1 || height <= 1) return false;
        const hit = document.elementFromPoint(
          x + Math.min(width, innerWidth) / 2,
          y + Math.min(height, innerHeight) / 2,
        );
        return !hit || !(control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control));
      })
      .map((control) => control.outerHTML.slice(0, 160));
  });

/** Half of 1280 x 800 and of the frame in an LMS, and the narrowest that text has to flow again in (WCAG 1.4.10). */
const sizes = [
  { width: 640, height: 400, dir: 'ltr' },
  { width: 442, height: 239, dir: 'ltr' },
  { width: 320, height: 256, dir: 'rtl' },
  { width: 885, height: 478, dir: 'rtl' },
] as const;

describe('every screen at 200% zoom, and from right to left', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo();
    await doExampleWork(demo);
  });
  after(() => demo?.close());

  for (const { width, height, dir } of sizes)
    describe(`${width} x ${height}, ${dir}`, () => {
      let browser: TestBrowser;
      before(async () => {
        browser = await openBrowser({ cookies: 'allowed', width, height });
      });
      after(() => browser?.close());
      for (const { person, role, screens } of visits)
        it(`keeps everything in reach, scrolling one way only, for the ${role}`, async () => {
          const page = await visitInWindow(browser.context, demo.lms, person);
          await page.evaluate((direction) => {
            document.documentElement.dir = direction;
          }, dir);
          for await (const name of opened(page, screens)) {
            await picture(page, `${role}-${name}-${width}-${dir}`);
            expect(await overflowOf(page), `${name} is wider than the window`).to.be.at.most(0);
            if (dir === 'rtl') expect(await accessibilityFaults(page), name).to.deep.equal([]);
            else expect(await outOfReach(page), `out of reach on ${name}`).to.deep.equal([]);
          }
          await page.close();
        });
    });
});
