import { Binary, BSONRegExp, Decimal128, Long } from 'bson';
import { Query } from 'mingo';
import { asCommandError, badValue, CommandError } from '../command-error.ts';
import { type BsonDocument, isDocument } from '../values/bson-document.ts';

/** A deep copy fit for mingo, which knows JavaScript's own types only: integers become numbers, regular expressions
 * `RegExp`s. The copy may be changed freely. */
export function forMingo(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(forMingo);
  if (isDocument(value)) return mapFields(value, forMingo);
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  if (value instanceof Binary) return Uint8Array.from(value.value());
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options);
  return value;
}

function mapFields(document: BsonDocument, map: (value: unknown) => unknown): BsonDocument {
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, map(value)]));
}

/** Runs mingo; what it throws is the query's fault, hence BadValue. */
export function runMingo<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof CommandError ? error : badValue(asCommandError(error).message);
  }
}

/** `$expr`: an aggregation expression that must be true of the document. */
export function expressionTest(expression: unknown): (document: BsonDocument) => boolean {
  const query = runMingo(() => new Query({ $expr: forMingo(expression) }, { scriptEnabled: false }));
  return (document) => runMingo(() => query.test(forMingo(document) as BsonDocument));
}
