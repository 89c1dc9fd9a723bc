import { ObjectId } from 'bson';
import { CommandError } from '../command-error.ts';
import { valuesAt } from '../query/paths.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import type { IndexSpecification } from './index-specification.ts';

/** Code 11000, worded and shaped as MongoDB's, so that drivers read `keyPattern` and `keyValue` from it. */
export function duplicateKeyError(namespace: string, index: IndexSpecification, document: BsonDocument): CommandError {
  const paths = Object.keys(index.key);
  const keyValue = Object.fromEntries(paths.map((path) => [path, valuesAt(document, path.split('.'))[0] ?? null]));
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${shellText(value)}`);
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: index.key, keyValue },
  );
}

function shellText(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return JSON.stringify(value) ?? 'null';
}
