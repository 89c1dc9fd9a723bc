import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureFirefox } from '../../../scripts/test/find-firefox.ts';

/**
 * A real Firefox with a profile of its own, driven by WebDriver BiDi. Close it at the end.
 * @param environment on top of this process's own
 */
export const openFirefox = (
  preferences: Readonly<Record<string, unknown>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    env: { ...process.env, ...environment },
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: { 'intl.locale.requested': 'en-GB', ...preferences },
  });
