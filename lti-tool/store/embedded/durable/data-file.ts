import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import type { StoredDocument } from '../documents/stored-document.ts';
import { EmbeddedDatabaseError } from '../embedded-database-error.ts';
import { decodeDocument } from '../values/bson-document.ts';
import type { DurableChanges } from './commit-queue.ts';
import { findDamage } from './data-file-check.ts';
import {
  type CatalogueEntry,
  decodeDocumentRecord,
  decodeOwnRecord,
  encodeOwnRecord,
  numberKey,
  numberOfKey,
} from './record-format.ts';

/** The version of the data file's contents. Raise it with every change that older versions would misread. */
const FORMAT = 1;
const FORMAT_KEY = Buffer.from('format');

/** Every commit is flushed to disk before it is reported: `overlappingSync`, on by default, would report it before.
 * Commits are batched by the caller: of batches by event turn, also the default, a failed one ends the process. */
const OPTIONS = { noSubdir: true, maxDbs: 3, overlappingSync: false, eventTurnBatching: false } as const;

type Table = Database<Buffer, Buffer>;

/** The one file that a centre's data is in: an LMDB environment. The caller must hold the data directory alone. */
export class DataFile {
  readonly #path: string;
  readonly #environment: RootDatabase;
  readonly #catalogue: Table;
  readonly #documents: Table;

  /** Opens the file, making it if it is not there. Throws EmbeddedDatabaseError (`corrupt`, `newerFormat`) and then
   * leaves the file as it was. */
  static async open(path: string): Promise<DataFile> {
    if (!existsSync(path)) await createFile(path);
    const damage = findDamage(path);
    if (damage) throw corrupt(path, damage);
    removeLock(path);
    const environment = open({ path, ...OPTIONS });
    try {
      assertFormat(path, openTable(environment, 'meta').get(FORMAT_KEY));
      return new DataFile(path, environment);
    } catch (error) {
      await environment.close();
      throw error instanceof EmbeddedDatabaseError ? error : corrupt(path, String(error), error);
    }
  }

  private constructor(path: string, environment: RootDatabase) {
    this.#path = path;
    this.#environment = environment;
    this.#catalogue = openTable(environment, 'catalogue');
    this.#documents = openTable(environment, 'documents');
  }

  *readCatalogue(): Generator<CatalogueEntry> {
    for (const { value } of this.#catalogue.getRange({})) {
      yield decodeOwnRecord(value) as unknown as CatalogueEntry;
    }
  }

  /** Every document, in the order of insertion. Throws ChecksumError. */
  *readDocuments(): Generator<{ collectionId: number; stored: StoredDocument }> {
    for (const { key, value } of this.#documents.getRange({})) {
      const { collectionId, bytes } = decodeDocumentRecord(value);
      yield { collectionId, stored: { recordId: numberOfKey(key), document: decodeDocument(bytes), bytes } };
    }
  }

  /** Writes all the changes, or none; resolves when they are flushed to disk. */
  async commit(changes: DurableChanges): Promise<void> {
    const writes: Promise<boolean>[] = [];
    writes.push(
      this.#documents.batch(() => {
        writes.push(...write(this.#catalogue, changes.catalogue), ...write(this.#documents, changes.documents));
      }),
    );
    const failed = (await Promise.allSettled(writes)).find((result) => result.status === 'rejected');
    if (!failed) return;
    ignoreSecondReport(failed.reason);
    throw failed.reason;
  }

  /** The error for contents that turned out to make no sense. */
  damagedBy(reason: unknown): EmbeddedDatabaseError {
    return corrupt(this.#path, reason instanceof Error ? reason.message : String(reason), reason);
  }

  close(): Promise<void> {
    return this.#environment.close();
  }
}

function write(table: Table, changes: ReadonlyMap<number, Buffer | null>): Promise<boolean>[] {
  return [...changes].map(([number, value]) => {
    const key = numberKey(number);
    return value ? table.put(key, value) : table.remove(key);
  });
}

/** LMDB reports a failed commit a second time, through a promise on its error; unheard, that would end the process. */
function ignoreSecondReport(reason: unknown): void {
  if (reason instanceof Error && 'commitError' in reason) Promise.resolve(reason.commitError).catch(() => undefined);
}

function openTable(environment: RootDatabase, name: string, create = false): Table {
  const options = { name, encoding: 'binary', keyEncoding: 'binary', create } as const;
  return environment.openDB<Buffer, Buffer>(options);
}

/** Makes the file under another name first, so that a file in its place is always a whole one. */
async function createFile(path: string): Promise<void> {
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  removeLock(draft);
  const environment = open({ path: draft, ...OPTIONS });
  openTable(environment, 'catalogue', true);
  openTable(environment, 'documents', true);
  await openTable(environment, 'meta', true).put(FORMAT_KEY, encodeOwnRecord({ format: FORMAT }));
  await environment.close();
  removeLock(draft);
  renameSync(draft, path);
  flushDirectory(dirname(path));
}

/** Makes the new name itself durable; Windows has no such call and needs none. */
function flushDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** LMDB's own lock file only matters while the file is open, and a killed process leaves it behind. */
function removeLock(path: string): void {
  rmSync(`${path}-lock`, { force: true });
}

function assertFormat(path: string, record: Buffer | undefined): void {
  const format = record && decodeOwnRecord(record).format;
  if (format === FORMAT) return;
  if (typeof format !== 'number' || format < FORMAT) throw corrupt(path, 'its format version is missing');
  throw new EmbeddedDatabaseError(
    'newerFormat',
    `${path} was written by a newer version (format ${format}, this version knows ${FORMAT}). ` +
      'Start the newer version again, or restore a backup made before the upgrade. The file was left as it was.',
  );
}

function corrupt(path: string, damage: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'corrupt',
    `${path} is damaged: ${damage}. Keep a copy of it, then put a backup in its place, or move it away to start ` +
      'with an empty database. The file was left as it was.',
    { cause },
  );
}
