import { expect } from 'chai';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visit, visitInWindow } from '../../scripts/browser/visit.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

/** Criteria of the sample qualification. */
const criteria = 81;

describe('quality assurance in a real browser', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  let evidenceId: string;
  const confirmedInGradebook = (): number | null => {
    const row = demo.lms.gradebook(demo.lms.courses()[0]?.id ?? '').find((each) => each.name === 'Amelia Hart');
    if (!row || row.score === null) return null;
    return Math.round((row.score / row.maximum) * criteria * 100) / 100;
  };
  const inGradebook = (count: number) => eventually(() => void expect(confirmedInGradebook()).to.equal(count), 10_000);
  const open = (person: string) => visit(browser.context, demo.lms, person);

  before(async () => {
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed' });
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('begins with a learner who submits and a trainee assessor who ticks', async () => {
    const amelia = await demo.launch('amelia');
    const { enrolmentId } = (await demo.api(amelia, 'GET', '/api/me')).body as { enrolmentId: string };
    const wording = { title: 'Complaint call', method: 'observation', narrative: 'I listened first.', links: [] };
    const made = await demo.api(amelia, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording);
    evidenceId = (made.body as { id: string }).id;
    const tick = ['201/1.1', '201/1.2', '201/1.3'];
    await demo.api(amelia, 'POST', `/api/evidence/${evidenceId}/ticks`, { tick, untick: [] });
    await demo.api(amelia, 'POST', `/api/evidence/${evidenceId}/submit`, {});
    const { page, panel } = await open('tom');
    await panel.getByRole('link', { name: 'Amelia Hart' }).click();
    await panel.getByRole('checkbox', { name: 'Tick 1.2' }).check();
    await panel
      .getByText(/1 of 3|2 /)
      .first()
      .waitFor();
    await eventually(async () => {
      const { body } = await demo.api(amelia, 'GET', `/api/evidence/${evidenceId}`);
      expect((body as { ticks: { trainee: unknown[] } }).ticks.trainee.length).to.equal(1);
    }, 5_000);
    await page.close();
  });

  it('goes on with an assessor who accepts all and finishes, which counts', async () => {
    const { page, panel } = await open('priya');
    await panel.getByRole('link', { name: 'Amelia Hart' }).click();
    await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).click();
    await panel.getByRole('dialog').getByRole('button', { name: 'Confirm 3 criteria' }).click();
    await panel
      .getByText(/3 criteria confirmed/)
      .first()
      .waitFor();
    await panel.getByRole('button', { name: /^Finish/ }).click();
    await panel
      .getByText(/Review finished/)
      .first()
      .waitFor();
    await inGradebook(3);
    await page.close();
  });

  it('the plan picks the review of a new assessor, and the IQA asks for action behind a prompt', async () => {
    const { page, panel, faults } = await open('ines');
    await panel.getByRole('link', { name: 'Sampling', exact: true }).click();
    await panel.getByText('3 to go').waitFor();
    await panel.getByRole('cell', { name: /Priya Nair is new here, so everything is sampled/ }).waitFor();
    await picture(page, 'quality-1-plan');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await panel.getByRole('link', { name: 'Amelia Hart: Complaint call' }).click();
    const decision = panel.getByRole('group', { name: 'Your decision on 1.2' });
    await decision.getByRole('radio', { name: 'Action required' }).check();
    await picture(page, 'quality-2-sample');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await panel.getByRole('button', { name: 'Record: 2 agreed, 1 action required' }).click();
    await panel.getByText('Say what the assessor should do, then record.').waitFor();
    await panel.getByLabel('Feedback to Priya Nair').fill('Ask her how she knew what the customer wanted.');
    await panel.getByRole('button', { name: 'Record: 2 agreed, 1 action required' }).click();
    const prompt = panel.getByRole('dialog');
    await prompt.getByText('Amelia’s progress goes from 3 to 2 of 81, and the gradebook is told the same.').waitFor();
    await picture(page, 'quality-3-prompt');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await prompt.getByRole('button', { name: 'Record: 2 agreed, 1 action required' }).click();
    await panel.getByText('Sample of Amelia Hart recorded: 2 agreed, 1 action required.').waitFor();
    await panel.getByText('The plan is met').waitFor();
    await picture(page, 'quality-4-recorded');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('matrix and gradebook go down', async () => {
    await inGradebook(2);
    const { page, panel } = await open('ines');
    await panel.getByRole('link', { name: 'Matrix', exact: true }).click();
    await panel.locator('td[data-standing=reopened]').first().waitFor();
    expect(await panel.locator('td[data-standing=confirmed]').count()).to.equal(2);
    await page.close();
  });

  it('the learner is told in plain words, and sees the history without what staff wrote', async () => {
    const { page, panel } = await open('amelia');
    await panel.getByText(/1 criterion reopened by a quality check/).waitFor();
    await panel.getByText('Deliver customer service').first().click();
    await panel.getByText(/A quality check reopened this, so it does not count for now/).waitFor();
    await panel.getByRole('button', { name: 'History of 201 1.2' }).click();
    const history = panel.getByRole('dialog');
    await history.getByText(/The record of this evidence item is whole: \d+ entries checked/).waitFor();
    expect(await history.textContent()).not.to.contain('Ask her how');
    await picture(page, 'quality-5-learner-history');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });

  it('the trainee assessor whose tick it was reads it too', async () => {
    const { page, panel } = await open('tom');
    await panel.getByText('You ticked this as a trainee assessor').waitFor();
    await panel.getByText('Ask her how she knew what the customer wanted.').waitFor();
    await page.close();
  });

  it('the assessor reads who asks for what, confirms again, and it is closed', async () => {
    const { page, panel, faults } = await open('priya');
    await panel.getByRole('heading', { name: 'The IQA asks for action' }).waitFor();
    await panel.getByText('Ask her how she knew what the customer wanted.').waitFor();
    await panel
      .getByRole('row', { name: /Amelia Hart/ })
      .getByText('Action required: 1 criterion')
      .waitFor();
    expect(await panel.getByText('Nothing waits for you').count()).to.equal(0);
    await picture(page, 'quality-6-caseload');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await panel.getByRole('link', { name: 'Amelia Hart: Complaint call' }).click();
    const notice = panel.getByRole('region', { name: /Ines Marsh \(IQA\) asks for action on 1.2/ });
    await notice.waitFor();
    await picture(page, 'quality-7-review');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    const box = panel.getByRole('checkbox', { name: 'Confirm 1.2' });
    await box.check();
    await notice.waitFor({ state: 'detached' });
    await inGradebook(3);
    // By mistake: it can be taken back, and is open again as the IQA left it.
    await box.uncheck();
    await notice.waitFor();
    await inGradebook(2);
    await notice.getByRole('button', { name: 'Not met' }).click();
    const prompt = panel.getByRole('dialog');
    await prompt.getByRole('button', { name: 'Mark not met' }).click();
    await prompt.getByText('Say what is missing, so that the learner knows what to offer.').waitFor();
    await prompt.getByLabel('What is missing? Amelia reads this.').fill('The call ends before you asked her.');
    await picture(page, 'quality-7-not-met');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await prompt.getByRole('button', { name: 'Mark not met' }).click();
    await notice.waitFor({ state: 'detached' });
    await panel.getByText('1 criterion marked not met.').waitFor();
    await picture(page, 'quality-7-marked');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    const learner = await open('amelia');
    await learner.panel.getByRole('link', { name: 'My evidence' }).click();
    await learner.panel
      .getByRole('link', { name: /Complaint call/ })
      .first()
      .click();
    await learner.panel.getByText('The call ends before you asked her.').first().waitFor();
    await learner.panel.getByText(/marked 201 1.2 not met, after a quality check/).waitFor();
    await picture(learner.page, 'quality-7-learner');
    await learner.page.close();
    await box.check();
    await inGradebook(3);
    await panel.getByRole('button', { name: 'History of 1.2' }).click();
    const history = panel.getByRole('dialog');
    await history.getByText(/confirmed it again/).waitFor();
    await history.getByText(/asked for action and reopened it/).waitFor();
    await picture(page, 'quality-8-history');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'detached' });
    await panel.getByRole('link', { name: /Back to caseload/i }).click();
    await panel.getByRole('heading', { name: 'Caseload' }).waitFor();
    expect(await panel.getByText('The IQA asks for action').count()).to.equal(0);
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('the plan asks to look again at what was confirmed again; an IQA changes it by keyboard', async () => {
    const page = await visitInWindow(browser.context, demo.lms, 'ines');
    await page.getByRole('link', { name: 'Sampling', exact: true }).click();
    await page.getByRole('cell', { name: /Confirmed again after an action/ }).waitFor();
    await page.getByRole('button', { name: 'Edit plan' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('By method').click();
    await dialog.getByLabel('Percentage for Observation').fill('50');
    await dialog.getByLabel('Or fewer confirmations than').fill('1');
    await picture(page, 'quality-9-plan-dialog');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await dialog.getByLabel('Months after the first confirmation here').press('Enter');
    await page.getByText('The plan is saved.', { exact: false }).waitFor();
    await page.getByText(/1 named percentage/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).to.equal('Sampling.csv');
    await page.close();
  });

  it('an EQA sees all of it and may change none', async () => {
    const morgan = await demo.launch('morgan');
    const { body } = await demo.api(morgan, 'GET', '/api/centre/people');
    const people = (body as { people: Array<{ person: { id: string; name: string } }> }).people;
    const tom = people.find(({ person }) => person.name === 'Tom Okafor')?.person.id ?? '';
    await demo.api(morgan, 'POST', `/api/centre/people/${tom}/role`, { role: 'eqa' });
    const page = await visitInWindow(browser.context, demo.lms, 'tom');
    await page.getByRole('link', { name: 'Sampling', exact: true }).click();
    await page.getByText('Only an IQA can sample or change the plan.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit plan' }).count()).to.equal(0);
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    // In one go: the matrix may be drawn anew at any moment.
    await page.getByRole('link', { name: 'Amelia Hart' }).press('Enter');
    await page.getByRole('button', { name: 'Read and check the record' }).click();
    await page.getByText('The record of 1 evidence item is whole.').waitFor();
    await page.getByText('Complaint call').last().click();
    await page.getByText('marked 1 criterion not met').waitFor();
    await picture(page, 'quality-10-record');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.evaluate((id) => {
      location.hash = `#/sample/${id}`;
    }, evidenceId);
    await page.getByText('You can look at this; only an IQA can sample it.').waitFor();
    expect(await page.locator('input[type=radio]:enabled').count()).to.equal(0);
    await page.close();
  });

  it('asks before words that are not recorded are left behind', async () => {
    const page = await visitInWindow(browser.context, demo.lms, 'ines');
    await page.evaluate((id) => {
      location.hash = `#/sample/${id}`;
    }, evidenceId);
    const field = page.getByLabel('Feedback to Priya Nair');
    await field.fill('Good questions.');
    await page.getByRole('link', { name: 'Skip' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without recording?' });
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await question.getByRole('button', { name: 'Go on sampling' }).click();
    expect(await field.inputValue()).to.equal('Good questions.');
    await page.getByRole('link', { name: 'Skip' }).click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'Next to sample' }).waitFor();
    await page.close();
  });

  it('keeps what was decided when the connection is lost, and says so', async () => {
    const page = await visitInWindow(browser.context, demo.lms, 'ines');
    await page.evaluate((id) => {
      location.hash = `#/sample/${id}`;
    }, evidenceId);
    const decision = page.getByRole('group', { name: 'Your decision on 1.2' });
    await decision.getByRole('radio', { name: 'Agree' }).check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /^Record: / }).click();
    await page.getByRole('alert').waitFor();
    expect(await decision.getByRole('radio', { name: 'Agree' }).isChecked()).to.equal(true);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/Sample of Amelia Hart recorded/).waitFor();
    await page.close();
  });
});
