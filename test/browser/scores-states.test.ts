import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import type { ScoresView } from '../../shared/api/score-views.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { at, scoreRow, scoresView, trouble } from '../lti-tool/panel/sync/score-row-sample.ts';
import { accessibilityFaults, picture } from './looking.ts';

const typed = { score: 38, maximum: 81, at };
const stopped = { nextTryAt: null, status: 500, attempts: 3 };
/** Every state that a score can be in, and the longest names and texts. */
const everyState = [
  scoreRow('Ravi Patel', { state: 'changedByHand', found: typed }),
  scoreRow('Maximiliana Featherstonehaugh-Cholmondeley', { state: 'changedByHand', found: typed }),
  scoreRow('Tia Campbell', {
    state: 'stopped',
    trouble: trouble({ ...stopped, code: 'locked', reason: 'The LMS works, but does not store this score (500).' }),
  }),
  scoreRow('Femi Ade', {
    state: 'notEnrolled',
    trouble: trouble({
      ...stopped,
      code: 'learnerGone',
      status: 400,
      reason: 'The platform did not accept the request (400).',
    }),
  }),
  scoreRow('Yusuf Khan', { state: 'retrying', trouble: trouble() }),
  scoreRow('Sophie Turner', { state: 'due', confirmed: 64 }),
  scoreRow('Grace Adeyemi', { state: 'keptTheirs', found: { score: 47.5, maximum: 100, at } }),
  scoreRow('Amelia Hart'),
  scoreRow('Amelia Hart', { unitRef: '201' }),
  scoreRow('Sam Lee', { state: 'nothingYet', published: null, confirmed: 0 }),
];
/** A centre of a thousand learners, the last of them in trouble. */
const many = [
  ...Array.from({ length: 999 }, (_, place) => scoreRow(`Learner ${String(place + 1).padStart(4, '0')}`)),
  scoreRow('Zoe Last', { state: 'changedByHand', found: typed }),
];
const column = { unitRef: null, maximum: 81, refusedMaximum: null, checkedAt: at, checkFault: null };
const down = everyState.map((row) => ({
  ...row,
  ...{
    state: 'retrying' as const,
    trouble: trouble({ code: 'failed', status: 503, reason: 'The platform failed (503).' }),
  },
}));
const views: Readonly<Record<string, ScoresView>> = {
  states: scoresView(everyState),
  many: scoresView(many),
  empty: scoresView([], { columns: [] }),
  paused: scoresView(everyState, { pausedSince: at }),
  'platform-down': scoresView(down, { columns: [{ ...column, checkFault: 'The platform failed (503).' }] }),
  'other-scale': scoresView(everyState.slice(7), {
    columns: [{ ...column, maximum: 100, refusedMaximum: 81 }],
    scoreColumns: 'units',
  }),
};
const records = [
  { answer: 'accepted', status: null, reason: null, scoreGiven: 33, timestamp: at },
  {
    answer: 'retry',
    status: 503,
    reason: 'The platform failed (503).',
    scoreGiven: 33,
    timestamp: '2026-11-23T21:50:00.000Z',
  },
  { answer: 'unknown', status: null, reason: null, scoreGiven: 30, timestamp: '2026-11-20T21:50:00.000Z' },
].map((record) => ({ ...record, unitRef: null, scoreMaximum: 81, comment: '33 of 81 criteria confirmed' }));

const answer =
  (body: unknown, status = 200) =>
  (route: Route) =>
    route.fulfill({ status, json: body });

