import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium for browser tests: the one set by CHROMIUM_PATH, the system's or Playwright's; null where there is none. */
export function findChromium(): string | null {
  const set = process.env.CHROMIUM_PATH;
  if (set) return existsSync(set) ? set : null;
  return [...places, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}

const packages = ['chromium', 'fonts-dejavu-core'];
const isDebian = (): boolean => existsSync('/usr/bin/apt-get');
const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Finds a Chromium, and installs Debian's where there is none and this is root.
 * @throws Error saying in one line what to do
 */
export function ensureChromium(): string {
  const present = findChromium();
  if (present) return present;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and there is no file there.`);
  if (isDebian() && isRoot()) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Chromium: install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
