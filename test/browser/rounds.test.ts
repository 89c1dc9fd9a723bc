import { expect } from 'chai';
import { accessibilityFaults, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('evidence that goes from hand to hand', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  it('a trainee assessor hands over, the assessor countersigns one part, and the trainee reads what became of it', async () => {
    const id = await bench.submitted('kwame', 'Phone bookings', ['201/1.1', '201/1.2', '202/1.1']);
    const trainee = await bench.open('tom', `#/evidence/${id}`);
    await trainee.getByRole('button', { name: /^Accept all learner ticks/ }).click();
    await trainee.getByRole('button', { name: 'Tick 3 criteria' }).click();
    await trainee
      .getByText(/3 criteria ticked/)
      .first()
      .waitFor();
    await trainee.getByRole('button', { name: 'Hand over' }).click();
    const dialog = trainee.getByRole('dialog');
    await dialog.getByLabel(/Note to the assessor/).fill('Listen to minute four.');
    expect(await accessibilityFaults(trainee)).to.deep.equal([]);
    await picture(trainee, 'workbench-hand-over');
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await trainee.getByText(/Handed over: Kwame Boateng/).waitFor();

    const page = await bench.open('priya', '#/caseload');
    await page.getByText('Ready to countersign').first().waitFor();
    await picture(page, 'workbench-caseload');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/evidence/${id}`);
    await page.getByText('Listen to minute four.').waitFor();
    await page.getByRole('button', { name: 'Accept all 2 ticks in unit 201' }).last().click();
    await picture(page, 'workbench-accept-unit');
    await page.getByRole('button', { name: 'Countersign 2 criteria' }).click();
    await page
      .getByText(/2 criteria countersigned/)
      .first()
      .waitFor();
    expect(await bench.confirmedOn(id)).to.deep.equal(['201/1.1', '201/1.2']);
    await page.getByLabel('Feedback to Kwame').fill('For 202 show me the form.');
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByRole('button', { name: /^Finish, 1 not agreed/ }).click();
    await page.getByText(/Review finished: Kwame Boateng/).waitFor();

    await trainee.evaluate(() => {
      location.hash = '#/work';
    });
    await trainee.getByText('For 202 show me the form.').waitFor();
    const words = (await trainee.locator('.work').textContent()) ?? '';
    expect(words).to.contain('201 1.1').and.to.contain('Not agreed');
    await picture(trainee, 'workbench-work');
    expect(await accessibilityFaults(trainee)).to.deep.equal([]);
    await Promise.all([page.close(), trainee.close()]);
  });

  it('an assessor records an observation, confirms on it, and the learner sees who made it', async () => {
    const rows = (
      await bench.call<{ rows: Array<{ enrolmentId: string; learner: { name: string } }> }>(
        'priya',
        'GET',
        '/api/caseload',
      )
    ).rows;
    const enrolment = rows.find(({ learner }) => learner.name === 'Kwame Boateng')?.enrolmentId;
    const page = await bench.open('priya', `#/enrolment/${enrolment}`);
    await page.getByRole('link', { name: 'Record evidence' }).click();
    await page.getByRole('button', { name: 'Save and choose criteria' }).click();
    await page.getByText('Give it a title').waitFor();
    await picture(page, 'workbench-record');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByLabel('Title').fill('Seen at the desk');
    await page.getByLabel('What happened, and what it shows').fill('He greeted each customer.');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Save and choose criteria' }).click();
    await page.getByText('Recorded by Priya').first().waitFor();
    await page
      .getByText(/nobody ticked/i)
      .first()
      .click();
    await page.getByRole('button', { name: /^201 / }).click();
    await page.getByRole('checkbox', { name: 'Confirm 201 1.4' }).check();
    await picture(page, 'workbench-recorded');
    const learner = await bench.open('kwame', '#/evidence');
    await learner.getByRole('link', { name: 'Seen at the desk' }).click();
    await learner.getByText(/recorded by Priya Nair/).waitFor();
    expect(await accessibilityFaults(learner)).to.deep.equal([]);
    await Promise.all([page.close(), learner.close()]);
  });

  it('returned evidence goes back with a word, and the rounds are there to read', async () => {
    const id = await bench.submitted('amelia', 'Three rounds', ['201/4.1']);
    await bench.call('priya', 'POST', `/api/evidence/${id}/return`, { feedback: 'Say how you closed the call.' });
    const page = await bench.open('amelia', `#/evidence/${id}/edit`);
    await page.getByText('Say how you closed the call.').first().waitFor();
    await page.getByRole('button', { name: /^Submit/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/What did you change/).fill('I added the last minute.');
    await picture(page, 'workbench-send-again');
    await dialog.getByRole('button', { name: 'Submit it' }).click();
    await page.getByText('submitted it again').waitFor();
    await page.getByText('I added the last minute.').waitFor();
    await picture(page, 'workbench-thread');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });

  it('a session that is ended shows nothing more', async () => {
    const page = await bench.open('kwame', '#/');
    await page.getByRole('button', { name: 'End session' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });
});
