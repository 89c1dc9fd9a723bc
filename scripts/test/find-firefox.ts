import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The Firefox for browser tests: the one set by FIREFOX_PATH, or the system's; null where there is none. */
export function findFirefox(): string | null {
  const set = process.env.FIREFOX_PATH;
  if (set) return existsSync(set) ? set : null;
  return places.find((place) => existsSync(place)) ?? null;
}

const isDebian = (): boolean => existsSync('/usr/bin/apt-get');
const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Finds a Firefox, and installs Debian's where there is none and this is root.
 * @throws Error saying in one line what to do
 */
export function ensureFirefox(): string {
  const present = findFirefox();
  if (present) return present;
  if (process.env.FIREFOX_PATH)
    throw new Error(`FIREFOX_PATH is ${process.env.FIREFOX_PATH}, and there is no file there.`);
  if (isDebian() && isRoot()) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    for (const name of ['firefox-esr', 'firefox']) {
      try {
        execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
        break;
      } catch {
        // Debian has the one, Ubuntu the other.
      }
    }
  }
  const installed = findFirefox();
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Firefox: install one (Debian: sudo apt-get install firefox-esr) or set FIREFOX_PATH.',
  );
}
