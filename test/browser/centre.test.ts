import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { doExampleWork } from '../../scripts/screenshots/example-work.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults } from './looking.ts';

const csv = [
  'qualification_number,qualification_title,level,awarding_organisation,version,unit_ref,unit_title,criterion_ref,criterion_text',
  '603/0001/1,Award in Testing,2,Example Awards,1,101,Test,1.1,Find a fault',
].join('\n');

describe('the matrix and the centre in a real browser', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  before(async () => {
    demo = await startRunningDemo();
    await doExampleWork(demo);
    browser = await openBrowser({ cookies: 'allowed' });
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  const open = async (person: string, place: string): Promise<Page> => {
    const page = await visitInWindow(browser.context, demo.lms, person);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    return page;
  };
  /** What has the focus, by row and column of the grid. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const cell = document.activeElement;
      return [cell?.closest('tr')?.getAttribute('aria-rowindex'), cell?.getAttribute('aria-colindex')].join('/');
    });

  it('moves in the matrix by arrow keys alone, and opens the evidence behind a cell by Enter', async () => {
    const page = await open('priya', '#/matrix');
    await page.getByRole('grid').waitFor();
    await page.getByRole('region', { name: 'Learners by criteria' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).to.equal('3/2');
    await page.keyboard.press('End');
    await expectSoon(() => focused(page), '3/82');
    await page.keyboard.press('Control+Home');
    await expectSoon(() => focused(page), '3/1');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expectSoon(() => focused(page), '3/5');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Confirmed. It counts.').waitFor();
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Induction week/ }).waitFor();
    await page.close();
  });

  it('shows outcomes and one unit alone, and lists what holds progress back', async () => {
    const page = await open('ines', '#/matrix');
    await page.getByRole('combobox', { name: 'Columns' }).selectOption('outcomes');
    await page.getByRole('region', { name: 'Learners by outcomes' }).waitFor();
    await page.getByRole('combobox', { name: 'Unit' }).selectOption('212');
    expect(await page.getByRole('columnheader').allTextContents()).to.include('212 Help customers by telephone');
    expect(await page.getByRole('columnheader', { name: /201/ }).count()).to.equal(0);
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('heading', { name: 'What is holding progress back' }).waitFor();
    await page.getByRole('link', { name: /Phone bookings/ }).waitFor();
    await page.close();
  });

  it('lets a manager set a role, which works in the session that person has', async () => {
    const priya = await demo.launch('priya');
    const page = await open('morgan', '#/centre/people');
    await page.getByRole('combobox', { name: 'Role of Priya Nair' }).selectOption('traineeAssessor');
    await page.getByText('Priya Nair now acts as trainee assessor.').waitFor();
    const me = await demo.api(priya, 'GET', '/api/me');
    expect((me.body as { role: string }).role).to.equal('traineeAssessor');
    await page.getByRole('combobox', { name: 'Role of Priya Nair' }).selectOption('');
    await page.getByText('Priya Nair acts as the LMS says again.').waitFor();
    await page.getByRole('combobox', { name: 'Role of Morgan Lee' }).selectOption('assessor');
    await page.getByText('This is the last centre manager here.').waitFor();
    await page.close();
  });

  it('gives learners to assessors by dragging, and by keyboard alone', async () => {
    const page = await open('morgan', '#/centre/caseloads');
    const learner = page.getByRole('listitem').filter({ hasText: 'Amelia Hart' });
    await learner.dragTo(page.getByRole('listitem').filter({ hasText: 'Priya Nair' }).last());
    await page.getByText('1 learner assigned to Priya Nair.').waitFor();
    await page.getByRole('checkbox', { name: 'Choose all shown' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('2 learners chosen').waitFor();
    await page.getByRole('button', { name: 'Move the chosen learners to Tom Okafor alone' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 learners moved to Tom Okafor.').waitFor();
    await page.close();
    const tom = await open('tom', '#/caseload');
    const whose = tom.getByRole('combobox', { name: 'Whose learners' });
    expect(await whose.locator('option:checked').textContent()).to.equal('My learners (2)');
    await tom.close();
  });

  it('imports a qualification from CSV after a look at it', async () => {
    const page = await open('morgan', '#/centre/qualifications');
    const file = (text: string) => ({ name: 'award.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('input[type=file]').setInputFiles(file(`${csv}\n,,,,,101,,1.2,`));
    await page.getByText('1 fault to correct').waitFor();
    await page.getByRole('cell', { name: 'The text of the criterion is missing.' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(file(csv));
    await page.getByRole('button', { name: 'Import 1 criterion' }).click();
    await page.getByText('Award in Testing is imported').waitFor();
    await page.getByText('603/0001/1', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Record' }).click();
    await page.getByRole('rowheader', { name: /Qualification: 603\/0001\/1/ }).waitFor();
    await page.close();
  });

  it('counts progress again when more evidence is needed', async () => {
    const page = await open('morgan', '#/centre/settings');
    await page.getByRole('combobox', { name: 'For every qualification' }).selectOption('2');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('Progress is being counted again.').first().waitFor();
    const token = await demo.launch('morgan');
    await expectSoon(async () => {
      const { body } = await demo.api(token, 'GET', '/api/matrix');
      return (body as { rows: { confirmed: number }[] }).rows.map((row) => row.confirmed).join();
    }, '0,0');
    await page.close();
  });
});

/** Asks until the answer is the one expected. */
async function expectSoon(ask: () => Promise<string>, expected: string): Promise<void> {
  const end = Date.now() + 8_000;
  let answer = await ask();
  while (answer !== expected && Date.now() < end) answer = await ask();
  expect(answer).to.equal(expected);
}
