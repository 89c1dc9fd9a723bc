import { BSONRegExp } from 'bson';
import { type BsonDocument, isDocument, isOperatorDocument } from '../values/bson-document.ts';

/** For each path that a filter holds to one value or to a list of values, those values: what an index can look up.
 * Null is left out, since it also matches missing fields, and so are arrays and regular expressions. */
export function indexableEqualities(filter: BsonDocument): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [path, condition] of clausesOf(filter)) {
    const values = equalityValues(condition);
    if (values?.every(isIndexable)) found.set(path, values);
  }
  return found;
}

/** The field conditions of a filter that must all hold: those at the top and those in its `$and`s. */
export function* clausesOf(filter: BsonDocument): Generator<[path: string, condition: unknown]> {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) yield* clausesOf(part);
    } else if (!name.startsWith('$')) {
      yield [name, condition];
    }
  }
}

function equalityValues(condition: unknown): unknown[] | null {
  if (!isOperatorDocument(condition)) return [condition];
  if ('$eq' in condition) return [condition.$eq];
  return Array.isArray(condition.$in) ? condition.$in : null;
}

function isIndexable(value: unknown): boolean {
  return value !== null && value !== undefined && !Array.isArray(value) && !(value instanceof BSONRegExp);
}
