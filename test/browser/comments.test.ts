import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { visitInWindow } from '../../scripts/browser/visit.ts';
import { accessibilityFaults, overflowOf, picture } from './looking.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';

const box = (page: Page) => page.getByLabel('Write a comment');
const send = (page: Page) => page.getByRole('button', { name: 'Send comment' });
const hostile = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script> **bold**\nSecond line';

describe('comments in an item’s thread', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());
  const commentsOn = async (id: string): Promise<string[]> =>
    (
      await bench.call<{ thread: Array<{ kind: string; text: string }> }>('priya', 'GET', `/api/evidence/${id}`)
    ).thread.flatMap(({ kind, text }) => (kind === 'commented' ? [text] : []));

  it('go to and fro while both look, by keyboard, and are said aloud', async () => {
    const id = await bench.submitted('amelia', 'Talked about', ['201/1.1', '201/1.2']);
    const learner = await bench.open('amelia', `#/evidence/${id}`);
    const assessor = await bench.open('priya', `#/evidence/${id}`);
    await assessor.getByRole('checkbox', { name: 'Confirm 1.1' }).waitFor();
    await box(learner).focus();
    await learner.keyboard.type('Is the recording loud enough?');
    await learner.keyboard.press('Tab');
    await learner.keyboard.press('Enter');
    await learner.getByRole('status').getByText('Comment sent.').waitFor({ state: 'attached' });
    expect(await box(learner).inputValue()).to.equal('');

    await assessor.getByText('New since you opened this:').waitFor({ timeout: 10_000 });
    expect(await assessor.getByText('Changed since you opened this:').count()).to.equal(0);
    await assessor.getByText('Amelia Hart wrote a comment').waitFor();
    await assessor.locator('.thread').getByText('Is the recording loud enough?').waitFor();
    await picture(assessor, 'comment-news');
    expect(await accessibilityFaults(assessor)).to.deep.equal([]);
    await assessor.getByRole('button', { name: 'Got it' }).click();

    // Letters that are keys of the review elsewhere are letters here.
    await box(assessor).fill('jkxa: yes, I hear you both.');
    await send(assessor).click();
    await learner.getByText('jkxa: yes, I hear you both.').waitFor({ timeout: 10_000 });
    expect((await learner.locator('.thread').textContent()) ?? '').to.contain('Priya Nair (assessor) wrote,');
    expect(await assessor.getByText('New since you opened this:').count(), 'one’s own is no news').to.equal(0);
    expect(await bench.confirmedOn(id)).to.deep.equal([]);
    await picture(learner, 'comment-learner');
    expect(await accessibilityFaults(learner)).to.deep.equal([]);
    await Promise.all([learner.close(), assessor.close()]);
  });

  it('go on after the review is finished, and stop with the withdrawal', async () => {
    const id = await bench.submitted('amelia', 'Finished', ['201/1.3']);
    await bench.call('priya', 'POST', `/api/evidence/${id}/finish`, { feedback: 'Not yet.' });
    const page = await bench.open('amelia', `#/evidence/${id}`);
    await box(page).fill('What is missing?');
    await send(page).click();
    await page.locator('.thread').getByText('What is missing?').waitFor();
    await page.getByText('Assessed').first().waitFor();
    await page.getByRole('button', { name: 'Withdraw this evidence' }).click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await box(page).waitFor({ state: 'detached' });
    await page.locator('.thread').getByText('What is missing?').waitFor();
    await page.close();
  });

  it('are kept with the reason while offline, on other screens too, and sent once', async () => {
    const id = await bench.submitted('amelia', 'Lost for words', ['201/2.1']);
    const page = await bench.open('amelia', `#/evidence/${id}`);
    await send(page).click();
    await page.getByText('Say something in your comment').waitFor();
    expect(await box(page).evaluate((element) => element === document.activeElement)).to.equal(true);
    await box(page).fill('It is on the second page.');
    await bench.browser.context.setOffline(true);
    await send(page).click();
    await page.getByRole('alert').getByText('Comment not sent.').waitFor();
    await picture(page, 'comment-offline');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await bench.browser.context.setOffline(false);
    for (const hash of ['#/', `#/evidence/${id}`])
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    await box(page).waitFor();
    expect(await box(page).inputValue()).to.equal('It is on the second page.');
    let lost = 0;
    await page.route('**/comments', async (route) => {
      if (lost >= 2) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await send(page).click();
    await page.getByRole('alert').getByText('Comment not sent.').waitFor();
    await send(page).click();
    await page.locator('.thread').getByText('It is on the second page.').waitFor();
    expect(await commentsOn(id)).to.deep.equal(['It is on the second page.']);
    await page.close();
  });

  it('are text and nothing else, and not too long', async () => {
    const id = await bench.submitted('kwame', 'Hostile', ['201/2.2']);
    await bench.call('kwame', 'POST', `/api/evidence/${id}/comments`, { text: hostile });
    const tooLong = await bench.call<{ code: string }>('kwame', 'POST', `/api/evidence/${id}/comments`, {
      text: 'a'.repeat(4_001),
    });
    expect(tooLong.code).to.equal('badRequest');
    const page = await bench.open('priya', `#/evidence/${id}`);
    const words = page.locator('.thread .words');
    await words.waitFor();
    expect(await words.textContent()).to.equal(hostile);
    expect(await words.locator('*').count()).to.equal(0);
    expect(await page.evaluate(() => 'hacked' in window)).to.equal(false);
    await box(page).fill('a'.repeat(5_000));
    expect(await box(page).inputValue()).to.have.length(4_000);
    expect(await overflowOf(page)).to.be.at.most(0);
    await page.close();
  });

  it('are read but not answered by an IQA', async () => {
    const id = await bench.submitted('amelia', 'Sampled', ['201/3.2']);
    await bench.call('amelia', 'POST', `/api/evidence/${id}/comments`, { text: 'For my assessor.' });
    const page = await bench.open('ines', `#/evidence/${id}`);
    await page.getByText('For my assessor.').waitFor();
    expect(await box(page).count()).to.equal(0);
    await page.close();
  });

  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1280, 800],
  ] as const)
    for (const dark of [false, true])
      it(`fit at ${width} x ${height}, ${dark ? 'dark' : 'light'}`, async () => {
        const id = await bench.submitted('amelia', `Size ${width} ${dark}`, ['201/1.1']);
        for (const [person, text] of [
          ['priya', 'How did the call end? I could not hear it.'],
          ['amelia', `https://example.org/${'a'.repeat(300)}`],
          ['tom', 'I sat beside her. It ended well:\n\nthe customer thanked her.'],
        ] as const)
          await bench.call(person, 'POST', `/api/evidence/${id}/comments`, { text });
        const browser = await openBrowser({ cookies: 'allowed', width, height, dark });
        try {
          for (const person of ['amelia', 'priya']) {
            const page = await visitInWindow(browser.context, bench.demo.lms, person);
            await page.evaluate((to) => {
              location.hash = to;
            }, `#/evidence/${id}`);
            if (person === 'priya' && width === 320) await page.locator('.evidence > summary').click();
            await box(page).fill('Thank you both.');
            await send(page).scrollIntoViewIfNeeded();
            await picture(page, `comment-${person}-${width}-${dark ? 'dark' : 'light'}`);
            expect(await accessibilityFaults(page), person).to.deep.equal([]);
            expect(await overflowOf(page), person).to.be.at.most(0);
            await page.close();
          }
        } finally {
          await browser.close();
        }
      });
});
