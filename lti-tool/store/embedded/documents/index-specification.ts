import { badValue, CommandError } from '../command-error.ts';
import {
  type BsonDocument,
  expectDocument,
  expectString,
  integerOr,
  isOperatorDocument,
} from '../values/bson-document.ts';
import { valueKey } from '../values/value-key.ts';

/** What an index is, as createIndexes asks for it, the data file keeps it and listIndexes shows it. */
export interface IndexSpecification {
  readonly name: string;
  /** Paths with 1 or -1, in order. */
  readonly key: BsonDocument;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | null;
  readonly partialFilterExpression: BsonDocument | null;
}

/** The index on `_id` that every collection has. */
export const ID_INDEX: IndexSpecification = {
  name: '_id_',
  key: { _id: 1 },
  unique: true,
  sparse: false,
  expireAfterSeconds: null,
  partialFilterExpression: null,
};

const KNOWN_OPTIONS = new Set(
  'key name ns v background unique sparse expireAfterSeconds partialFilterExpression'.split(' '),
);

const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

/** Parses one entry of a createIndexes command. Throws for options and index types that are not supported. */
export function parseIndexSpecification(entry: unknown): IndexSpecification {
  const options = expectDocument(entry, 'The index specification');
  const key = expectDocument(options.key, "The 'key' of an index");
  const paths = Object.entries(key);
  if (paths.length === 0) throw new CommandError(67, 'Index keys cannot be an empty object');
  for (const [path, direction] of paths) {
    if (direction !== 1 && direction !== -1) {
      throw new CommandError(67, `Index type of '${path}' is not supported: only 1 and -1 are`);
    }
  }
  const unsupported = Object.keys(options).find((name) => !KNOWN_OPTIONS.has(name));
  if (unsupported) throw new CommandError(72, `The index option '${unsupported}' is not supported`);
  const partial = options.partialFilterExpression;
  const ttl = options.expireAfterSeconds;
  if (ttl !== undefined && paths.length > 1) {
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
  return {
    name: expectString(options.name, "The 'name' of an index"),
    key,
    unique: flag(options.unique, 'unique'),
    sparse: flag(options.sparse, 'sparse'),
    expireAfterSeconds: ttl === undefined ? null : integerOr(ttl, 0, 'expireAfterSeconds'),
    partialFilterExpression: partial === undefined ? null : partialFilter(partial),
  };
}

/** MongoDB's own list of what may stand in a partial filter: nothing that a missing field could meet. */
function partialFilter(value: unknown): BsonDocument {
  const filter = expectDocument(value, 'partialFilterExpression');
  for (const condition of Object.values(filter)) {
    const operators = isOperatorDocument(condition) ? Object.keys(condition) : [];
    const refused =
      operators.find((name) => !PARTIAL_OPERATORS.has(name)) ?? (isFalseExists(condition) ? '$exists' : null);
    if (refused) throw new CommandError(67, `Expression not supported in partial index: ${refused}`);
  }
  return filter;
}

function isFalseExists(condition: unknown): boolean {
  return isOperatorDocument(condition) && condition.$exists === false;
}

function flag(value: unknown, name: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true;
  if (typeof value === 'number') return value !== 0;
  throw badValue(`The field '${name}' must be a boolean`);
}

/** The index as listIndexes shows it. */
export function describeIndex(index: IndexSpecification): BsonDocument {
  return {
    v: 2,
    key: index.key,
    name: index.name,
    ...(index.unique && index.name !== ID_INDEX.name && { unique: true }),
    ...(index.sparse && { sparse: true }),
    ...(index.expireAfterSeconds !== null && { expireAfterSeconds: index.expireAfterSeconds }),
    ...(index.partialFilterExpression && { partialFilterExpression: index.partialFilterExpression }),
  };
}

/** Whether the wanted index is there already. Throws as MongoDB does when an existing one stands in its way: code 86
 * for the same name with other keys, code 85 for the same keys with another name or other options. */
export function isAlreadyThere(wanted: IndexSpecification, existing: readonly IndexSpecification[]): boolean {
  const namesake = existing.find(({ name }) => name === wanted.name);
  if (namesake && identity(namesake) !== identity(wanted)) {
    throw new CommandError(
      86,
      `An existing index has the same name as the requested index. ${conflict(wanted, namesake)}`,
    );
  }
  const twin = existing.find((index) => identity(index) === identity(wanted));
  if (!twin) return false;
  if (twin.name === ID_INDEX.name) return true;
  if (twin.name !== wanted.name) throw new CommandError(85, `Index already exists with a different name: ${twin.name}`);
  if (valueKey(describeIndex(twin)) === valueKey(describeIndex(wanted))) return true;
  throw new CommandError(
    85,
    `An equivalent index already exists with the same name but different options. ${conflict(wanted, twin)}`,
  );
}

function conflict(wanted: IndexSpecification, existing: IndexSpecification): string {
  return `Requested index: ${JSON.stringify(describeIndex(wanted))}, existing index: ${JSON.stringify(describeIndex(existing))}`;
}

/** Keys and partial filter tell indexes apart; the other options do not. */
function identity(index: IndexSpecification): string {
  return valueKey([index.key, index.partialFilterExpression]);
}
