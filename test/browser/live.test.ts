import { expect } from 'chai';
import { eventually } from '../builders/tool/eventually.ts';
import { accessibilityFaults, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('people at work at the same time', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  it('see each other’s ticks within seconds, and keep their own', async () => {
    const id = await bench.submitted('amelia', 'Live call', ['201/1.1', '201/1.2']);
    const page = await bench.open('priya', `#/evidence/${id}`);
    await page.getByRole('checkbox', { name: 'Confirm 1.1' }).check();
    await bench.call('amelia', 'POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.3'], untick: ['201/1.2'] });
    await page.getByText('Changed since you opened this:').waitFor({ timeout: 10_000 });
    const said = (await page.locator('.notice').first().textContent()) ?? '';
    expect(said).to.contain('ticked 1.3').and.to.contain('took the tick off 1.2');
    expect(await page.getByRole('checkbox', { name: 'Confirm 1.1' }).isChecked()).to.equal(true);
    await picture(page, 'workbench-news');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Got it' }).click();
    expect(await page.getByText('Changed since you opened this:').count()).to.equal(0);
    const learner = await bench.open('amelia', `#/evidence/${id}`);
    await learner.getByRole('heading', { name: 'Live call' }).waitFor();
    await page.getByRole('checkbox', { name: 'Confirm 1.3' }).check();
    await learner.locator('[aria-label^="Confirmed by"]').nth(1).waitFor({ timeout: 10_000 });
    await Promise.all([page.close(), learner.close()]);
  });

  it('keep unsaved ticks while offline, and send them once when back', async () => {
    const id = await bench.submitted('amelia', 'Offline call', ['201/2.1', '201/2.2']);
    const page = await bench.open('priya', `#/evidence/${id}`);
    await page.getByRole('checkbox', { name: 'Confirm 2.1' }).waitFor();
    await bench.browser.context.setOffline(true);
    await page.getByRole('checkbox', { name: 'Confirm 2.1' }).check();
    await page.getByRole('checkbox', { name: 'Confirm 2.2' }).check();
    await page.getByText('Not saved yet.').waitFor();
    await picture(page, 'workbench-offline');
    expect(await bench.confirmedOn(id)).to.deep.equal([]);
    await bench.browser.context.setOffline(false);
    await eventually(
      async () => void expect(await bench.confirmedOn(id)).to.deep.equal(['201/2.1', '201/2.2']),
      15_000,
    );
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    await page.close();
  });

  it('do a thing once though its reply is lost and they press again', async () => {
    const id = await bench.submitted('amelia', 'Lost reply', ['201/3.1']);
    const page = await bench.open('priya', `#/evidence/${id}`);
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
    const { feedback } = await bench.call<{ feedback: unknown[] }>('amelia', 'GET', `/api/evidence/${id}`);
    expect(feedback).to.have.length(1);
    await page.close();
  });
});
