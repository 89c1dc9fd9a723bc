import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { firefoxId } from '../../../extension/manifest.ts';
import { packExtension } from '../../../scripts/pack-extension/pack-extension.ts';
import { firefoxWindow } from '../../builders/browser/firefox-window.ts';
import { openFirefox } from '../../builders/browser/open-firefox.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { confirmedOf, courseOf, submitted } from './story.ts';

const uuid = '11111111-2222-4333-8444-555555555555';

const firstRunIsOpen = '(page) => gBrowser.selectedBrowser.currentURI.spec.startsWith(page) ? "in front" : "not yet"';

describe('the extension in a real Firefox', function () {
  this.timeout(90_000);
  let demo: RunningDemo;
  let firefox: Browser;
  let window: ReturnType<typeof firefoxWindow>;
  let directory: string;
  before(async () => {
    demo = await startRunningDemo();
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-firefox-'));
    await packExtension({ version: '1.2.3', tools: [demo.toolUrl] }, directory);
    firefox = await openFirefox({ 'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: uuid }) });
    window = firefoxWindow(firefox);
    await firefox.installExtension(path.join(directory, 'firefox'));
    // It comes to the front by itself, and would hide what is asked in another tab.
    const firstRun = `moz-extension://${uuid}/options.html`;
    await eventually(
      async () => void expect(await window.inChrome(firstRunIsOpen, firstRun)).to.equal('in front'),
      30_000,
    );
  });
  after(async () => {
    await firefox?.close();
    await demo?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const open = async (file: string): Promise<Page> => {
    const page = await firefox.newPage();
    await window.goWithoutWaiting(page, `moz-extension://${uuid}/${file}`);
    await page.waitForFunction('location.protocol === "moz-extension:" && document.querySelector("#app > *")');
    return page;
  };
  const shows = (place: Page | Frame, text: string) =>
    place.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { timeout: 10_000 }, text);
  const press = async (place: Page | Frame, text: string): Promise<void> => {
    const found = await place.waitForSelector(`::-p-xpath(//*[self::button or self::a][contains(., "${text}")])`);
    await found?.click();
  };
  /** What the button in the toolbar shows: text and tooltip. */
  const badge = () =>
    window.inChrome(
      `(id) => { const policy = WebExtensionPolicy.getByID(id); const action = policy.extension.apiManager.global.browserActionFor(policy.extension); return action.action.getProperty(null, 'badgeText') ?? ''; }`,
      firefoxId,
    );
  const badgeIs = (text: string) => eventually(async () => void expect(await badge()).to.equal(text), 10_000);
  /** Answers the question that the browser asks the person. */
  const answer = (yes: boolean) =>
    eventually(async () => {
      const pressed = await window.inChrome(
        `(which) => { const panel = PopupNotifications.panel; const asked = panel.state === 'open' && panel.firstElementChild; if (!asked) return 'none'; (which === 'yes' ? asked.button : asked.secondaryButton).click(); return 'pressed'; }`,
        yes ? 'yes' : 'no',
      );
      expect(pressed).to.equal('pressed');
    }, 10_000);
  const connect = async (page: Page): Promise<void> => {
    await page.waitForSelector('#tool');
    await page.$eval('#tool', (field) => {
      (field as HTMLInputElement).value = '';
    });
    await page.type('#tool', demo.toolUrl);
    await page.click('form button[type=submit]');
  };

  it('does nothing where the person refuses the permission, and says so', async () => {
    const page = await open('options.html');
    await connect(page);
    await answer(false);
    await shows(page, 'Nothing was changed.');
    expect(await badge()).to.equal('');
    await page.close();
  });

  it('is paired in the panel, and shows the true count', async () => {
    await submitted(demo, 'amelia', '1.1', '1.3');
    const setup = await open('options.html');
    await connect(setup);
    await answer(true);
    await shows(setup, 'One step is left.');
    const [name = '', value = ''] = demo.lms.cookieOf('priya').split('=');
    await firefox.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
    const page = await firefox.newPage();
    await page.goto(courseOf(demo).activities[0]?.url ?? '');
    const frame = await page.waitForFrame((one) => one.url().startsWith(demo.toolUrl));
    await press(frame, 'Extension');
    await press(frame, 'Connect the browser extension');
    await frame.waitForSelector('dialog[open] .primary');
    await frame.click('dialog[open] .primary');
    await shows(frame, 'Connected. The number on its button');
    await page.close();
    await badgeIs('2');
    await setup.close();
  });

  it('accepts all from the popup, which changes the gradebook', async () => {
    const page = await open('popup.html');
    await press(page, 'Accept all learner ticks');
    await shows(page, "Accept all of Amelia's ticks?");
    await press(page, 'Confirm 2 criteria');
    await shows(page, '2 criteria confirmed.');
    await eventually(() => void expect(confirmedOf(demo, 'amelia')).to.equal(2), 8_000);
    await badgeIs('');
    await press(page, 'Undo');
    await shows(page, 'Undone.');
    await badgeIs('2');
    await page.close();
  });

  it('shows its overlay on the LMS once that site is allowed', async () => {
    const setup = await open('options.html');
    await press(setup, 'Show what waits');
    await answer(true);
    await shows(setup, 'From the next page on it shows');
    await setup.close();
    const page = await firefox.newPage();
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
    const page = await open('popup.html');
    await shows(page, 'is not connected any more.');
    await badgeIs('?');
    await page.close();
  });
});
