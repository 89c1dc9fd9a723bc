import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from './open-workbench.ts';

describe('the whole workflow by keyboard alone', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());
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
    const learner = await bench.open('amelia', '#/');
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
    await learner.getByText('Submitted.', { exact: true }).waitFor();
    expect(await focused(learner)).to.match(/^H1/);

    const page = await bench.open('priya', '#/');
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
