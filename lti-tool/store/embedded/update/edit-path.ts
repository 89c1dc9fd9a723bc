import { CommandError } from '../command-error.ts';
import { isArrayIndex } from '../query/paths.ts';
import { type BsonDocument, isDocument, ownField } from '../values/bson-document.ts';

/** What an edit returns to take the field away. */
export const REMOVED = Symbol('removed');

/** Works out a field's new value from its old one (`undefined` when missing). Returning the old value changes nothing. */
export type Edit = (old: unknown) => unknown;

const MAX_BACKFILL = 1_500_000;

/** The document with one path edited. Only the objects on the path are copied, everything else is shared.
 * With `creates`, missing documents on the way are made, and a path that runs through a scalar is an error
 * (PathNotViable); without it such a path changes nothing. */
export function editPath(document: BsonDocument, path: readonly string[], edit: Edit, creates: boolean): BsonDocument {
  return editInside(document, path, 0, edit, creates) as BsonDocument;
}

function editInside(holder: unknown, path: readonly string[], depth: number, edit: Edit, creates: boolean): unknown {
  const name = path[depth] ?? '';
  if (!canHold(holder, name)) {
    if (creates) throw notViable(holder, path, depth);
    return holder;
  }
  const old = childOf(holder, name);
  const isLast = depth === path.length - 1;
  if (!isLast && old === undefined && !creates) return holder;
  const next = isLast ? edit(old) : editInside(old === undefined ? {} : old, path, depth + 1, edit, creates);
  if (next === old || (next === REMOVED && old === undefined)) return holder;
  return Array.isArray(holder)
    ? withElement(holder, Number(name), next)
    : withField(holder as BsonDocument, name, next);
}

function canHold(holder: unknown, name: string): boolean {
  return Array.isArray(holder) ? isArrayIndex(name) : isDocument(holder);
}

function childOf(holder: unknown, name: string): unknown {
  return Array.isArray(holder) ? holder[Number(name)] : ownField(holder as BsonDocument, name);
}

function withElement(array: readonly unknown[], index: number, value: unknown): unknown[] {
  if (index - array.length > MAX_BACKFILL) {
    throw new CommandError(2, `can't backfill more than ${MAX_BACKFILL} nulls to reach array element ${index}`);
  }
  const copy = [...array];
  while (copy.length < index) copy.push(null);
  copy[index] = value === REMOVED ? null : value;
  return copy;
}

function withField(document: BsonDocument, name: string, value: unknown): BsonDocument {
  const copy = { ...document };
  if (value === REMOVED) delete copy[name];
  else copy[name] = value;
  return copy;
}

function notViable(holder: unknown, path: readonly string[], depth: number): CommandError {
  const at = path.slice(0, depth).join('.');
  return new CommandError(28, `Cannot create field '${path[depth]}' in element {${at}: ${JSON.stringify(holder)}}`);
}
