import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconSizes } from '../../extension/manifest.ts';
import { openBrowser } from '../browser/open-browser.ts';

const icons = path.resolve(__dirname, '../../extension/icons');

/** Draws the icon in every size that browsers and stores want; its pictures are kept, so that a build needs no browser. */
async function main(): Promise<void> {
  const svg = readFileSync(path.join(icons, 'icon.svg'), 'utf8');
  const { context, close } = await openBrowser({ cookies: 'blocked' });
  const page = await context.newPage();
  for (const size of iconSizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0;display:block}svg{width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: path.join(icons, `${size}.png`), omitBackground: true });
  }
  await close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
