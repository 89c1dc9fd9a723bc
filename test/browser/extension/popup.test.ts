import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../../builders/tool/eventually.ts';
import { accessibilityFaults, picture } from '../looking.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { connectAs } from './paired.ts';
import { confirmedOf, submitted, traineeTicked } from './story.ts';

describe('the popup, in a real Chromium', function () {
  this.timeout(60_000);
  const world = demoWithExtension({
    prepare: async (demo, extension) => {
      await submitted(demo, 'amelia', '1.1', '1.3', '1.5');
      await connectAs(demo, extension, 'priya');
    },
  });
  const openPopup = async (): Promise<Page> => {
    const page = await world.extension.open('popup.html');
    await page.setViewportSize({ width: 380, height: 560 });
    return page;
  };

  it('accepts all from the popup, which changes the gradebook, and undoes it', async () => {
    const page = await openPopup();
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `extension-5-popup-${colorScheme}`);
      expect(await accessibilityFaults(page), colorScheme).to.deep.equal([]);
    }
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).click();
    await page.getByRole('heading', { name: "Accept all of Amelia's ticks?" }).waitFor();
    await picture(page, 'extension-6-popup-prompt');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Confirm 3 criteria' }).click();
    await page.getByRole('heading', { name: '3 criteria confirmed.' }).waitFor();
    await picture(page, 'extension-7-popup-done');
    await eventually(() => void expect(confirmedOf(world.demo, 'amelia')).to.equal(3), 8_000);
    await world.badgeIs('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Undone.' }).waitFor();
    await world.badgeIs('3');
    await eventually(() => void expect(confirmedOf(world.demo, 'amelia')).to.equal(0), 8_000);
    await page.getByRole('button', { name: 'Back to what waits' }).click();
    await page.getByRole('button', { name: /^Accept all learner ticks \(3\)/ }).waitFor();
    await page.close();
  });

  it('opens the LMS at the activity, and the panel there at the review', async () => {
    const page = await openPopup();
    const [opened] = await Promise.all([
      world.extension.context.waitForEvent('page'),
      page.getByRole('button', { name: /^Amelia Hart/ }).click(),
    ]);
    await opened.waitForURL(/\/mod\/lti\/view\.php\?l=1$/);
    const panel = opened.frameLocator('iframe#contentframe');
    await panel.getByRole('button', { name: 'Accept all learner ticks (3)' }).waitFor();
    await opened.close();
    if (!page.isClosed()) await page.close();
  });

  it('accepts all trainee assessor ticks, which the assessor countersigns so, and undoes it', async () => {
    await traineeTicked(world.demo, await submitted(world.demo, 'kwame', '2.1', '2.2'), '2.1', '2.3');
    const page = await openPopup();
    await page.getByRole('button', { name: /^Accept all trainee assessor ticks \(2\) of Kwame Boateng/ }).click();
    await page.getByRole('heading', { name: "Accept all of Tom Okafor's ticks?" }).waitFor();
    await page.getByText('You will countersign').waitFor();
    await picture(page, 'extension-7-popup-trainee');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Countersign 2 criteria' }).click();
    await page.getByRole('heading', { name: '2 criteria countersigned.' }).waitFor();
    await eventually(() => void expect(confirmedOf(world.demo, 'kwame')).to.equal(2), 8_000);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Undone.' }).waitFor();
    await eventually(() => void expect(confirmedOf(world.demo, 'kwame')).to.equal(0), 8_000);
    await page.close();
  });
});
