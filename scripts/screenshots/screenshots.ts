import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../lti-tool/config.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { visit } from '../browser/visit.ts';
import { buildPanel } from '../build/build.ts';
import { startDemo } from '../start/demo.ts';
import { doExampleWork } from './example-work.ts';
import { drawRegistration } from './registration.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const directory = path.resolve(__dirname, '../../docs/pictures');

/** Draws the pictures of the README from the running product. */
async function main(): Promise<void> {
  await Promise.all([buildPanel(), mkdir(directory, { recursive: true })]);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  const [port, lmsPort] = [18_080, 18_081];
  const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: 'off', LOG_LEVEL: 'silent' });
  const demo = await startDemo({ config, log: silent, lmsPort, lmsUrl: `http://127.0.0.1:${lmsPort}` });
  const light = await openBrowser({ cookies: 'blocked' });
  try {
    await doExampleWork(demo);
    const save = (name: string) => path.join(directory, `${name}.png`);
    const learner = await visit(light.context, demo.lms, 'amelia');
    await learner.page.screenshot({ path: save('learner') });
    const { page, panel } = await visit(light.context, demo.lms, 'priya');
    await panel.getByRole('link', { name: 'Amelia Hart' }).waitFor();
    await page.screenshot({ path: save('caseload') });
    await panel.getByRole('link', { name: 'Amelia Hart' }).click();
    await panel.getByRole('button', { name: /^Accept all learner ticks/ }).waitFor();
    await page.screenshot({ path: save('review') });
    await panel.getByRole('button', { name: /^Accept all learner ticks/ }).click();
    await panel.getByRole('dialog').waitFor();
    await page.screenshot({ path: save('accept-all') });
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel
      .getByRole('link', { name: /Caseload/ })
      .first()
      .click();
    await panel.getByRole('link', { name: 'Matrix', exact: true }).click();
    await panel.getByRole('grid').waitFor();
    await page.screenshot({ path: save('matrix') });
    await page.goto(demo.lms.courses()[0]?.gradebookUrl ?? '');
    await page.screenshot({ path: save('gradebook') });
  } finally {
    await light.close();
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The pictures of the guides come after those of the README, from a demo of their own. */
async function all(): Promise<void> {
  await main();
  await drawRegistration(directory, 'moodle', 18_082);
  await drawRegistration(directory, 'canvas', 18_084);
}

all().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
