import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../../builders/tool/eventually.ts';
import { accessibilityFaults, picture } from '../looking.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { heard, press } from './inside.ts';
import { connectAs, showOnLms } from './paired.ts';
import { confirmedOf, courseOf, submitted, traineeTicked } from './story.ts';

describe('the overlay over the pages of a Moodle-like LMS, in a real Chromium', function () {
  this.timeout(60_000);
  const world = demoWithExtension({
    prepare: async (demo, extension) => {
      await submitted(demo, 'amelia', '1.1', '1.3', '1.5');
      await connectAs(demo, extension, 'priya');
    },
  });
  const hosts = (page: Page) => page.locator('countersign-overlay, countersign-count');

  it('is not there before the site is allowed', async () => {
    const page = await world.openLms(courseOf(world.demo).url);
    expect(await hosts(page).count()).to.equal(0);
    await page.close();
  });

  it('is there once the person allowed the site, as a small pill on no control', async () => {
    const setup = await showOnLms(world.demo, world.extension);
    await picture(setup, 'extension-8-settings');
    expect(await accessibilityFaults(setup)).to.deep.equal([]);
    await setup.close();
    const page = await world.openLms(courseOf(world.demo).url);
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
    const page = await world.openLms(courseOf(world.demo).url);
    const box = () => page.locator('countersign-overlay').boundingBox();
    await page.locator('countersign-overlay').waitFor();
    const before = await box();
    await press(page, 'button', /show Countersign/);
    await press(page, 'button', /^Move Countersign/);
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    const after = await box();
    expect(Math.round((before?.y ?? 0) - (after?.y ?? 0))).to.equal(80);
    await page.goto(courseOf(world.demo).participantsUrl);
    await page.locator('countersign-overlay').waitFor();
    await eventually(async () => void expect(await box()).to.deep.equal(after), 5_000);
    await page.close();
  });

  it('shows a count beside each learner, moves nothing in the page, and comes back after every sort', async () => {
    for (const [name, url] of [
      ['participants', courseOf(world.demo).participantsUrl],
      ['gradebook', courseOf(world.demo).gradebookUrl],
    ] as const) {
      const page = await world.openLms(url);
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
    const page = await world.openLms(courseOf(world.demo).gradebookUrl);
    const [opened] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      press(page, 'button', /^3 unconfirmed of Amelia Hart/),
    ]);
    const panel = opened.frameLocator('iframe#contentframe');
    await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
    await opened.close();
    await page.close();
  });

  it('offers the open item’s accept-all inside the tool’s frame', async () => {
    const page = await world.openLms(courseOf(world.demo).activities[0]?.url ?? '');
    const panel = page.frameLocator('iframe#contentframe');
    await panel.getByRole('link', { name: 'Amelia Hart' }).click();
    await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
    // A frame with room for the list beside the controls of the review.
    await page.setViewportSize({ width: 1440, height: 1200 });
    const frame = page.frames().find((one) => one.url().startsWith(world.demo.toolUrl));
    if (!frame) throw new Error('There is no frame of the tool.');
    await press(frame, 'button', /unconfirmed: show Countersign/);
    await picture(page, 'extension-12-in-the-frame');
    const [prompt] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      press(frame, 'button', /^Accept all learner ticks \(3\) of Amelia Hart/),
    ]);
    await prompt.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
    await prompt.close();
    await page.close();
  });

  it('accepts all behind the same prompt, in a window of the extension’s own, and changes the gradebook', async () => {
    const page = await world.openLms(courseOf(world.demo).url);
    await press(page, 'button', /show Countersign/);
    const [prompt] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      press(page, 'button', /^Accept all learner ticks \(3\)/),
    ]);
    await prompt.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
    expect(new URL(prompt.url()).protocol).to.equal('chrome-extension:');
    await picture(prompt, 'extension-13-prompt-window');
    expect(await accessibilityFaults(prompt)).to.deep.equal([]);
    await world.extension.stopBackground();
    await prompt.getByRole('button', { name: 'Confirm 3 criteria' }).click();
    await prompt.getByRole('heading', { name: '3 criteria confirmed.' }).waitFor();
    await eventually(() => void expect(confirmedOf(world.demo, 'amelia')).to.equal(3), 8_000);
    await world.badgeIs('');
    const { body } = await world.demo.api(await world.demo.launch('priya'), 'GET', '/api/caseload');
    expect((body as { unconfirmed: number }).unconfirmed).to.equal(0);
    if (!prompt.isClosed()) await prompt.close();
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.locator('countersign-overlay').waitFor({ state: 'detached' });
    await page.close();
  });

  it('accepts all trainee assessor ticks in the same way', async () => {
    await traineeTicked(world.demo, await submitted(world.demo, 'kwame', '2.1'), '2.1', '2.3');
    const reload = await world.extension.open('popup.html');
    await reload.getByRole('button', { name: /^Kwame Boateng/ }).waitFor();
    await reload.close();
    const page = await world.openLms(courseOf(world.demo).url);
    await press(page, 'button', /show Countersign/);
    const [prompt] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      press(page, 'button', /^Accept all trainee assessor ticks \(2\) of Kwame Boateng/),
    ]);
    await prompt.getByRole('heading', { name: "Accept all of Tom Okafor's ticks?" }).waitFor();
    await prompt.getByRole('button', { name: 'Countersign 2 criteria' }).click();
    await prompt.getByRole('heading', { name: '2 criteria countersigned.' }).waitFor();
    await eventually(() => void expect(confirmedOf(world.demo, 'kwame')).to.equal(2), 8_000);
    if (!prompt.isClosed()) await prompt.close();
    await page.close();
  });
});
