import { browser } from '../browser.ts';
import { browserLabel } from './browser-label.ts';
import { startBackground } from './start.ts';
import { openState } from './state.ts';
import { createToolApi } from './tool-api.ts';

/** Addresses of tools that the build was given. */
declare const BUILT_IN_TOOLS: readonly string[];

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

startBackground({
  browser,
  state: openState(browser),
  api: createToolApi((...args) => fetch(...args)),
  now: () => Date.now(),
  random: () => Math.random(),
  secret: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
  challengeOf: async (secret) =>
    base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))),
  label: browserLabel(navigator.userAgent),
  builtIn: BUILT_IN_TOOLS,
});
