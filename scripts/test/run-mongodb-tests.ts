import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildPanel, buildServer } from '../build/build.ts';
import { ensureChromium } from './find-chromium.ts';
import { startMongodbServer } from './mongodb-server.ts';

const root = path.resolve(__dirname, '../..');
/** All that reaches the database, but for the tests of the embedded one itself. */
const tests = [
  'test/lti-tool/store/**/*.test.ts',
  'test/lti-tool/use-cases/**/*.test.ts',
  'test/lti-tool/http/**/*.test.ts',
  'test/lti-tool/publishing/**/*.test.ts',
  'test/scripts/admin/**/*.test.ts',
  'test/mongodb/**/*.test.ts',
  'test/several-processes/**/*.test.ts',
  'test/browser/story.test.ts',
];

/** Runs the tests on the MongoDB of DATABASE_URL, or on FerretDB started for them. */
async function main(): Promise<number> {
  const chromium = ensureChromium();
  await Promise.all([buildServer(), buildPanel()]);
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startMongodbServer();
  try {
    const files = process.argv.slice(2);
    const mocha = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/mocha/bin/mocha.js'),
        '--reporter',
        path.join(root, 'scripts/test/reporter.cjs'),
        // FerretDB on SQLite answers many times slower than the embedded database.
        '--timeout',
        '60000',
        ...(files.length > 0 ? files : [...tests, '--ignore', 'test/lti-tool/store/embedded/**']),
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, CHROMIUM_PATH: chromium, DATABASE_URL: server.url },
      },
    );
    const [status] = await once(mocha, 'exit');
    return typeof status === 'number' ? status : 1;
  } finally {
    await server.stop();
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
