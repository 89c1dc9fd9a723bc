import type { Page } from 'playwright-core';
import { readConfig } from '../../../lti-tool/config.ts';
import { openBrowser } from '../../browser/open-browser.ts';
import { visitInWindow } from '../../browser/visit.ts';
import { startDemo } from '../../start/demo.ts';
import { freePort } from '../launched-server.ts';
import { madeMatrix } from '../made-matrix.ts';
import type { Part, Row } from '../part.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Ways to move through the matrix, each a number of steps with a frame between two. */
const moves = [
  { what: 'wheel, down', keys: null, by: [0, 400] },
  { what: 'wheel, across', keys: null, by: [400, 0] },
  { what: 'arrow keys', keys: ['ArrowDown', 'ArrowRight'], by: [0, 0] },
  { what: 'page keys', keys: ['PageDown'], by: [0, 0] },
] as const;

/** Starts to collect what the Long Tasks API reports: every task of 50 ms or more, in milliseconds. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const found: number[] = [];
    Object.assign(window, { longTasks: found });
    new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
  });
/** The longest since the last look; 0 where there was none. */
const longest = (page: Page) =>
  page.evaluate(() => {
    const found = (window as unknown as { longTasks: number[] }).longTasks.splice(0);
    return { longest: Math.max(0, ...found), count: found.length };
  });

type TraceEvent = { readonly name: string; readonly tdur?: number };

/**
 * Watches the tasks of the browser in a trace; the answer ends it and gives the most processor time of one task, in
 * milliseconds. On a busy machine a task takes longer than it works.
 */
async function traceTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const tasks = events.filter(({ name }) => name.endsWith('RunTask')).map(({ tdur = 0 }) => tdur);
    return Math.round(tasks.reduce((most, one) => Math.max(most, one), 0) / 1_000);
  };
}

export const matrixScroll: Part = {
  title: 'Moving through the matrix of 1,000 learners by 300 criteria in Chromium: the longest task',
  async run({ directory, quick }) {
    const [port, lmsPort] = [await freePort(), await freePort()];
    const config = readConfig({ PORT: String(port), DATA_DIR: directory, RATE_LIMIT: 'off', LOG_LEVEL: 'silent' });
    const demo = await startDemo({ config, log: silent, lmsPort, lmsUrl: `http://127.0.0.1:${lmsPort}` });
    const browser = await openBrowser({ cookies: 'allowed' });
    const { matrix, qualification } = madeMatrix(quick ? 200 : 1_000, 300);
    const rows: Row[] = [];
    try {
      // The panel is what is measured: the replies are made here, the server's share is another part's.
      await browser.context.route('**/api/matrix', (route) => route.fulfill({ json: matrix }));
      await browser.context.route('**/api/qualifications/*', (route) => route.fulfill({ json: qualification }));
      const page = await visitInWindow(browser.context, demo.lms, 'ines');
      const region = page.getByRole('region', { name: 'Learners by criteria' });
      await region.getByText('Learner Number 1', { exact: true }).waitFor();
      await watch(page);
      const box = await region.boundingBox();
      for (const { what, keys, by } of moves) {
        await region.evaluate((element) => element.scrollTo(0, 0));
        await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 200);
        await region.focus();
        await page.waitForTimeout(300);
        await longest(page);
        const stop = await traceTasks(page);
        for (let step = 0; step < (quick ? 15 : 60); step += 1) {
          if (keys === null) await page.mouse.wheel(by[0], by[1]);
          else await page.keyboard.press(keys[step % keys.length] ?? '');
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
        }
        await page.waitForTimeout(300);
        const { longest: measured, count } = await longest(page);
        const note = `${count} tasks of 50 ms or more; processor time of the longest task ${await stop()} ms`;
        rows.push({ what, measured, unit: 'ms', aim: 100, note });
      }
    } finally {
      await browser.close();
      await demo.close();
    }
    return rows;
  },
};
