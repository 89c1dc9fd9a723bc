import type { ExtensionBrowser } from '../browser.ts';
import type { State } from './state.ts';
import type { ToolApi } from './tool-api.ts';

/** What the parts of the background work with; a test hands in its own. */
export type Background = {
  readonly browser: ExtensionBrowser;
  readonly state: State;
  readonly api: ToolApi;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** 256 random bits, base64url. */
  readonly secret: () => string;
  /** SHA-256, base64url. */
  readonly challengeOf: (secret: string) => Promise<string>;
  /** The browser, in words: "Firefox on Linux". */
  readonly label: string;
  /** Addresses of tools that the build was given. */
  readonly builtIn: readonly string[];
};

/** A "no" of the background's own, with a text that says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}
