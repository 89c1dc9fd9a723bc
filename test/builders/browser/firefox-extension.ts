import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { firefoxId } from '../../../extension/manifest.ts';
import { packExtension } from '../../../scripts/pack-extension/pack-extension.ts';
import { eventually } from '../tool/eventually.ts';
import type { RunningDemo } from '../tool/running-demo.ts';
import { firefoxWindow } from './firefox-window.ts';
import { openFirefox } from './open-firefox.ts';

const uuid = '11111111-2222-4333-8444-555555555555';

export type FirefoxExtension = {
  readonly firefox: Browser;
  /** The address of a file of the extension. */
  urlOf(file: string): string;
  /** A page of the extension, in a tab. */
  open(file: string): Promise<Page>;
  /** The text on the button in the toolbar. */
  badge(): Promise<string>;
  badgeIs(text: string): Promise<void>;
  /** Answers the question that the browser asks the person. */
  answer(yes: boolean): Promise<void>;
  close(): Promise<void>;
};
export type FirefoxExtensionOptions = {
  /** Addresses that the build is given. */
  readonly tools?: readonly string[];
  /** What an administrator has put down for the extension, as Firefox keeps it for one user. */
  readonly managed?: object;
};

/** A real Firefox with the packed extension installed, and nothing allowed to it. */
export async function openFirefoxExtension({
  tools = [],
  managed,
}: FirefoxExtensionOptions = {}): Promise<FirefoxExtension> {
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-firefox-'));
  const close = () => rm(directory, { recursive: true, force: true });
  try {
    await packExtension({ version: '1.2.3', tools }, path.join(directory, 'packed'));
    if (managed) {
      const kept = path.join(directory, '.mozilla/managed-storage');
      await mkdir(kept, { recursive: true });
      const manifest = { name: firefoxId, description: 'Set by policy', type: 'storage', data: managed };
      await writeFile(path.join(kept, `${firefoxId}.json`), JSON.stringify(manifest));
    }
    const firefox = await openFirefox(
      { 'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: uuid }) },
      managed ? { HOME: directory } : {},
    );
    return await installed(firefox, path.join(directory, 'packed/firefox'), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function installed(firefox: Browser, source: string, clean: () => Promise<void>): Promise<FirefoxExtension> {
  const window = firefoxWindow(firefox);
  const close = async () => {
    await firefox.close();
    await clean();
  };
  const urlOf = (file: string) => `moz-extension://${uuid}/${file}`;
  const badge = () =>
    window.inChrome(
      `(id) => { const policy = WebExtensionPolicy.getByID(id); const action = policy.extension.apiManager.global.browserActionFor(policy.extension); return action.action.getProperty(null, 'badgeText') ?? ''; }`,
      firefoxId,
    );
  try {
    await firefox.installExtension(source);
    // It opens its settings by itself; later, that tab would come before the one that a test works in.
    await eventually(
      async () =>
        void expect(
          await window.inChrome('() => [...gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec).join()'),
        ).to.contain(urlOf('options.html')),
      20_000,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...{ firefox, urlOf, badge, close },
    async open(file) {
      const page = await firefox.newPage();
      await window.goWithoutWaiting(page, urlOf(file));
      await page.waitForFunction('location.protocol === "moz-extension:" && document.querySelector("#app > *")');
      return page;
    },
    badgeIs: (text) => eventually(async () => void expect(await badge()).to.equal(text), 10_000),
    answer: (yes) =>
      eventually(async () => {
        const pressed = await window.inChrome(
          `(which) => { const panel = PopupNotifications.panel; const asked = panel.state === 'open' && panel.firstElementChild; if (!asked) return 'none'; (which === 'yes' ? asked.button : asked.secondaryButton).click(); return 'pressed'; }`,
          yes ? 'yes' : 'no',
        );
        expect(pressed).to.equal('pressed');
      }, 20_000),
  };
}

/** Waits until the page says that. */
export const shows = (place: Page | Frame, text: string) =>
  place.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { timeout: 10_000 }, text);

/** Presses the button or link that says that. */
export async function pressIn(place: Page | Frame, text: string): Promise<void> {
  const found = await place.waitForSelector(`::-p-xpath(//*[self::button or self::a][contains(., "${text}")])`);
  await found?.click();
}

/** Types the tool's address into the settings and asks to be connected. */
export async function beginInFirefox(page: Page, toolUrl: string): Promise<void> {
  await page.waitForSelector('#tool');
  await page.$eval('#tool', (field) => {
    (field as HTMLInputElement).value = '';
  });
  await page.type('#tool', toolUrl);
  await page.click('form button[type=submit]');
}

/** Connects the extension as somebody, in the settings and in the panel. */
export async function connectInFirefox(demo: RunningDemo, extension: FirefoxExtension, person: string): Promise<void> {
  const { firefox, open, answer } = extension;
  const setup = await open('options.html');
  await beginInFirefox(setup, demo.toolUrl);
  await answer(true);
  await shows(setup, 'One step is left.');
  const [name = '', value = ''] = demo.lms.cookieOf(person).split('=');
  await firefox.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
  const page = await firefox.newPage();
  await page.goto(demo.lms.courses()[0]?.activities[0]?.url ?? '');
  const frame = await page.waitForFrame((one) => one.url().startsWith(demo.toolUrl));
  await pressIn(frame, 'Extension');
  await pressIn(frame, 'Connect the browser extension');
  await frame.waitForSelector('dialog[open] .primary');
  await frame.click('dialog[open] .primary');
  await shows(frame, 'Connected. The number on its button');
  await page.close();
  await setup.close();
}

/** Lets the extension show what waits on the LMS. */
export async function showInFirefox({ open, answer }: FirefoxExtension): Promise<void> {
  const setup = await open('options.html');
  await pressIn(setup, 'Show what waits');
  await answer(true);
  await shows(setup, 'From the next page on it shows');
  await setup.close();
}
