import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

const directory = path.resolve(__dirname, '../../screenshots');

/** Keeps a picture of the page as it is, in a folder that git ignores. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: path.join(directory, `${name}.png`) });
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong by WCAG 2.2 AA, in the page and its frames: rule and element, empty when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** By how many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A telephone, a tablet, what a course page leaves of a small window, and a whole window. */
const windows = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 885, height: 478 },
  { width: 1280, height: 800 },
] as const;

/** Looks at one state, as it is, in windows of every kind, light and dark: it fits, and axe finds nothing. */
export async function looksRightEverywhere(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of windows) {
      await page.setViewportSize(size);
      // The picture shows what was last acted on.
      await page.evaluate(() => document.querySelector('body :focus')?.scrollIntoView({ block: 'center' }));
      const look = `${name}-${size.width}-${colorScheme}`;
      await picture(page, look);
      // A breakpoint changes what there is; between, only the room.
      if (size.width === 320 || size.width === 1280) expect(await accessibilityFaults(page), look).to.deep.equal([]);
      expect(await overflowOf(page), `${look} is wider than the window`).to.be.at.most(0);
    }
  }
}
