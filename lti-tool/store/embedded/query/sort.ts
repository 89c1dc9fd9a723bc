import { badValue } from '../command-error.ts';
import { type BsonDocument, integerOr } from '../values/bson-document.ts';
import { compareValues } from '../values/compare.ts';
import { valuesAt } from './paths.ts';

interface SortField {
  readonly path: readonly string[];
  readonly direction: 1 | -1;
}

/** A new array of the items, ordered as a sort specification orders their documents. Equal items keep their order.
 * Of an array field the smallest element counts when ascending, the greatest when descending. */
export function sortBy<T>(
  items: readonly T[],
  specification: BsonDocument,
  documentOf: (item: T) => BsonDocument,
): T[] {
  const fields = Object.entries(specification).map(([name, value]) => sortField(name, value));
  if (fields.length === 0) return [...items];
  const keyed = items.map((item) => ({ item, keys: fields.map((field) => sortKey(documentOf(item), field)) }));
  keyed.sort((left, right) => {
    for (const [i, field] of fields.entries()) {
      const order = compareValues(left.keys[i], right.keys[i]);
      if (order !== 0) return order * field.direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function sortField(name: string, value: unknown): SortField {
  const direction = integerOr(value, 0, `sort key ${name}`);
  if (direction !== 1 && direction !== -1)
    throw badValue(`$sort key ordering must be 1 (ascending) or -1 (descending)`);
  return { path: name.split('.'), direction };
}

function sortKey(document: BsonDocument, { path, direction }: SortField): unknown {
  const reached = valuesAt(document, path).flatMap((value) => (Array.isArray(value) && value.length ? value : [value]));
  return reached.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best), reached[0]);
}
