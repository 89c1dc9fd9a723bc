import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly ticks: { readonly assessor: ReadonlyArray<{ criterionId: string }> };
};

describe('people at work at the same time', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  const tokens = new Map<string, string>();
  before(async () => {
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed', width: 885, height: 478 });
    for (const person of ['amelia', 'kwame', 'priya', 'tom']) tokens.set(person, await demo.launch(person));
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  const call = async <T = Item>(person: string, method: string, path: string, body?: unknown): Promise<T> =>
    (await demo.api(tokens.get(person) ?? '', method, path, body)).body as T;
  const submitted = async (person: string, title: string, tick: readonly string[]) => {
    const me = await call(person, 'GET', '/api/me');
    const wording = { title, method: 'observation', narrative: 'I listened first.', links: [] };
    const { id } = await call(person, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
    await call(person, 'POST', `/api/evidence/${id}/ticks`, { tick, untick: [] });
    await call(person, 'POST', `/api/evidence/${id}/submit`, {});
    return id;
  };
  const open = async (person: string, hash: string): Promise<Page> => {
    const page = await visitInWindow(browser.context, demo.lms, person);
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    return page;
  };
  const confirmedOn = async (id: string) =>
    (await call('priya', 'GET', `/api/evidence/${id}`)).ticks.assessor.map(({ criterionId }) => criterionId).sort();

  it('see each other’s ticks within seconds, and keep their own', async () => {
    const id = await submitted('amelia', 'Live call', ['201/1.1', '201/1.2']);
    const page = await open('priya', `#/evidence/${id}`);
    await page.getByRole('checkbox', { name: 'Confirm 1.1' }).check();
    await call('amelia', 'POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.3'], untick: ['201/1.2'] });
    await page.getByText('Changed since you opened this:').waitFor({ timeout: 10_000 });
    const said = (await page.locator('.notice').first().textContent()) ?? '';
    expect(said).to.contain('ticked 1.3').and.to.contain('took the tick off 1.2');
    expect(await page.getByRole('checkbox', { name: 'Confirm 1.1' }).isChecked()).to.equal(true);
    await picture(page, 'workbench-news');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Got it' }).click();
    expect(await page.getByText('Changed since you opened this:').count()).to.equal(0);
    const learner = await open('amelia', `#/evidence/${id}`);
    await learner.getByRole('heading', { name: 'Live call' }).waitFor();
    await page.getByRole('checkbox', { name: 'Confirm 1.3' }).check();
    await learner.locator('[aria-label^="Confirmed by"]').nth(1).waitFor({ timeout: 10_000 });
    await Promise.all([page.close(), learner.close()]);
  });

  it('keep unsaved ticks while offline, and send them once when back', async () => {
    const id = await submitted('amelia', 'Offline call', ['201/2.1', '201/2.2']);
    const page = await open('priya', `#/evidence/${id}`);
    await page.getByRole('checkbox', { name: 'Confirm 2.1' }).waitFor();
    await browser.context.setOffline(true);
    await page.getByRole('checkbox', { name: 'Confirm 2.1' }).check();
    await page.getByRole('checkbox', { name: 'Confirm 2.2' }).check();
    await page.getByText('Not saved yet.').waitFor();
    await picture(page, 'workbench-offline');
    expect(await confirmedOn(id)).to.deep.equal([]);
    await browser.context.setOffline(false);
    await eventually(async () => void expect(await confirmedOn(id)).to.deep.equal(['201/2.1', '201/2.2']), 15_000);
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    await page.close();
  });

  it('do a thing once though its reply is lost and they press again', async () => {
    const id = await submitted('amelia', 'Lost reply', ['201/3.1']);
    const page = await open('priya', `#/evidence/${id}`);
    await page.getByRole('checkbox', { name: 'Confirm 3.1' }).check();
    let lost = 0;
    const keys: Array<string | undefined> = [];
    await page.route('**/finish', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (lost >= 2) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.getByLabel('Feedback to Amelia').fill('Well handled.');
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByText(/Review finished: Amelia Hart, Lost reply/).waitFor();
    expect(new Set(keys).size).to.equal(1);
    expect(keys.length).to.equal(3);
    const { feedback } = await call<{ feedback: unknown[] }>('amelia', 'GET', `/api/evidence/${id}`);
    expect(feedback).to.have.length(1);
    await page.close();
  });

  it('send a large file on, from where the connection was lost', async () => {
    const page = await open('amelia', '#/evidence/new');
    await page.getByLabel('Title').fill('Video of the desk');
    let parts = 0;
    const offsets: string[] = [];
    await page.route('**/uploads/*?offset=*', (route) => {
      offsets.push(new URL(route.request().url()).searchParams.get('offset') ?? '');
      parts += 1;
      return parts === 3 ? route.abort() : route.fallback();
    });
    const buffer = Buffer.alloc(7 * 1024 * 1024, 'desk');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'desk.bin', mimeType: 'application/octet-stream', buffer },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes.') },
    ]);
    await page.getByText(/Connection lost at \d+%/).waitFor();
    await picture(page, 'workbench-upload-waits');
    await page.getByText('desk.bin added.').waitFor({ state: 'attached', timeout: 20_000 });
    await page.getByRole('button', { name: 'Remove notes.txt' }).waitFor();
    expect(offsets.filter((offset) => offset === '0')).to.have.length(2);
    expect(offsets.filter((offset) => offset === String(4 * 1024 * 1024))).to.have.length(2);
    await page.close();
  });

  it('a trainee assessor hands over, the assessor countersigns one part, and the trainee reads what became of it', async () => {
    const id = await submitted('kwame', 'Phone bookings', ['201/1.1', '201/1.2', '202/1.1']);
    const trainee = await open('tom', `#/evidence/${id}`);
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

    const page = await open('priya', '#/caseload');
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
    expect(await confirmedOn(id)).to.deep.equal(['201/1.1', '201/1.2']);
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
      await call<{ rows: Array<{ enrolmentId: string; learner: { name: string } }> }>('priya', 'GET', '/api/caseload')
    ).rows;
    const enrolment = rows.find(({ learner }) => learner.name === 'Kwame Boateng')?.enrolmentId;
    const page = await open('priya', `#/enrolment/${enrolment}`);
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
    const learner = await open('kwame', '#/evidence');
    await learner.getByRole('link', { name: 'Seen at the desk' }).click();
    await learner.getByText(/recorded by priya/i).waitFor();
    expect(await accessibilityFaults(learner)).to.deep.equal([]);
    await Promise.all([page.close(), learner.close()]);
  });

  it('returned evidence goes back with a word, and the rounds are there to read', async () => {
    const id = await submitted('amelia', 'Three rounds', ['201/4.1']);
    await call('priya', 'POST', `/api/evidence/${id}/return`, { feedback: 'Say how you closed the call.' });
    const page = await open('amelia', `#/evidence/${id}/edit`);
    await page.getByText('Say how you closed the call.').first().waitFor();
    await page.getByRole('button', { name: /^Submit/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/What did you change/).fill('I added the last minute.');
    await picture(page, 'workbench-send-again');
    await dialog.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('sent it again').waitFor();
    await page.getByText('I added the last minute.').waitFor();
    await picture(page, 'workbench-thread');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });

  it('a session that is ended shows nothing more', async () => {
    const page = await open('kwame', '#/');
    await page.getByRole('button', { name: 'End session' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.close();
  });
});

describe('the whole workflow by keyboard alone', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let browser: TestBrowser;
  before(async () => {
    demo = await startRunningDemo();
    browser = await openBrowser({ cookies: 'allowed', width: 885, height: 478 });
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at ? `${at.tagName} ${at.getAttribute('aria-label') ?? ''} ${at.textContent ?? ''}`.slice(0, 120) : '';
    });
  /** Tabs until what is in focus is called so; every step has to be visible. */
  const tabTo = async (page: Page, name: RegExp, most = 90) => {
    for (let n = 0; n < most; n += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await focused(page))) return;
    }
    throw new Error(`${most} tabs led past ${name}; at ${await focused(page)}`);
  };

  it('a learner sends evidence, and an assessor confirms it and finishes, without a pointer', async () => {
    const learner = await visitInWindow(browser.context, demo.lms, 'amelia');
    await tabTo(learner, /Add evidence/);
    await learner.keyboard.press('Enter');
    await learner.getByRole('heading', { name: 'Add evidence' }).waitFor();
    expect(await focused(learner)).to.match(/^H1/);
    await learner.keyboard.press('Tab');
    await learner.keyboard.type('Call by keyboard');
    await tabTo(learner, /201 1\.1 /);
    await learner.keyboard.press('Space');
    await tabTo(learner, /201 1\.2 /);
    await learner.keyboard.press('Space');
    await tabTo(learner, /BUTTON {2}Submit/, 140);
    await learner.keyboard.press('Enter');
    await learner.getByText('Sent.').waitFor();
    expect(await focused(learner)).to.match(/^H1/);

    const page = await visitInWindow(browser.context, demo.lms, 'priya');
    await tabTo(page, /^A {2}Amelia Hart/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Accept all learner ticks/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await focused(page)).to.match(/^H2 .*Keys/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText(/^1 unconfirmed/).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /Confirm 1 criterion/);
    await page.keyboard.press('Enter');
    await page
      .getByText(/1 criterion confirmed/)
      .first()
      .waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).not.to.match(/^BODY/);
    await tabTo(page, /BUTTON {2}Finish/, 140);
    await page.keyboard.press('Enter');
    await page.getByText(/Review finished: Amelia Hart/).waitFor();
    await Promise.all([learner.close(), page.close()]);
  });
});
