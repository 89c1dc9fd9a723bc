import { expect } from 'chai';
import { openBrowser, type TestBrowser, type ThirdPartyCookies } from '../../scripts/browser/open-browser.ts';
import { visit } from '../../scripts/browser/visit.ts';
import type { DemoLms } from '../../scripts/demo-lms/demo-lms.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from './looking.ts';

/** Criteria of the sample qualification. */
const criteria = 81;

const scoreOf = (lms: DemoLms, person: string) => {
  const course = lms.courses()[0];
  const name = lms.person(person).name;
  return lms.gradebook(course?.id ?? '').find((row) => row.name === name) ?? null;
};

/** Confirmed criteria as the gradebook has them: a Moodle rescales a score to its column's own maximum. */
const confirmedInGradebook = (lms: DemoLms, person: string): number | null => {
  const row = scoreOf(lms, person);
  if (!row || row.score === null) return null;
  return Math.round((row.score / row.maximum) * criteria * 100) / 100;
};

type World = { readonly manner: 'moodle' | 'canvas'; readonly cookies: ThirdPartyCookies; readonly says: string };
const worlds: readonly World[] = [
  { manner: 'moodle', cookies: 'allowed', says: 'in a Moodle-like LMS with third-party cookies allowed' },
  { manner: 'moodle', cookies: 'blocked', says: 'in a Moodle-like LMS with third-party cookies blocked' },
  { manner: 'canvas', cookies: 'blocked', says: 'in a Canvas-like LMS with third-party cookies blocked' },
];

for (const { manner, cookies, says } of worlds) {
  describe(`the main job in a real browser, ${says}`, () => {
    let demo: RunningDemo;
    let browser: TestBrowser;
    const shot = (name: string) => `${manner}-${cookies}-${name}`;
    before(async function () {
      this.timeout(60_000);
      demo = await startRunningDemo(manner);
      browser = await openBrowser({ cookies });
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    it('a learner adds evidence, ticks criteria, attaches a file and submits it', async () => {
      const { page, panel, faults } = await visit(browser.context, demo.lms, 'amelia');
      await picture(page, shot('1-learner-start'));
      await panel.getByRole('link', { name: 'Add evidence' }).first().click();
      await panel.getByLabel('Title').fill('Complaint call and follow-up email');
      await panel
        .getByLabel('What you did, and what it shows')
        .fill('A customer rang because her parcel was late. I listened first.');
      for (const ref of ['1.1', '1.3', '1.5']) await panel.getByRole('checkbox', { name: `201 ${ref} ` }).check();
      await panel.getByRole('button', { name: 'Save draft' }).click();
      await panel
        .getByText(/saved at/i)
        .first()
        .waitFor();
      await panel.locator('input[type=file]').setInputFiles({
        name: 'Follow-up email.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Dear Mr Shah, your parcel left the depot at noon.'),
      });
      await panel.getByText('Follow-up email.txt added.').waitFor({ state: 'attached' });
      await picture(page, shot('2-learner-evidence'));
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await panel.getByRole('button', { name: /^Submit/ }).click();
      await panel
        .getByText(/waiting|submitted/i)
        .first()
        .waitFor();
      await picture(page, shot('3-learner-submitted'));
      expect(faults).to.deep.equal([]);
      await page.close();
    });

    it('leaves the gradebook alone while ticks wait for an assessor', async () => {
      expect(scoreOf(demo.lms, 'amelia')?.score ?? null).to.equal(null);
      expect(demo.lms.requests.filter(({ path }) => path.includes('/scores'))).to.deep.equal([]);
    });

    it('an assessor sees who waits and accepts all learner ticks behind a prompt', async () => {
      const { page, panel, faults } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('link', { name: 'Amelia Hart' }).waitFor();
      await picture(page, shot('4-caseload'));
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await panel.getByRole('link', { name: 'Amelia Hart' }).click();
      const accept = panel.getByRole('button', { name: 'Accept all learner ticks (3)' });
      await accept.waitFor();
      await picture(page, shot('5-review'));
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await accept.click();
      const prompt = panel.getByRole('dialog');
      await prompt.getByText('3 criteria', { exact: true }).first().waitFor();
      expect(await prompt.textContent())
        .to.contain('Amelia Hart')
        .and.to.contain('1.1')
        .and.to.contain('1.3')
        .and.to.contain('1.5');
      await picture(page, shot('6-prompt'));
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await prompt.getByRole('button', { name: 'Confirm 3 criteria' }).click();
      await panel
        .getByText(/3 criteria confirmed/)
        .first()
        .waitFor();
      expect(await accept.count()).to.equal(0);
      await picture(page, shot('7-accepted'));
      await eventually(() => void expect(confirmedInGradebook(demo.lms, 'amelia')).to.equal(3), 5_000);
      expect(scoreOf(demo.lms, 'amelia')?.comment).to.equal('3 of 81 criteria confirmed');
      expect(faults).to.deep.equal([]);
      await page.close();
    });

    it('an assessor confirms by hand something else than was ticked, and the gradebook follows', async () => {
      const { page, panel } = await visit(browser.context, demo.lms, 'priya');
      await panel
        .getByRole('link', { name: /^All/ })
        .or(panel.getByRole('button', { name: /^All/ }))
        .first()
        .click();
      // Its review is not finished yet, so her name still leads to the evidence.
      await panel.getByRole('link', { name: 'Amelia Hart' }).click();
      await panel.getByRole('checkbox', { name: 'Confirm 1.3' }).uncheck();
      await panel
        .getByText(/nobody ticked/i)
        .first()
        .click();
      await panel.getByRole('checkbox', { name: 'Confirm 1.2' }).check();
      await panel.getByRole('checkbox', { name: 'Confirm 1.4' }).check();
      await eventually(() => void expect(confirmedInGradebook(demo.lms, 'amelia')).to.equal(4), 8_000);
      expect(scoreOf(demo.lms, 'amelia')?.comment).to.equal('4 of 81 criteria confirmed; 1 awaits an assessor');
      await picture(page, shot('8-by-hand'));
      await page.close();
    });

    it('the matrix shows what is confirmed and what waits', async () => {
      const { page, panel } = await visit(browser.context, demo.lms, 'priya');
      await panel.getByRole('link', { name: 'Matrix', exact: true }).click();
      await panel.getByRole('link', { name: 'Amelia Hart' }).waitFor();
      await picture(page, shot('9-matrix'));
      await panel.locator('td [data-standing=confirmed], td[data-standing=confirmed]').nth(3).waitFor();
      expect(await panel.locator('[data-standing=confirmed]').count()).to.be.greaterThan(3);
      expect(
        await panel.locator('td[data-standing^=awaiting], td [data-standing^=awaiting]').count(),
      ).to.be.greaterThan(0);
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await page.close();
    });

    it('the learner sees what is confirmed, and whose turn the rest is', async () => {
      const { page, panel } = await visit(browser.context, demo.lms, 'amelia');
      await panel.getByText('4 of 81').or(panel.getByText('of 81')).first().waitFor();
      await picture(page, shot('10-learner-after'));
      expect(await panel.locator('main').textContent()).to.match(/1 criterion you ticked waits/);
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await page.close();
    });
  });
}
