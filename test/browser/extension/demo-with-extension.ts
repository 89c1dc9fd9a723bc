import type { Page } from 'playwright-core';
import { type OpenExtension, openExtension } from '../../builders/browser/open-extension.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { badgeOf } from './paired.ts';

export type World = {
  readonly demo: RunningDemo;
  readonly extension: OpenExtension;
  /** The badge shows this text, at the latest after some seconds. */
  badgeIs(text: string): Promise<void>;
  /** A page of the LMS, in a tab. */
  openLms(url: string): Promise<Page>;
};
type Options = {
  readonly manner?: 'moodle' | 'canvas';
  /** What has happened before the first test. */
  readonly prepare?: (demo: RunningDemo, extension: OpenExtension) => Promise<void>;
};

const there = <T>(one: T | null): T => {
  if (one === null) throw new Error('It is there from the first test on.');
  return one;
};

/** The whole product and a Chromium with the extension, for the tests of a `describe`; both end with its last test. */
export function demoWithExtension({ manner = 'moodle', prepare }: Options = {}): World {
  let demo: RunningDemo | null = null;
  let extension: OpenExtension | null = null;
  before(async () => {
    demo = await startRunningDemo(manner);
    extension = await openExtension();
    await prepare?.(demo, extension);
  });
  after(async () => {
    await extension?.close();
    await demo?.close();
  });
  return {
    get demo() {
      return there(demo);
    },
    get extension() {
      return there(extension);
    },
    badgeIs: (text) => badgeOf(there(extension), text),
    async openLms(url) {
      const page = await there(extension).context.newPage();
      await page.goto(url);
      return page;
    },
  };
}
