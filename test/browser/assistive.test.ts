import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from './open-workbench.ts';

/** What has the focus: its tag and its words. */
const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim()}`);

/** All that a screen reader was told by live regions since this was called. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status],[role=alert]',
        );
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
}

describe('focus, announcements and motion', function () {
  this.timeout(60_000);
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    await bench.submitted('amelia', 'Complaint call', ['201/1.1', '201/1.2']);
  });
  after(() => bench?.close());

  for (const [person, places] of [
    ['amelia', ['evidence', 'evidence/new', 'extension', '']],
    ['priya', ['matrix', 'scores', 'extension', 'caseload']],
    ['ines', ['reports', 'sampling', 'matrix']],
    ['morgan', ['centre/people', 'reports', 'centre/settings']],
  ] as const)
    it(`leads ${person} to the heading of every place, named in the title`, async () => {
      const page = await bench.open(person, '#/');
      for (const place of places) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/${place}`);
        await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
        const [heading = ''] = (await focused(page)).replace('H1 ', '').split('\n');
        expect(heading, place).not.to.equal('');
        expect(await page.title(), place).to.match(/^.+ - Countersign$/);
      }
      await page.close();
    });

  it('starts a dialog at its heading, and leads back to what opened it, by Escape and by its button', async () => {
    const page = await bench.open('priya', '#/');
    await page.getByRole('link', { name: 'Amelia Hart' }).click();
    const help = page.getByRole('button', { name: 'Help: keys and symbols' });
    const accept = page.getByRole('button', { name: /^Accept all learner ticks/ });
    for (const [opener, close] of [
      [help, 'Close'],
      [accept, 'Cancel'],
    ] as const)
      for (const way of ['Escape', close]) {
        await opener.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        expect(await focused(page)).to.match(/^H2 /);
        expect(
          await dialog.evaluate((it) => document.getElementById(it.getAttribute('aria-labelledby') ?? '')?.tagName),
        ).to.equal('H2');
        if (way === 'Escape') await page.keyboard.press('Escape');
        else await dialog.getByRole('button', { name: way }).click();
        await dialog.waitFor({ state: 'detached' });
        expect(await opener.evaluate((it) => it === document.activeElement)).to.equal(true);
      }
    await page.close();
  });

  it('says counts as they change: of unconfirmed criteria, and of what a search finds', async () => {
    const page = await bench.open('priya', '#/');
    await page.getByRole('link', { name: 'Amelia Hart' }).click();
    await page.getByRole('checkbox', { name: 'Confirm 1.1' }).waitFor();
    const heard = await listen(page);
    await page.getByRole('checkbox', { name: 'Confirm 1.1' }).check();
    await page.getByText(/^1 unconfirmed/).waitFor();
    expect(await heard()).to.contain('1 unconfirmed');
    await page.close();

    const learner = await bench.open('amelia', '#/evidence/new');
    await learner.getByRole('searchbox').waitFor();
    await listen(learner);
    await learner.getByRole('searchbox').fill('complaint');
    await learner.waitForFunction(() =>
      /\d+ criteri\w+ found/.test((window as unknown as { heard: string[] }).heard.join()),
    );
    await learner.close();
  });

  it('moves nothing for people who asked for less motion', async () => {
    const page = await bench.open('priya', '#/');
    await page.getByRole('link', { name: 'Amelia Hart' }).click();
    await page.getByRole('checkbox', { name: 'Confirm 1.2' }).waitFor();
    const moving = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) =>
            ['transitionDuration', 'animationDuration'].some((of) =>
              getComputedStyle(element)
                [of as 'transitionDuration'].split(',')
                .some((time) => Number.parseFloat(time) > 0.01),
            ),
          ).length,
      );
    expect(await moving()).to.equal(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving()).to.be.above(0);
    await page.close();
  });
});
