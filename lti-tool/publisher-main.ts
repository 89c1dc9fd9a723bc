import { type Config, ConfigError, environment, readConfig } from './config.ts';
import type { Log } from './http/log.ts';
import { openLog } from './open-log.ts';
import { openPublisher } from './publisher/open-publisher.ts';
import { EmbeddedDatabaseError } from './store/embedded/embedded-database.ts';
import { openStore } from './store/store.ts';
import { openDatabase, openEdge, systemClock } from './tool.ts';

export type PublisherProcess = { close(): Promise<void> };

/**
 * A publisher as a process of its own, beside the tool and other publishers on the same database. Without DATABASE_URL
 * it joins the running tool's embedded database.
 */
export async function startPublisherProcess(config: Config, log: Log): Promise<PublisherProcess> {
  const database = await openDatabase(config, true);
  const closers: Array<() => Promise<unknown>> = [database.close];
  const close = async () => {
    for (const one of closers.reverse()) await one();
  };
  try {
    const store = await openStore(database.url);
    closers.push(store.close);
    const edge = await openEdge(config, store, log, systemClock, async () => {});
    closers.push(() => edge.close());
    const publisher = openPublisher(store.stores, edge, systemClock, log);
    closers.push(() => publisher.stop());
    publisher.start();
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function main(): Promise<void> {
  const config = readConfig(environment());
  const log = openLog(config.logLevel);
  const publisher = await startPublisherProcess(config, log);
  log.info({}, 'The publisher is at work');
  log.flush();
  const end = () => void publisher.close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

if (require.main === module)
  main().catch((error: unknown) => {
    const expected = error instanceof ConfigError || error instanceof EmbeddedDatabaseError;
    console.error(expected ? error.message : error);
    process.exit(1);
  });
