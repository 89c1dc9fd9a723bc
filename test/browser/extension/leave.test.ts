import { expect } from 'chai';
import { accessibilityFaults, picture } from '../looking.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { pairAs } from './paired.ts';
import { confirmedOf, courseOf, submitted } from './story.ts';

/** The tool and the LMS are on two hosts, so that each has a permission of its own. */
describe('the extension whose permission is taken away in the browser’s settings, in a real Chromium', function () {
  this.timeout(60_000);
  const world = demoWithExtension({
    prepare: async (demo, extension) => {
      await submitted(demo, 'amelia', '1.1', '1.3');
      await pairAs(demo, extension, 'priya');
    },
  });

  it('for the LMS: leaves its pages, says so, and comes back at one click', async () => {
    expect(new URL(world.demo.lms.url).hostname).to.not.equal(new URL(world.demo.toolUrl).hostname);
    const open = await world.extension.context.newPage();
    const faults: string[] = [];
    open.on('pageerror', (error) => faults.push(error.message));
    await open.goto(courseOf(world.demo).gradebookUrl);
    await open.locator('countersign-overlay').waitFor();
    await world.extension.takesAway(world.demo.lms.url);
    // Also the page that was open: it is told nothing any more, and takes down what it shows.
    await open.bringToFront();
    await open.evaluate(() => dispatchEvent(new Event('focus')));
    await open.locator('countersign-overlay').waitFor({ state: 'detached' });
    await open.reload();
    await open.getByRole('heading', { level: 1 }).waitFor();
    expect(await open.locator('countersign-overlay, countersign-count').count()).to.equal(0);
    expect(faults).to.deep.equal([]);
    await world.badgeIs('2');
    const popup = await world.extension.open('popup.html');
    await popup.getByText('Nothing is shown on 127.0.0.1').waitFor();
    await popup.setViewportSize({ width: 380, height: 560 });
    await picture(popup, 'extension-leave-lms-popup');
    expect(await accessibilityFaults(popup)).to.deep.equal([]);
    const settings = await world.extension.open('options.html');
    await settings.getByText('the browser does not let the extension see this site any more').waitFor();
    await picture(settings, 'extension-leave-lms-settings');
    await settings.close();
    await world.extension.willAllow(world.demo.lms.url);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Show it there again' }).click();
    await popup.getByText('Nothing is shown on').waitFor({ state: 'detached' });
    await popup.close();
    await open.reload();
    await open.locator('countersign-overlay').waitFor();
    await open.close();
  });

  it('for the tool: shows "?", says how to mend it, accepts nothing, and goes on once it is allowed again', async () => {
    const popup = await world.extension.open('popup.html');
    await popup.setViewportSize({ width: 380, height: 560 });
    await popup.getByRole('button', { name: /^Accept all learner ticks \(2\)/ }).click();
    await popup.getByRole('button', { name: 'Confirm 2 criteria' }).waitFor();
    await world.extension.takesAway(world.demo.toolUrl);
    await world.badgeIs('?');
    expect((await world.extension.badge()).title).to.contain('Click to allow it');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Confirm 2 criteria' }).click();
    await popup.getByText('so nothing was changed').waitFor();
    await popup.reload();
    await popup.getByText('does not let the extension reach localhost').waitFor();
    await picture(popup, 'extension-leave-tool-popup');
    expect(await accessibilityFaults(popup)).to.deep.equal([]);
    const settings = await world.extension.open('options.html');
    await settings.getByText('The browser does not let the extension ask any more').waitFor();
    await picture(settings, 'extension-leave-tool-settings');
    expect(await accessibilityFaults(settings)).to.deep.equal([]);
    await settings.close();
    expect(confirmedOf(world.demo, 'amelia') ?? 0).to.equal(0);
    await world.extension.willAllow(world.demo.toolUrl);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Allow' }).click();
    await popup.getByText('does not let the extension reach').waitFor({ state: 'detached' });
    await popup.close();
    await world.badgeIs('2');
  });
});
