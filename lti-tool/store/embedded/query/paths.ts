import { type BsonDocument, isDocument, ownField } from '../values/bson-document.ts';

const INDEX = /^(0|[1-9]\d*)$/;

/** Whether a path segment can be the index of an array element. */
export function isArrayIndex(segment: string): boolean {
  return INDEX.test(segment);
}

/** Everything that a dotted path reaches in a document, `undefined` standing for a missing field.
 * Arrays on the way are entered, element by element and by index; an array at the end is one value. */
export function valuesAt(document: BsonDocument, path: readonly string[]): unknown[] {
  const [only] = path;
  if (path.length === 1 && only !== undefined) return [ownField(document, only)];
  const found: unknown[] = [];
  collect(document, path, 0, found);
  return found;
}

function collect(value: unknown, path: readonly string[], depth: number, found: unknown[]): void {
  const segment = path[depth];
  if (segment === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    if (isArrayIndex(segment) && Number(segment) < value.length)
      collect(value[Number(segment)], path, depth + 1, found);
    for (const element of value) if (isDocument(element)) collect(element, path, depth, found);
  } else if (isDocument(value)) {
    collect(ownField(value, segment), path, depth + 1, found);
  } else {
    found.push(undefined);
  }
}
