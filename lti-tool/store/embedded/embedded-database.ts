import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import type { CommandContext } from './commands/command.ts';
import { dispatch } from './commands/dispatch.ts';
import { CursorTable } from './cursor-table.ts';
import { DocumentDatabase } from './documents/document-database.ts';
import { DataFile } from './durable/data-file.ts';
import { existingDataDirectory, prepareDataDirectory } from './server/data-directory.ts';
import { endpointsIn, type Transport } from './server/endpoint.ts';
import { probe } from './server/probe.ts';
import { ServerClaim } from './server/server-claim.ts';

export { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** A `mongodb://` URL for any MongoDB driver, database name included. */
  readonly url: string;
  /** Ends all connections and lets the directory go, once everything written is on disk. May be called again. */
  close(): Promise<void>;
}

interface EmbeddedDatabaseOptions {
  /** The directory that holds the data. It is created, and made private to this user. */
  readonly dataDir: string;
  /** Milliseconds since 1970, for expiry and `$currentDate`. Default: the system's clock. */
  readonly now?: () => number;
  /** How often expired documents and idle cursors are looked for, in milliseconds. Default: 1000. */
  readonly sweepEveryMs?: number;
  /** Default: a socket file, except on Windows. */
  readonly transport?: Transport;
}

const DATA_FILE = 'countersign.mdb';

/** Starts the embedded database: a server for MongoDB's wire protocol in this process, for one process's data that
 * fits in memory. Throws EmbeddedDatabaseError. */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const directory = prepareDataDirectory(options.dataDir);
  const claim = await ServerClaim.take(directory, options.transport ?? defaultTransport());
  try {
    const file = await DataFile.open(join(directory, DATA_FILE));
    try {
      return start(claim, file, options);
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** The URL of the server that runs for a data directory, in this or another process; null when none does. */
export async function runningEmbeddedUrl(dataDir: string): Promise<string | null> {
  const directory = existingDataDirectory(dataDir);
  if (!directory) return null;
  for (const endpoint of endpointsIn(directory)) {
    if ((await probe(endpoint)) === 'running') return endpoint.url;
  }
  return null;
}

function start(claim: ServerClaim, file: DataFile, options: EmbeddedDatabaseOptions): EmbeddedDatabase {
  const { now = Date.now, sweepEveryMs = 1000 } = options;
  const database = new DocumentDatabase(file);
  const cursors = new CursorTable(now);
  const { serverId } = claim.endpoint;
  const context: CommandContext = { database, cursors, carriedOut: new Map(), now, startedAt: now(), serverId };
  let closing: Promise<void> | null = null;
  claim.serve((connectionId) => async (command) => {
    if (closing) throw new CommandError(11600, 'The embedded database is shutting down');
    return dispatch(command, context, connectionId);
  });
  const sweeper = setInterval(() => {
    database.expire(now());
    cursors.expire();
  }, sweepEveryMs);
  const stop = async () => {
    clearInterval(sweeper);
    claim.disconnect();
    await database.settled().finally(() => file.close().finally(() => claim.release()));
  };
  return {
    url: claim.endpoint.url,
    close: () => {
      closing ??= stop();
      return closing;
    },
  };
}

function defaultTransport(): Transport {
  return process.platform === 'win32' ? 'loopback' : 'socket';
}
