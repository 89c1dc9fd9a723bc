import { valuesAt } from '../query/paths.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import type { Collection } from './collection.ts';
import type { StoredDocument } from './stored-document.ts';

/** Removes the documents of a collection that one of its TTL indexes says are over at `now` (milliseconds since 1970).
 * @see https://www.mongodb.com/docs/manual/core/index-ttl/ */
export function expireDocuments(collection: Collection, now: number): void {
  for (const { key, expireAfterSeconds } of collection.indexes) {
    if (expireAfterSeconds === null) continue;
    const path = (Object.keys(key)[0] ?? '').split('.');
    const over: StoredDocument[] = [];
    for (const stored of collection.all()) {
      if (earliestDate(stored.document, path) + expireAfterSeconds * 1000 <= now) over.push(stored);
    }
    for (const stored of over) collection.remove(stored);
  }
}

/** Of a field that holds several dates the earliest counts, in milliseconds; a field without a date never expires. */
function earliestDate(document: BsonDocument, path: readonly string[]): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const value of valuesAt(document, path)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one instanceof Date) earliest = Math.min(earliest, one.getTime());
    }
  }
  return earliest;
}
