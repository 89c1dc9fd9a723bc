import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildPanel, buildServer } from '../build/build.ts';
import { ensureChromium } from './find-chromium.ts';
import { ensureFirefox } from './find-firefox.ts';

const root = path.resolve(__dirname, '../..');
/** What needs another server than the embedded database, which is for one process: `npm run test:mongodb` runs it. */
const needMongodb = ['test/several-processes/**', 'test/mongodb/**'];

/** Builds, finds or installs the browsers, and runs every test with coverage. */
async function main(): Promise<number> {
  const browsers = { CHROMIUM_PATH: ensureChromium(), FIREFOX_PATH: ensureFirefox() };
  await Promise.all([buildServer(), buildPanel()]);
  const files = process.argv.slice(2);
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/c8/bin/c8.js'),
      path.join(root, 'node_modules/mocha/bin/mocha.js'),
      '--reporter',
      path.join(root, 'scripts/test/reporter.cjs'),
      ...(files.length > 0 ? files : ['test/**/*.test.ts', ...needMongodb.flatMap((files) => ['--ignore', files])]),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...browsers } },
  );
  return status ?? 1;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
