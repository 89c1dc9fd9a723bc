import { expect } from 'chai';
import { openBrowser, type TestBrowser } from '../../../../scripts/browser/open-browser.ts';
import { visit, visitInWindow } from '../../../../scripts/browser/visit.ts';
import { accessibilityFaults, picture } from '../../../browser/looking.ts';
import { eventually } from '../../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../../builders/tool/running-demo.ts';

describe('the scores screen in a real browser', () => {
  let demo: RunningDemo;
  let browser: TestBrowser;
  const course = () => {
    const found = demo.lms.courses()[0];
    if (!found) throw new Error('The demo LMS has no course.');
    return found;
  };
  const grade = (person: string) =>
    demo.lms.gradebook(course().id).find((row) => row.person === person && row.lineItemId === lineItem());
  const lineItem = () => course().activities[0]?.lineItemId ?? '';
  /** A learner's evidence with one more criterion confirmed. */
  const confirmed = async (person: string, ...criteria: string[]) => {
    const [learner, priya] = [await demo.launch(person), await demo.launch('priya')];
    const me = (await demo.api(learner, 'GET', '/api/me')).body as { enrolmentId: string };
    const wording = { title: 'Complaint call', method: 'observation', narrative: 'I listened.', links: [] };
    const made = await demo.api(learner, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
    const { id } = made.body as { id: string };
    const tick = { tick: criteria, untick: [] };
    await demo.api(learner, 'POST', `/api/evidence/${id}/ticks`, tick);
    await demo.api(learner, 'POST', `/api/evidence/${id}/submit`, {});
    await demo.api(priya, 'POST', `/api/evidence/${id}/ticks`, tick);
  };
  const openScores = async (person: string) => {
    const visited = await visit(browser.context, demo.lms, person);
    await visited.panel.getByRole('link', { name: 'Scores' }).click();
    await visited.panel.getByRole('heading', { name: 'Scores' }).waitFor();
    return visited;
  };
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed' });
    await confirmed('amelia', '201/1.1');
    await confirmed('kwame', '201/1.1', '201/1.2');
    await eventually(() => {
      expect([grade('amelia')?.score, grade('kwame')?.score]).to.deep.equal([1, 2]);
    }, 10_000);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('tells an assessor that all is up to date, without what only managers may do', async () => {
    const { page, panel, faults } = await openScores('priya');
    await panel.getByText('2 of 2 gradebook scores are up to date').waitFor();
    expect(await panel.getByRole('button', { name: 'Pause' }).count()).to.equal(0);
    await picture(page, 'scores-1-in-step');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('shows a manager a grade changed by hand, and lets them publish ours over it', async function () {
    this.timeout(40_000);
    demo.lms.overrideGrade(lineItem(), 'amelia', { score: 38, comment: null });
    const { page, panel, faults } = await openScores('morgan');
    await panel.getByRole('button', { name: 'Check the gradebook now' }).click();
    // A score sent a moment ago is compared a little later.
    await panel.getByText('Somebody changed 1 to 38 in the gradebook by hand.').waitFor({ timeout: 20_000 });
    await picture(page, 'scores-2-changed-by-hand');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    demo.lms.overrideGrade(lineItem(), 'amelia', null);
    await panel.getByRole('button', { name: 'Publish ours for Amelia Hart' }).click();
    await picture(page, 'scores-3-question');
    await panel.getByRole('dialog').getByRole('button', { name: 'Publish ours' }).click();
    await panel.getByText('2 of 2 gradebook scores are up to date').waitFor();
    expect(grade('amelia')?.score).to.equal(1);
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('says why a locked grade is stopped and what to do, and tries again when told', async function () {
    this.timeout(40_000);
    demo.lms.lock(lineItem(), 'kwame', true);
    await confirmed('kwame', '201/1.3');
    const { page, panel } = await openScores('morgan');
    await panel.getByText(/Unlock the grade/).waitFor({ timeout: 20_000 });
    await picture(page, 'scores-4-locked');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    demo.lms.lock(lineItem(), 'kwame', false);
    await panel.getByRole('button', { name: 'Publish all' }).click();
    await panel.getByText('2 of 2 gradebook scores are up to date').waitFor({ timeout: 10_000 });
    expect(grade('kwame')?.score).to.equal(3);
    await page.close();
  });

  it('pauses publishing and says so, and resumes', async () => {
    const { page, panel } = await openScores('morgan');
    await panel.getByRole('button', { name: 'Pause' }).click();
    await panel.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await panel.getByText(/has been paused since/).waitFor();
    expect(await panel.getByRole('button', { name: 'Publish all' }).isDisabled()).to.equal(true);
    await picture(page, 'scores-5-paused');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await panel.getByRole('button', { name: 'Resume' }).click();
    await panel.getByText('Publishing goes on.').waitFor();
    await page.close();
  });

  it('shows every score that was sent for a learner', async () => {
    const { page, panel } = await openScores('priya');
    await panel.getByRole('button', { name: /^Sent .* for Kwame Boateng/ }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('3 of 81').first().waitFor();
    await dialog.getByText('2 of 81').first().waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.close();
  });

  it('adds a column for each unit when a manager says so, and takes their scores back again', async function () {
    this.timeout(40_000);
    const scoreOf = (label: RegExp) =>
      demo.lms.gradebook(course().id).find((row) => row.person === 'kwame' && label.test(row.label))?.score;
    const { page, panel } = await openScores('morgan');
    await panel.getByRole('button', { name: 'Add a column for each unit' }).click();
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: /^Add \d+ columns/ })
      .click();
    await eventually(() => {
      expect(scoreOf(/^201 /)).to.equal(3);
    }, 15_000);
    await panel.getByText('unit 201').first().waitFor();
    await picture(page, 'scores-7-units');
    await panel.getByRole('button', { name: 'Only one column' }).click();
    await panel.getByRole('dialog').getByRole('button', { name: 'Only one column' }).click();
    await eventually(() => {
      expect(scoreOf(/^201 /)).to.equal(null);
    }, 15_000);
    expect(grade('kwame')?.score).to.equal(3);
    await panel.getByText('unit 201').first().waitFor({ state: 'detached' });
    await page.close();
  });

  for (const [width, dark] of [
    [320, true],
    [885, false],
  ] as const)
    it(`fits ${width} px${dark ? ' in dark mode' : ''}`, async () => {
      const other = await openBrowser({ cookies: 'allowed', width, height: 640, dark });
      try {
        const page = await visitInWindow(other.context, demo.lms, 'morgan');
        await page.evaluate(() => {
          location.hash = '#/sync';
        });
        await page.getByRole('heading', { name: 'Scores' }).waitFor();
        await page.getByRole('link', { name: 'Amelia Hart' }).waitFor();
        await picture(page, `scores-6-${width}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(width);
        expect(await accessibilityFaults(page)).to.deep.equal([]);
      } finally {
        await other.close();
      }
    });

  it('gives itself as a CSV file', async () => {
    const { page, panel } = await openScores('morgan');
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).to.equal('Scores.csv');
    await page.close();
  });
});
