import path from 'node:path';
import { expect } from 'chai';
import {
  beginInFirefox,
  connectInFirefox,
  type FirefoxExtension,
  openFirefoxExtension,
  pressIn,
  showInFirefox,
  shows,
} from '../../builders/browser/firefox-extension.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { confirmedOf, courseOf, submitted } from './story.ts';

describe('the extension in a real Firefox', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  let extension: FirefoxExtension;
  before(async () => {
    demo = await startRunningDemo();
    extension = await openFirefoxExtension({ tools: [demo.toolUrl] });
  });
  after(async () => {
    await extension?.close();
    await demo?.close();
  });

  it('does nothing where the person refuses the permission, and says so', async () => {
    const page = await extension.open('options.html');
    await beginInFirefox(page, demo.toolUrl);
    await extension.answer(false);
    await shows(page, 'Nothing was changed.');
    expect(await extension.badge()).to.equal('');
    await page.close();
  });

  it('is paired in the panel, and shows the true count', async () => {
    await submitted(demo, 'amelia', '1.1', '1.3');
    await connectInFirefox(demo, extension, 'priya');
    await extension.badgeIs('2');
  });

  it('accepts all from the popup, which changes the gradebook', async () => {
    const page = await extension.open('popup.html');
    await pressIn(page, 'Accept all learner ticks');
    await shows(page, "Accept all of Amelia's ticks?");
    await pressIn(page, 'Confirm 2 criteria');
    await shows(page, '2 criteria confirmed.');
    await eventually(() => void expect(confirmedOf(demo, 'amelia')).to.equal(2), 8_000);
    await extension.badgeIs('');
    await pressIn(page, 'Undo');
    await shows(page, 'Undone.');
    await extension.badgeIs('2');
    await page.close();
  });

  it('shows its overlay on the LMS once that site is allowed', async () => {
    await showInFirefox(extension);
    const page = await extension.firefox.newPage();
    await page.goto(courseOf(demo).gradebookUrl);
    await page.waitForSelector('countersign-overlay');
    await page.waitForSelector('countersign-count');
    const size = await page.$eval('countersign-overlay', (host) => JSON.stringify(host.getBoundingClientRect()));
    expect(JSON.parse(size).width).to.be.within(40, 120);
    await page.screenshot({ path: path.resolve(__dirname, '../../../screenshots/extension-firefox-gradebook.png') });
    await page.close();
  });

  it('shows "?" once it was disconnected in the panel', async () => {
    const token = await demo.launch('priya');
    const { tokens } = (await demo.api(token, 'GET', '/api/extension-tokens')).body as {
      tokens: Array<{ id: string }>;
    };
    for (const { id } of tokens) await demo.api(token, 'DELETE', `/api/extension-tokens/${id}`, {});
    const page = await extension.open('popup.html');
    await shows(page, 'is not connected any more.');
    await extension.badgeIs('?');
    await page.close();
  });
});
