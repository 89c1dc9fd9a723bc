import { ObjectId } from 'bson';
import { compileUpdate } from '../update/compile-update.ts';
import { upsertBase } from '../update/upsert-base.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import type { Collection } from './collection.ts';
import type { StoredDocument } from './stored-document.ts';

/** An update of one or all documents that a filter finds. */
interface UpdateStatement {
  readonly filter: BsonDocument;
  /** Operators, a replacement or a pipeline. */
  readonly update: unknown;
  readonly arrayFilters?: unknown;
  readonly sort: BsonDocument;
  readonly multi: boolean;
  readonly upsert: boolean;
}

/** What an update did. */
interface UpdateOutcome {
  /** Each document found, before and after; the same object where nothing changed. */
  readonly changes: readonly { before: StoredDocument; after: StoredDocument }[];
  /** The document that was inserted because none was found. */
  readonly upserted: StoredDocument | null;
}

/** Carries out an update. `now` is for `$currentDate`, in milliseconds since 1970. Throws CommandError; documents
 * changed before the one that failed stay changed, as in MongoDB. */
export function updateDocuments(collection: Collection, statement: UpdateStatement, now: number): UpdateOutcome {
  const { filter, multi, sort } = statement;
  const update = compileUpdate(statement.update, { arrayFilters: statement.arrayFilters, now });
  const found = collection.find(filter, multi ? undefined : 1, sort);
  const changes = found.map((before) => {
    const document = update(before.document, { filter, inserting: false });
    return { before, after: collection.replace(before, document) };
  });
  if (found.length > 0 || !statement.upsert) return { changes, upserted: null };
  const document = update(upsertBase(filter), { filter, inserting: true });
  return { changes, upserted: collection.insert({ _id: new ObjectId(), ...document }) };
}
