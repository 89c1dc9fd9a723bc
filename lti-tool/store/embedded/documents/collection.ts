import { BSONRegExp, ObjectId } from 'bson';
import { CommandError } from '../command-error.ts';
import { indexableEqualities } from '../query/equalities.ts';
import { compileMatcher } from '../query/matcher.ts';
import { sortBy } from '../query/sort.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import { compareValues } from '../values/compare.ts';
import { CollectionIndex } from './collection-index.ts';
import { ID_INDEX, type IndexSpecification, isAlreadyThere } from './index-specification.ts';
import { type StoredDocument, toStored } from './stored-document.ts';

/** Where a collection records its changes; they become durable together, in order. */
export interface ChangeRecorder {
  nextRecordId(): number;
  documentChanged(collection: Collection, stored: StoredDocument): void;
  documentRemoved(stored: StoredDocument): void;
  catalogueChanged(collection: Collection): void;
}

/** A collection in memory with its indexes. Every method is synchronous, hence atomic in this process. */
export class Collection {
  readonly id: number;
  /** `database.collection`. */
  readonly namespace: string;
  readonly #recorder: ChangeRecorder;
  readonly #documents = new Map<number, StoredDocument>();
  #indexes: CollectionIndex[];

  constructor(id: number, namespace: string, recorder: ChangeRecorder, indexes: readonly IndexSpecification[] = []) {
    this.id = id;
    this.namespace = namespace;
    this.#recorder = recorder;
    this.#indexes = [ID_INDEX, ...indexes].map((index) => new CollectionIndex(namespace, index));
  }

  get size(): number {
    return this.#documents.size;
  }

  /** Every index, that on `_id` first. */
  get indexes(): IndexSpecification[] {
    return this.#indexes.map(({ specification }) => specification);
  }

  all(): IterableIterator<StoredDocument> {
    return this.#documents.values();
  }

  /** Takes in a document read from the data file. */
  restore(stored: StoredDocument): void {
    this.#add(stored, null);
  }

  /** The matching documents, in the order of `sort` (or of insertion), at most `limit` of them. */
  find(filter: BsonDocument, limit = Number.POSITIVE_INFINITY, sort: BsonDocument = {}): StoredDocument[] {
    const matches = compileMatcher(filter);
    const isSorted = Object.keys(sort).length > 0;
    const found: StoredDocument[] = [];
    for (const stored of this.#candidates(filter)) {
      if (!isSorted && found.length >= limit) break;
      if (matches(stored.document)) found.push(stored);
    }
    if (!isSorted) return found;
    const sorted = sortBy(found, sort, ({ document }) => document);
    return Number.isFinite(limit) ? sorted.slice(0, limit) : sorted;
  }

  /** Inserts a document, giving it an `_id` if it has none. Throws DuplicateKey or BSONObjectTooLarge. */
  insert(document: BsonDocument): StoredDocument {
    const { _id = new ObjectId(), ...fields } = document;
    if (Array.isArray(_id) || _id instanceof BSONRegExp) {
      throw new CommandError(53, `The '_id' value cannot be of type ${Array.isArray(_id) ? 'array' : 'regex'}`);
    }
    const stored = toStored(this.#recorder.nextRecordId(), { _id, ...fields });
    this.#add(stored, null);
    this.#recorder.documentChanged(this, stored);
    return stored;
  }

  /** Puts a new version in a document's place; what is stored afterwards. The same object means nothing changed.
   * Throws DuplicateKey, ImmutableField or BSONObjectTooLarge, and then changes nothing. */
  replace(previous: StoredDocument, document: BsonDocument): StoredDocument {
    if (document === previous.document) return previous;
    if (!('_id' in document) || compareValues(document._id, previous.document._id) !== 0) {
      throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
    }
    const next = toStored(previous.recordId, document);
    if (next.bytes.equals(previous.bytes)) return previous;
    this.#add(next, previous);
    this.#recorder.documentChanged(this, next);
    return next;
  }

  remove(stored: StoredDocument): void {
    for (const index of this.#indexes) index.remove(stored);
    this.#documents.delete(stored.recordId);
    this.#recorder.documentRemoved(stored);
  }

  /** Adds an index unless it is there. Throws when it conflicts with another, or DuplicateKey when the documents do. */
  createIndex(specification: IndexSpecification): void {
    if (isAlreadyThere(specification, this.indexes)) return;
    const index = new CollectionIndex(this.namespace, specification);
    for (const stored of this.all()) {
      index.add(stored, index.admit(stored.document, stored));
    }
    this.#indexes.push(index);
    this.#recorder.catalogueChanged(this);
  }

  dropIndexes(names: ReadonlySet<string>): void {
    this.#indexes = this.#indexes.filter(({ specification }) => !names.has(specification.name));
    this.#recorder.catalogueChanged(this);
  }

  /** Every index admits the document before any takes it in, so that a refusal changes nothing. */
  #add(stored: StoredDocument, previous: StoredDocument | null): void {
    const admitted = this.#indexes.map((index) => ({ index, keys: index.admit(stored.document, previous) }));
    for (const { index, keys } of admitted) {
      if (previous) index.remove(previous);
      index.add(stored, keys);
    }
    this.#documents.set(stored.recordId, stored);
  }

  /** The documents that a filter may match: by the most selective index, or all. */
  #candidates(filter: BsonDocument): Iterable<StoredDocument> {
    const equalities = indexableEqualities(filter);
    if (equalities.size === 0) return this.all();
    const ways = this.#indexes.flatMap((index) => index.lookUp(equalities) ?? []);
    const [first] = ways;
    if (!first) return this.all();
    return ways.reduce((best, way) => (way.count < best.count ? way : best), first).find();
  }
}
