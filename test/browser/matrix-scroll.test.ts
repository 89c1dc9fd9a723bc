import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { madeMatrix } from '../../scripts/bench/made-matrix.ts';
import { accessibilityFaults, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('the matrix of 1,000 learners by 300 criteria', function () {
  this.timeout(60_000);
  let bench: Workbench;
  let page: Page;
  let region: Locator;
  before(async () => {
    bench = await openWorkbench();
    const { matrix, qualification } = madeMatrix(1_000, 300);
    await bench.browser.context.route('**/api/matrix', (route) => route.fulfill({ json: matrix }));
    await bench.browser.context.route('**/api/qualifications/*', (route) => route.fulfill({ json: qualification }));
    page = await bench.open('ines', '#/matrix');
    region = page.getByRole('region', { name: 'Learners by criteria' });
    await region.getByText('Learner Number 1', { exact: true }).waitFor();
  });
  after(() => bench?.close());

  /** Scrolls by these pixels and counts what a step draws: table cells added, and those there are then. */
  const step = (across: number, down: number) =>
    region.evaluate(
      async (element, [x, y]) => {
        let added = 0;
        const observer = new MutationObserver((records) => {
          for (const { addedNodes } of records)
            for (const node of addedNodes)
              if (node instanceof Element)
                added += node.querySelectorAll('td, th').length + (node.matches('td, th') ? 1 : 0);
        });
        observer.observe(element, { childList: true, subtree: true });
        element.scrollBy(x, y);
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (let n = 0; n < 3; n += 1) await frame();
        observer.disconnect();
        return { added, cells: element.querySelectorAll('td, th').length };
      },
      [across, down] as const,
    );

  it('draws what is in sight and a little more, and a step draws what comes into sight', async () => {
    const all = { added: 0, cells: 0 };
    for (let n = 0; n < 12; n += 1) {
      const { added, cells } = await step(0, 200);
      all.added = Math.max(all.added, added);
      all.cells = Math.max(all.cells, cells);
    }
    for (let n = 0; n < 12; n += 1) {
      const { added, cells } = await step(200, 0);
      all.added = Math.max(all.added, added);
      all.cells = Math.max(all.cells, cells);
    }
    // Of 300,000: the frame of a course page shows some 11 rows by 25 columns.
    expect(all.cells, 'cells there are').to.be.lessThan(2_000);
    expect(all.added, 'cells that a step adds').to.be.within(1, 900);
  });

  it('draws nothing for a step within what is there', async () => {
    await region.evaluate((element) => element.scrollTo(0, 0));
    await step(0, 0);
    expect((await step(0, 10)).added).to.equal(0);
  });

  it('is not laid out for paper at once, and says what to do instead', async () => {
    await page.getByRole('button', { name: 'Print' }).click();
    await page.getByRole('heading', { name: 'Too much for one print' }).waitFor();
    await picture(page, 'matrix-too-much');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Back to the matrix' }).click();
    await region.waitFor();
  });
});
