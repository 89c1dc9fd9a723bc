import { ConfigError, environment, readConfig } from './config.ts';
import { ListenError } from './http/server.ts';
import { openLog } from './open-log.ts';
import { EmbeddedDatabaseError } from './store/embedded/embedded-database.ts';
import { SchemaVersionError } from './store/migrations/schema-version.ts';
import { startTool } from './tool.ts';

/** A fault that the person at the terminal can mend gets its sentence, not a stack. */
const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  error instanceof ListenError ||
  error instanceof EmbeddedDatabaseError ||
  error instanceof SchemaVersionError;

async function main(): Promise<void> {
  const config = readConfig(environment());
  const log = openLog(config.logLevel);
  const tool = await startTool(config, log);
  log.info({ url: tool.url }, 'Countersign is ready');
  log.flush();
  const end = () => void tool.close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

main().catch((error: unknown) => {
  console.error(isExpected(error) ? error.message : error);
  process.exit(1);
});
