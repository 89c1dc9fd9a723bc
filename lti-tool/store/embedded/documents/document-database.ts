import { CommandError } from '../command-error.ts';
import { CommitQueue } from '../durable/commit-queue.ts';
import type { DataFile } from '../durable/data-file.ts';
import { encodeDocumentRecord, encodeOwnRecord } from '../durable/record-format.ts';
import { type ChangeRecorder, Collection } from './collection.ts';
import { expireDocuments } from './expiry.ts';
import { ID_INDEX } from './index-specification.ts';
import type { StoredDocument } from './stored-document.ts';

/** All collections of all databases, in memory, over one data file.
 *
 * Reads see a write at once, like MongoDB's default read concern `local`; a write is acknowledged (`settled`) when it
 * is on disk. Every acknowledgement waits for all the writes before it, so also an answer such as "somebody else was
 * first" rests on durable state. Should a commit fail, its writers are told and memory is read anew from disk. */
export class DocumentDatabase implements ChangeRecorder {
  readonly #file: DataFile;
  readonly #queue: CommitQueue;
  #collections = new Map<string, Collection>();
  #lastCollectionId = 0;
  #lastRecordId = 0;

  /** Reads everything. Throws EmbeddedDatabaseError (`corrupt`). */
  constructor(file: DataFile) {
    this.#file = file;
    this.#queue = new CommitQueue(
      (changes) => file.commit(changes),
      () => this.#load(),
    );
    try {
      this.#load();
    } catch (error) {
      throw file.damagedBy(error);
    }
  }

  /** How many transactions were committed since the start. */
  get commits(): number {
    return this.#queue.commits;
  }

  /** Resolves when every change so far is on disk. Throws OutOfDiskSpace when it could not be written. */
  async settled(): Promise<void> {
    try {
      await this.#queue.settled();
    } catch (reason) {
      const cause = reason instanceof Error ? reason.message : String(reason);
      throw new CommandError(14031, `The change could not be written to disk and was undone: ${cause}`);
    }
  }

  /** The collection, or an empty one that is not kept. */
  read(namespace: string): Collection {
    return this.#collections.get(namespace) ?? new Collection(0, namespace, this);
  }

  find(namespace: string): Collection | undefined {
    return this.#collections.get(namespace);
  }

  /** The collection, made if it is not there. */
  open(namespace: string): Collection {
    const existing = this.#collections.get(namespace);
    if (existing) return existing;
    assertNamespace(namespace);
    const created = new Collection(++this.#lastCollectionId, namespace, this);
    this.#collections.set(namespace, created);
    this.catalogueChanged(created);
    return created;
  }

  drop(collection: Collection): void {
    for (const stored of collection.all()) this.documentRemoved(stored);
    this.#collections.delete(collection.namespace);
    this.#queue.putCatalogueEntry(collection.id, null);
  }

  collections(): Collection[] {
    return [...this.#collections.values()];
  }

  /** Removes what TTL indexes say is over at `now` (milliseconds since 1970). */
  expire(now: number): void {
    for (const collection of this.#collections.values()) expireDocuments(collection, now);
  }

  nextRecordId(): number {
    return ++this.#lastRecordId;
  }

  documentChanged(collection: Collection, stored: StoredDocument): void {
    this.#queue.putDocument(stored.recordId, encodeDocumentRecord(collection.id, stored.bytes));
  }

  documentRemoved(stored: StoredDocument): void {
    this.#queue.putDocument(stored.recordId, null);
  }

  catalogueChanged({ id, namespace, indexes }: Collection): void {
    this.#queue.putCatalogueEntry(
      id,
      encodeOwnRecord({ id, namespace, indexes: indexes.filter(({ name }) => name !== ID_INDEX.name) }),
    );
  }

  #load(): void {
    const byId = new Map<number, Collection>();
    for (const { id, namespace, indexes } of this.#file.readCatalogue()) {
      byId.set(id, new Collection(id, namespace, this, indexes));
      this.#lastCollectionId = Math.max(this.#lastCollectionId, id);
    }
    for (const { collectionId, stored } of this.#file.readDocuments()) {
      byId.get(collectionId)?.restore(stored);
      this.#lastRecordId = Math.max(this.#lastRecordId, stored.recordId);
    }
    this.#collections = new Map([...byId.values()].map((collection) => [collection.namespace, collection]));
  }
}

function assertNamespace(namespace: string): void {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  if (
    name === '' ||
    name.includes('$') ||
    name.includes('\0') ||
    name.startsWith('system.') ||
    namespace.length > 255
  ) {
    throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
  }
}
