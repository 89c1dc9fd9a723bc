import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../lti-tool/config.ts';
import { runAdmin } from '../admin/admin.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { startDemo } from '../start/demo.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Draws the steps of a registration, from the demo LMS in that manner, for the guides. */
export async function drawRegistration(directory: string, manner: 'moodle' | 'canvas', port: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  const settings = { PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: 'off', LOG_LEVEL: 'silent' };
  const lmsPort = port + 1;
  const lmsUrl = `http://127.0.0.1:${lmsPort}`;
  const demo = await startDemo({ config: readConfig(settings), log: silent, lmsPort, lmsUrl, manner });
  const browser = await openBrowser({ cookies: 'blocked', height: 640 });
  try {
    const suffix = manner === 'canvas' ? '-canvas' : '';
    const picture = (name: string) => path.join(directory, `register-${name}${suffix}.png`);
    const printed = await runAdmin(['platform', 'invite', '--name', 'Northfield College'], settings);
    const address = /http\S+invitation=\S+/.exec(printed)?.[0] ?? '';
    const page = await browser.context.newPage();
    await page.goto(`${lmsUrl}/demo/tools`);
    const field = page.getByLabel(/URL/);
    // The picture shows an address as it is in life, and no secret.
    await field.fill('https://countersign.example/lti/register?invitation=Q7dK...');
    await page.screenshot({ path: picture('address') });
    await field.fill(address);
    await field.press('Enter');
    const done = page.frameLocator('#registration').getByRole('button', { name: /^Done/ });
    await done.waitFor();
    await page.screenshot({ path: picture('done') });
    await done.click();
    await page.getByText('Countersign', { exact: true }).waitFor();
    await page.screenshot({ path: picture('pending') });
  } finally {
    await browser.close();
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
