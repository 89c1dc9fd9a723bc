import path from 'node:path';
import { ConfigError, environment, readConfig } from '../../lti-tool/config.ts';
import { ListenError } from '../../lti-tool/http/server.ts';
import { openLog } from '../../lti-tool/open-log.ts';
import { EmbeddedDatabaseError } from '../../lti-tool/store/embedded/embedded-database.ts';
import { SchemaVersionError } from '../../lti-tool/store/migrations/schema-version.ts';
import { buildPanel } from '../build/build.ts';
import { startDemo } from './demo.ts';

/** Builds the panel, starts the tool and the demo LMS, and says which address to open. */
async function main(): Promise<void> {
  const settings = environment();
  const config = readConfig({ LOG_LEVEL: 'warn', ...settings });
  const lmsPort = Number(settings.LMS_PORT ?? 8081);
  if (!Number.isInteger(lmsPort) || lmsPort < 1 || lmsPort > 65_535)
    throw new ConfigError('LMS_PORT must be a number from 1 to 65535.');
  await buildPanel();
  const demo = await startDemo({
    config,
    log: openLog(config.logLevel),
    lmsPort,
    lmsUrl: `http://127.0.0.1:${lmsPort}`,
    manner: settings.LMS_MANNER === 'canvas' ? 'canvas' : 'moodle',
    lmsStatePath: path.join(config.dataDir, 'demo-lms.json'),
  });
  console.log(`
Countersign is running.

  Open the demo LMS:  ${demo.lms.url}
  The tool itself:    ${demo.tool.url}
  Data is kept in:    ${config.dataDir}

In the LMS open the course, then the activity. Switch between learner, assessor and the others at the top.
Stop with Ctrl+C; the next start finds everything as it was.
`);
  const end = () => void demo.close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** A fault that the person at the terminal can mend gets its sentence, not a stack. */
const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  error instanceof ListenError ||
  error instanceof EmbeddedDatabaseError ||
  error instanceof SchemaVersionError;

main().catch((error: unknown) => {
  console.error(isExpected(error) ? error.message : error);
  process.exit(1);
});
