import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../../../lti-tool/store/embedded/embedded-database.ts';

/** An empty directory of its own, removed by `remove`. */
export function temporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'embedded-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An embedded database in a temporary directory with a mongoose connection to it. */
export interface TemporaryDatabase {
  readonly dataDir: string;
  readonly embedded: EmbeddedDatabase;
  readonly connection: Connection;
  /** Closes both and opens both again on the same directory. */
  restart(): Promise<TemporaryDatabase>;
  close(): Promise<void>;
}

type Options = Omit<Parameters<typeof openEmbeddedDatabase>[0], 'dataDir'>;

/** Opens a temporary database; `close` removes its directory. */
export async function openTemporaryDatabase(options: Options = {}): Promise<TemporaryDatabase> {
  return openIn(temporaryDirectory(), options);
}

async function openIn(directory: ReturnType<typeof temporaryDirectory>, options: Options): Promise<TemporaryDatabase> {
  const embedded = await openEmbeddedDatabase({ dataDir: directory.path, ...options });
  const connection = await mongoose.createConnection(embedded.url, { serverSelectionTimeoutMS: 2000 }).asPromise();
  const closeBoth = async () => {
    await connection.close();
    await embedded.close();
  };
  return {
    dataDir: directory.path,
    embedded,
    connection,
    restart: async () => {
      await closeBoth();
      return openIn(directory, options);
    },
    close: async () => {
      await closeBoth();
      directory.remove();
    },
  };
}

/** What a promise was rejected with; fails when it was not. `code` is the error's own, or that of the server's error
 * that the driver put another one around. */
export async function rejectionOf(
  promise: PromiseLike<unknown>,
): Promise<{ name: string; message: string; code: unknown }> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const original = 'originalError' in error ? error.originalError : error;
    const { code } = original as { code?: unknown };
    return Object.assign(error, { code });
  }
  throw new Error('expected a rejection');
}
