import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedDatabase } from '../../../lti-tool/store/embedded/embedded-database.ts';
import { openStore, type Store } from '../../../lti-tool/store/store.ts';

export type TestDatabase = {
  /** A directory of this test's own. */
  readonly directory: string;
  readonly url: string;
  close(): Promise<void>;
};
export type TestStore = Store & TestDatabase;

/** A database with nothing in it: an embedded one in a fresh directory, or a fresh one of DATABASE_URL. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await openEmbeddedDatabase({ dataDir: path.join(directory, 'database') });
  return {
    directory,
    url: embedded ? embedded.url : freshDatabase(given ?? ''),
    async close() {
      await embedded?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A store on a real database with nothing in it. */
export async function openTestStore(): Promise<TestStore> {
  const database = await openTestDatabase();
  const store = await openStore(database.url);
  return {
    ...store,
    directory: database.directory,
    url: database.url,
    async close() {
      await store.close();
      await database.close();
    },
  };
}

/** The same server, another database name, so that tests never meet each other's data. */
export function freshDatabase(url: string): string {
  const fresh = new URL(url);
  fresh.pathname = `/test-${randomUUID().slice(0, 8)}`;
  return fresh.href;
}