describe('the scores screen in each of its states', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  before(async () => {
    demo = await startRunningDemo();
    await demo.launch('amelia');
  });
  after(() => demo?.close());

  const looks = async (page: Page, name: string) => {
    await picture(page, `scores-${name}`);
    expect(await accessibilityFaults(page), name).to.deep.equal([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} is wider than the window`).to.be.at.most(0);
  };

  for (const dark of [false, true])
    for (const width of [320, 768, 1280])
      describe(`${width} px, ${dark ? 'dark' : 'light'}`, () => {
        const look = `${width}-${dark ? 'dark' : 'light'}`;
        let browser: TestBrowser;
        let page: Page;
        before(async () => {
          browser = await openBrowser({ cookies: 'allowed', width, height: 800, dark });
          page = await visitInWindow(browser.context, demo.lms, 'morgan');
        });
        after(() => browser?.close());
        /** Opens the screen anew with these answers. */
        const open = async (scores: (route: Route) => unknown) => {
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          await page.evaluate(() => {
            location.hash = '#/matrix';
          });
          await page.getByRole('heading', { level: 1, name: 'Matrix' }).waitFor();
          await page.route('**/api/scores', scores);
          await page.route('**/api/enrolments/*/scores', answer({ records }));
          await page.evaluate(() => {
            location.hash = '#/sync';
          });
        };
        const ready = () => page.getByRole('heading', { level: 1, name: 'Scores' }).waitFor();

        for (const [name, view] of Object.entries(views))
          it(`fits, and axe finds nothing: ${name}`, async () => {
            await open(answer(view));
            await ready();
            await page.getByText(/Scores go to/).waitFor();
            await looks(page, `${name}-${look}`);
          });
        it('leads through a thousand learners by keyboard, a hundred at a time', async () => {
          await open(answer(views.many));
          await ready();
          const table = page.getByRole('table');
          await table.waitFor();
          const numbers = () =>
            page.locator('.sync tbody tr').evaluateAll((lines) => lines.map((line) => Number(line.ariaRowIndex)));
          const from = (first: number) => Array.from({ length: 100 }, (_, place) => first + place);
          // By row number: the heading row is the first.
          expect(await numbers()).to.deep.equal(from(2));
          expect(await table.getAttribute('aria-rowcount')).to.equal('1001');
          expect(await page.locator('.sync tbody tr').first().textContent()).to.contain('Zoe Last');
          await page.getByRole('button', { name: 'Next 100' }).press('Enter');
          await page.getByText('101–200 of 1,000').waitFor();
          expect(await numbers()).to.deep.equal(from(102));
          expect(await table.evaluate((element) => element === document.activeElement)).to.equal(true);
          expect(await table.evaluate((element) => Math.abs(element.getBoundingClientRect().top))).to.be.below(200);
          await looks(page, `second-page-${look}`);
          await page.getByRole('navigation', { name: 'More scores' }).scrollIntoViewIfNeeded();
          await picture(page, `scores-pager-${look}`);
          await page.getByRole('button', { name: 'Previous 100' }).press('Enter');
          await page.getByText('1–100 of 1,000', { exact: true }).waitFor();
          await page.getByRole('button', { name: /^Needs you/ }).click();
          await page.getByRole('button', { name: 'Next 100' }).waitFor({ state: 'detached' });
          expect(await numbers()).to.deep.equal([2]);
        });
        it('fits, and axe finds nothing: for an assessor', async () => {
          await open(answer({ ...views.states, mayManage: false }));
          await ready();
          await page.getByText('A manager chooses').first().waitFor();
          await looks(page, `assessor-${look}`);
        });
        it('fits, and axe finds nothing: loading, and failed', async () => {
          await open(() => {});
          await page.getByRole('status', { name: 'Loading' }).waitFor();
          await looks(page, `loading-${look}`);
          await open(answer({ code: 'internal', message: 'Failed.', details: null }, 500));
          await page.getByRole('alert').waitFor();
          await looks(page, `failed-${look}`);
        });
        it('fits, and axe finds nothing: the questions it asks, and what was sent', async () => {
          await open(answer(views.states));
          await ready();
          const asks = async (button: RegExp, name: string) => {
            await page.getByRole('button', { name: button }).first().click();
            await page.getByRole('dialog').waitFor();
            await looks(page, `${name}-${look}`);
            await page.keyboard.press('Escape');
            await page.getByRole('dialog').waitFor({ state: 'detached' });
          };
          await asks(/^Add a column for each unit/, 'ask-columns');
          await asks(/^Pause$/, 'ask-pause');
          await asks(/^Publish ours for all/, 'ask-ours');
          await asks(/^Keep theirs for all/, 'ask-theirs');
          await asks(/^Sent .* for Amelia Hart/, 'history');
        });
        it('fits, and axe finds nothing: publishing all', async () => {
          await open(answer(views.states));
          await page.route('**/api/scores/publish', answer({ count: 5 }));
          await ready();
          await page.getByRole('button', { name: 'Publish all' }).click();
          await page.getByRole('progressbar').waitFor();
          await looks(page, `publishing-${look}`);
        });
      });
});
