import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { packExtension } from '../../../scripts/pack-extension/pack-extension.ts';
import { ensureChromium } from '../../../scripts/test/find-chromium.ts';

export type OpenExtension = {
  readonly context: BrowserContext;
  readonly id: string;
  /** The background as it is now; it may have been stopped and started since. */
  background(): Promise<Worker>;
  /** What is on the button now. */
  badge(): Promise<{ text: string; title: string }>;
  /** A page of the extension, in a tab. */
  open(file: string): Promise<Page>;
  /** Grants what the extension will ask for: the browser's own prompt cannot be pressed without a screen. */
  willAllow(origin: string): Promise<void>;
  /** Takes a permission away in the browser's settings, behind the extension's back. */
  takesAway(origin: string): Promise<void>;
  /** Ends the background's process, as the browser does when it has nothing to do. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
};
export type ExtensionOptions = { readonly width?: number; readonly height?: number; readonly dark?: boolean };

const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** A real Chromium with the packed extension installed, and nothing allowed to it. */
export async function openExtension(options: ExtensionOptions = {}): Promise<OpenExtension> {
  const { width = 1280, height = 800, dark = false } = options;
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-extension-'));
  const [packed, profile] = [path.join(directory, 'packed'), path.join(directory, 'profile')];
  await packExtension({ version: '1.2.3', tools: [] }, packed);
  await mkdir(path.join(profile, 'Default'), { recursive: true });
  await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const source = path.join(packed, 'chrome');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...[`--load-extension=${source}`, `--disable-extensions-except=${source}`],
    ],
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(10_000);
  const background = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await background()).url()).host;
  const open = async (file: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/${file}`);
    return page;
  };
  /** The extension's pages can read the button too, so that asking does not wake the background. */
  const asking = async <T>(work: () => Promise<T>): Promise<T> => {
    const page = await open('options.html');
    const answer = await page.evaluate(work);
    await page.close();
    return answer;
  };
  /** What the person does in the browser's own settings of the extension. */
  const inSettings = async (what: 'addHostPermission' | 'removeHostPermission', origin: string) => {
    const { protocol, hostname } = new URL(origin);
    const page = await context.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(
      ([call, extension, pattern]) =>
        (
          globalThis as unknown as {
            chrome: { developerPrivate: Record<string, (...all: unknown[]) => Promise<void>> };
          }
        ).chrome.developerPrivate[call]?.(extension, pattern),
      [what, id, `${protocol}//${hostname}/*`] as const,
    );
    await page.close();
  };
  return {
    context,
    id,
    background,
    open,
    badge: () =>
      asking(async () => {
        const { action } = (
          globalThis as unknown as { chrome: { action: Record<string, (of: object) => Promise<string>> } }
        ).chrome;
        return { text: (await action.getBadgeText?.({})) ?? '', title: (await action.getTitle?.({})) ?? '' };
      }),
    willAllow: (origin) => inSettings('addHostPermission', origin),
    takesAway: (origin) => inSettings('removeHostPermission', origin),
    async stopBackground() {
      const page = await open('manifest.json');
      const session = await context.newCDPSession(page);
      const stopped = new Promise((resolve) =>
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve(null);
        }),
      );
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await page.close();
    },
    async close() {
      await context.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
