import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../test/find-chromium.ts';

export type ThirdPartyCookies = 'allowed' | 'blocked';

/** Chromium's own words for the setting "third-party cookies". */
const preferences: Readonly<Record<ThirdPartyCookies, object>> = {
  allowed: { cookie_controls_mode: 0, block_third_party_cookies: false },
  blocked: { cookie_controls_mode: 1, block_third_party_cookies: true },
};

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type TestBrowser = { readonly context: BrowserContext; close(): Promise<void> };
export type BrowserOptions = {
  readonly cookies: ThirdPartyCookies;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Keeps no cookies at all of the one origin while it is in pages of the other, partitioned ones included. */
  readonly cookieless?: { readonly origin: string; readonly within: string };
};

const without = ({ origin, within }: NonNullable<BrowserOptions['cookieless']>) => ({
  content_settings: { exceptions: { cookies: { [`${origin},${within}`]: { setting: 2 } } } },
});

/** A real Chromium with a profile of its own, in which third-party cookies are allowed or blocked. */
export async function openBrowser({
  cookies,
  width = 1280,
  height = 800,
  dark = false,
  cookieless,
}: BrowserOptions): Promise<TestBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'countersign-profile-'));
  await mkdir(path.join(profile, 'Default'));
  await writeFile(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { ...preferences[cookies], ...(cookieless && without(cookieless)) } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    args: quiet,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
