import { expect } from 'chai';
import { visit } from '../../../scripts/browser/visit.ts';
import { accessibilityFaults, picture } from '../looking.ts';
import { demoWithExtension } from './demo-with-extension.ts';
import { beginToConnect } from './paired.ts';
import { courseOf, submitted } from './story.ts';

describe('pairing the extension, in a real Chromium', function () {
  this.timeout(60_000);
  const world = demoWithExtension();

  it('asks for nothing at installing, and says how to begin', async () => {
    const page = await world.extension.open('options.html');
    await page.getByRole('heading', { name: 'Never overlook a tick that waits for you' }).waitFor();
    await page.getByLabel('Address of Countersign').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `extension-1-first-run-${colorScheme}`);
      expect(await accessibilityFaults(page), colorScheme).to.deep.equal([]);
    }
    expect(await world.extension.badge()).to.deep.equal({ text: '', title: 'Countersign: click to connect' });
    await page.close();
  });

  it('refuses an address that is not safe, and says so', async () => {
    const page = await world.extension.open('options.html');
    for (const address of ['http://countersign.example', 'javascript:alert(1)', 'ftp://x.example', 'nonsense at all']) {
      await page.getByLabel('Address of Countersign').fill(address);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('It begins with https://.').waitFor();
    }
    await page.close();
  });

  it('is paired in the panel, behind a prompt that says what it will be able to do', async () => {
    await submitted(world.demo, 'amelia', '1.1', '1.3', '1.5');
    const setup = await beginToConnect(world.demo, world.extension);
    await picture(setup, 'extension-2-one-step-left');
    const { page, panel } = await visit(world.extension.context, world.demo.lms, 'priya');
    await panel.getByRole('link', { name: 'Extension' }).click();
    await panel.getByRole('button', { name: 'Connect the browser extension' }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('accept all ticks on an evidence item').waitFor();
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
    await world.badgeIs('3');
    expect((await world.extension.badge()).title).to.contain(
      'Level 2 Customer Service, group A: 3 criteria to confirm',
    );
  });

  it('keeps its token where no content script and no page can look: not in the storage that those may read', async () => {
    const worker = await world.extension.background();
    const kept = await worker.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, { get(of: null): Promise<object> }> } }
      ).chrome;
      return JSON.stringify([await storage.local?.get(null), await storage.sync?.get(null).catch(() => ({}))]);
    });
    expect(kept).to.not.match(/[A-Za-z0-9_-]{40}/);
  });

  it('has a token worth nothing once disconnected in the panel: the badge shows "?", and says how to connect again', async () => {
    await submitted(world.demo, 'kwame', '2.1');
    const { page, panel } = await visit(world.extension.context, world.demo.lms, 'priya');
    await panel.getByRole('link', { name: 'Extension' }).click();
    await panel.getByRole('button', { name: /^Disconnect/ }).click();
    await panel.getByText('is disconnected.').waitFor();
    await page.close();
    const popup = await world.extension.open('popup.html');
    await popup.setViewportSize({ width: 380, height: 560 });
    await popup.getByText('is not connected any more.').waitFor();
    await picture(popup, 'extension-14-popup-lost');
    expect(await accessibilityFaults(popup)).to.deep.equal([]);
    await popup.close();
    await world.badgeIs('?');
    expect((await world.extension.badge()).title).to.contain('connect again');
    const page2 = await world.extension.context.newPage();
    await page2.goto(courseOf(world.demo).url);
    expect(await page2.locator('countersign-overlay').count()).to.equal(0);
    await page2.close();
  });
});
