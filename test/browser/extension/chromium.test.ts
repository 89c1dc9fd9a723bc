import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { visit } from '../../../scripts/browser/visit.ts';
import { type OpenExtension, openExtension } from '../../builders/browser/open-extension.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { accessibilityFaults, picture } from '../looking.ts';
import { heard, press } from './inside.ts';

const criteria = 81;
const wording = {
  title: 'Complaint call and follow-up email',
  method: 'observation',
  narrative: 'I listened.',
  links: [],
};

describe('the extension in a real Chromium', function () {
  this.timeout(60_000);
  let demo: RunningDemo;
  let extension: OpenExtension;
  before(async () => {
    demo = await startRunningDemo();
    extension = await openExtension();
  });
  after(async () => {
    await extension?.close();
    await demo?.close();
  });

  const submitted = async (person: string, ...refs: string[]): Promise<string> => {
    const token = await demo.launch(person);
    const me = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
    const made = await demo.api(token, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
    const { id } = made.body as { id: string };
    await demo.api(token, 'POST', `/api/evidence/${id}/ticks`, { tick: refs.map((ref) => `201/${ref}`), untick: [] });
    await demo.api(token, 'POST', `/api/evidence/${id}/submit`, {});
    return id;
  };
  const confirmedOf = (person: string): number | null => {
    const course = demo.lms.courses()[0];
    const row = demo.lms.gradebook(course?.id ?? '').find((one) => one.name === demo.lms.person(person).name);
    return row && row.score !== null ? Math.round((row.score / row.maximum) * criteria) : null;
  };
  const badgeIs = (text: string) =>
    eventually(async () => void expect((await extension.badge()).text).to.equal(text), 8_000);
  const openPopup = async (): Promise<Page> => {
    const page = await extension.open('popup.html');
    await page.setViewportSize({ width: 380, height: 560 });
    return page;
  };

  it('asks for nothing at installing, and says how to begin', async () => {
    const page = await extension.open('options.html');
    await page.getByRole('heading', { name: 'Never overlook a tick that waits for you' }).waitFor();
    await page.getByLabel('Address of Countersign').waitFor();
    await picture(page, 'extension-1-first-run');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    expect(await extension.badge()).to.deep.equal({ text: '', title: 'Countersign: click to connect' });
    await page.close();
  });

  it('refuses an address that is not safe, and says so', async () => {
    const page = await extension.open('options.html');
    for (const address of ['http://countersign.example', 'javascript:alert(1)', 'ftp://x.example', 'nonsense at all']) {
      await page.getByLabel('Address of Countersign').fill(address);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('It begins with https://.').waitFor();
    }
    await page.close();
  });

  it('is paired in the panel, behind a prompt that says what it will be able to do', async () => {
    await submitted('amelia', '1.1', '1.3', '1.5');
    await extension.willAllow(demo.toolUrl);
    const setup = await extension.open('options.html');
    await setup.getByLabel('Address of Countersign').fill(demo.toolUrl);
    await setup.getByRole('button', { name: 'Connect', exact: true }).click();
    await setup.getByText('One step is left.').waitFor();
    await picture(setup, 'extension-2-one-step-left');
    const { page, panel } = await visit(extension.context, demo.lms, 'priya');
    await panel.getByRole('link', { name: 'Extension' }).click();
    await panel.getByRole('button', { name: 'Connect the browser extension' }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('accept all ticks of a piece of evidence').waitFor();
    await picture(page, 'extension-3-panel-prompt');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await panel.getByText('Connected. The number on its button').waitFor();
    await panel.getByRole('cell', { name: 'today' }).or(panel.getByText('not used yet')).first().waitFor();
    await picture(page, 'extension-4-panel-connected');
    await page.close();
    await setup.getByRole('heading', { name: 'Settings' }).waitFor();
    await setup.close();
  });

  it('shows the true count on its badge, and what it is made of', async () => {
    await badgeIs('3');
    expect((await extension.badge()).title).to.contain('Level 2 Customer Service, group A: 3 criteria to confirm');
  });

  it('accepts all from the popup, which changes the gradebook, and undoes it', async () => {
    const page = await openPopup();
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).waitFor();
    await picture(page, 'extension-5-popup');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).click();
    await page.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
    await picture(page, 'extension-6-popup-prompt');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Confirm 3 criteria' }).click();
    await page.getByRole('heading', { name: '3 criteria confirmed.' }).waitFor();
    await picture(page, 'extension-7-popup-done');
    await eventually(() => void expect(confirmedOf('amelia')).to.equal(3), 8_000);
    await badgeIs('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Undone.' }).waitFor();
    await badgeIs('3');
    await eventually(() => void expect(confirmedOf('amelia')).to.equal(0), 8_000);
    await page.getByRole('button', { name: 'Back to what waits' }).click();
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).waitFor();
    await page.close();
  });

  it('opens the LMS at the activity, and the panel there at the review', async () => {
    const page = await openPopup();
    const [opened] = await Promise.all([
      extension.context.waitForEvent('page'),
      page.getByRole('button', { name: /^Amelia Hart/ }).click(),
    ]);
    await opened.waitForURL(/\/mod\/lti\/view\.php\?l=1$/);
    const panel = opened.frameLocator('iframe#contentframe');
    await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
    await opened.close();
    if (!page.isClosed()) await page.close();
  });

  describe('over the pages of the LMS', () => {
    const course = () => {
      const found = demo.lms.courses()[0];
      if (!found) throw new Error('The demo LMS has no course.');
      return found;
    };
    const openLms = async (url: string): Promise<Page> => {
      const [name = '', value = ''] = demo.lms.cookieOf('priya').split('=');
      await extension.context.addCookies([{ name, value, url: demo.lms.url }]);
      const page = await extension.context.newPage();
      await page.goto(url);
      return page;
    };
    const hosts = (page: Page) => page.locator('countersign-overlay, countersign-count');

    it('is not there before the site is allowed', async () => {
      const page = await openLms(course().url);
      expect(await hosts(page).count()).to.equal(0);
      await page.close();
    });

    it('is there once the person allowed the site, as a small pill on no control', async () => {
      await extension.willAllow(demo.lms.url);
      const setup = await extension.open('options.html');
      await setup.getByRole('button', { name: /^Show what waits/ }).click();
      await setup.getByText('From the next page on it shows').waitFor();
      await picture(setup, 'extension-8-settings');
      expect(await accessibilityFaults(setup)).to.deep.equal([]);
      await setup.close();
      const page = await openLms(course().url);
      await page.locator('countersign-overlay').waitFor();
      await picture(page, 'extension-9-overlay-pill');
      await press(page, 'button', /^3 unconfirmed: show Countersign/);
      await eventually(
        async () => void expect((await heard(page)).join()).to.contain('Accept all learner ticks (3)'),
        5_000,
      );
      await picture(page, 'extension-10-overlay');
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, 'extension-10-overlay-dark');
      await page.close();
    });

    it('stays where it was left, also on the next page', async () => {
      const page = await openLms(course().url);
      const box = () => page.locator('countersign-overlay').boundingBox();
      await page.locator('countersign-overlay').waitFor();
      const before = await box();
      await press(page, 'button', /show Countersign/);
      await press(page, 'button', /^Move Countersign/);
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Escape');
      const after = await box();
      expect(Math.round((before?.y ?? 0) - (after?.y ?? 0))).to.equal(80);
      await page.goto(course().participantsUrl);
      await page.locator('countersign-overlay').waitFor();
      await eventually(async () => void expect(await box()).to.deep.equal(after), 5_000);
      await page.close();
    });

    it('shows a count beside each learner, moves nothing in the page, and comes back after every sort', async () => {
      for (const [name, url] of [
        ['participants', course().participantsUrl],
        ['gradebook', course().gradebookUrl],
      ] as const) {
        const page = await openLms(url);
        const mark = page.locator('countersign-count');
        await mark.waitFor({ state: 'attached' });
        expect(await page.locator('tr', { hasText: 'Amelia Hart' }).locator('countersign-count').count()).to.equal(1);
        expect(await mark.count()).to.equal(1);
        await picture(page, `extension-11-${name}`);
        const rows = () =>
          page.locator('tr').evaluateAll((all) => all.map((row) => JSON.stringify(row.getBoundingClientRect())));
        const withMarks = await rows();
        await mark.evaluate((one) => one.remove());
        expect(await rows()).to.deep.equal(withMarks);
        await page.locator('[data-sort]').first().click();
        await mark.waitFor({ state: 'attached' });
        await page.locator('[data-sort]').first().click();
        await eventually(async () => void expect(await mark.count()).to.equal(1), 5_000);
        await eventually(
          async () => void expect((await heard(page)).join()).to.contain('3 unconfirmed of Amelia Hart'),
          5_000,
        );
        await page.close();
      }
    });

    it('opens the review from the count beside a learner', async () => {
      const page = await openLms(course().gradebookUrl);
      const [opened] = await Promise.all([
        extension.context.waitForEvent('page'),
        press(page, 'button', /^3 unconfirmed of Amelia Hart/),
      ]);
      const panel = opened.frameLocator('iframe#contentframe');
      await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
      await opened.close();
      await page.close();
    });

    it('offers the open item’s accept-all inside the tool’s frame', async () => {
      const page = await openLms(course().activities[0]?.url ?? '');
      const panel = page.frameLocator('iframe#contentframe');
      await panel.getByRole('link', { name: 'Amelia Hart' }).click();
      await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
      const frame = page.frames().find((one) => one.url().startsWith(demo.toolUrl));
      if (!frame) throw new Error('There is no frame of the tool.');
      await press(frame, 'button', /unconfirmed: show Countersign/);
      await picture(page, 'extension-12-in-the-frame');
      const [prompt] = await Promise.all([
        extension.context.waitForEvent('page'),
        press(frame, 'button', /^Accept all learner ticks \(3\) of Amelia Hart/),
      ]);
      await prompt.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
      await prompt.close();
      await page.close();
    });

    it('accepts all behind the same prompt, in a window of the extension’s own, and changes the gradebook', async () => {
      const page = await openLms(course().url);
      await press(page, 'button', /show Countersign/);
      const [prompt] = await Promise.all([
        extension.context.waitForEvent('page'),
        press(page, 'button', /^Accept all learner ticks \(3\)/),
      ]);
      await prompt.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
      expect(new URL(prompt.url()).protocol).to.equal('chrome-extension:');
      await picture(prompt, 'extension-13-prompt-window');
      expect(await accessibilityFaults(prompt)).to.deep.equal([]);
      await extension.stopBackground();
      await prompt.getByRole('button', { name: 'Confirm 3 criteria' }).click();
      await prompt.getByRole('heading', { name: '3 criteria confirmed.' }).waitFor();
      await eventually(() => void expect(confirmedOf('amelia')).to.equal(3), 8_000);
      await badgeIs('');
      const { body } = await demo.api(await demo.launch('priya'), 'GET', '/api/caseload');
      expect((body as { unconfirmed: number }).unconfirmed).to.equal(0);
      if (!prompt.isClosed()) await prompt.close();
      await page.bringToFront();
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await page.locator('countersign-overlay').waitFor({ state: 'detached' });
      await page.close();
    });
  });

  describe('and its token', () => {
    it('is kept where no content script and no page can look: not in the storage that those may read', async () => {
      const worker = await extension.background();
      const kept = await worker.evaluate(async () => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: Record<string, { get(of: null): Promise<object> }> } }
        ).chrome;
        return JSON.stringify([await storage.local?.get(null), await storage.sync?.get(null).catch(() => ({}))]);
      });
      expect(kept).to.not.match(/[A-Za-z0-9_-]{40}/);
    });

    it('is worth nothing once disconnected in the panel: the badge shows "?", and says how to connect again', async () => {
      await submitted('kwame', '2.1');
      const { page, panel } = await visit(extension.context, demo.lms, 'priya');
      await panel.getByRole('link', { name: 'Extension' }).click();
      await panel.getByRole('button', { name: /^Disconnect/ }).click();
      await panel.getByText('is disconnected.').waitFor();
      await page.close();
      const popup = await openPopup();
      await popup.getByText('is not connected any more.').waitFor();
      await picture(popup, 'extension-14-popup-lost');
      expect(await accessibilityFaults(popup)).to.deep.equal([]);
      await popup.close();
      await badgeIs('?');
      expect((await extension.badge()).title).to.contain('connect again');
      const page2 = await extension.context.newPage();
      await page2.goto(demo.lms.courses()[0]?.url ?? '');
      expect(await page2.locator('countersign-overlay').count()).to.equal(0);
      await page2.close();
    });
  });
});
