import { badValue, CommandError } from '../command-error.ts';
import { clausesOf } from '../query/equalities.ts';
import { compileMatcher } from '../query/matcher.ts';
import { isArrayIndex } from '../query/paths.ts';
import type { ValueTest } from '../query/value-tests.ts';
import { type BsonDocument, isDocument, ownField } from '../values/bson-document.ts';
import { editPath } from './edit-path.ts';

/** What positional segments of an update's paths are resolved with. */
export interface PositionContext {
  /** The filter that found the document, for `$`. */
  readonly filter: BsonDocument;
  /** The array filters by identifier, for `$[identifier]`. */
  readonly arrayFilters: ReadonlyMap<string, ValueTest>;
}

/** The segments of an update path. Refuses names that cannot be stored: empty, `__proto__` or starting with `$`,
 * but for the positional `$`, `$[]` and `$[identifier]`. */
export function parseUpdatePath(path: string): string[] {
  const segments = path.split('.');
  for (const [i, segment] of segments.entries()) {
    if (segment === '') throw new CommandError(56, `The update path '${path}' contains an empty field name`);
    if (segment === '__proto__') throw badValue(`The field name '__proto__' in '${path}' is not allowed`);
    if (segment.startsWith('$') && (i === 0 || !isPositional(segment))) {
      throw new CommandError(52, `The dollar ($) prefixed field '${segment}' in '${path}' is not allowed`);
    }
  }
  return segments;
}

function isPositional(segment: string): boolean {
  return segment === '$' || (segment.startsWith('$[') && segment.endsWith(']'));
}

/** The concrete paths that an update path with positional segments stands for in a document. */
export function concretePaths(document: BsonDocument, path: readonly string[], context: PositionContext): string[][] {
  if (!path.some(isPositional)) return [[...path]];
  let reached: { at: string[]; value: unknown }[] = [{ at: [], value: document }];
  for (const segment of path) {
    reached = reached.flatMap(({ at, value }) => {
      if (!isPositional(segment)) return [{ at: [...at, segment], value: child(value, segment) }];
      const array = expectPositionalArray(value, at);
      const positions = positionsOf(segment, array, document, at, context);
      return positions.map((position) => ({ at: [...at, String(position)], value: array[position] }));
    });
  }
  return reached.map(({ at }) => at);
}

function child(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) return isArrayIndex(segment) ? value[Number(segment)] : undefined;
  return isDocument(value) ? ownField(value, segment) : undefined;
}

function expectPositionalArray(value: unknown, at: readonly string[]): unknown[] {
  if (!Array.isArray(value)) {
    throw badValue(`The path '${at.join('.')}' must exist in the document as an array to apply array updates.`);
  }
  return value;
}

function positionsOf(
  segment: string,
  array: readonly unknown[],
  document: BsonDocument,
  at: readonly string[],
  context: PositionContext,
): number[] {
  if (segment === '$') return [matchedPosition(array, document, at, context.filter)];
  const identifier = segment.slice(2, -1);
  const all = [...array.keys()];
  if (identifier === '') return all;
  const test = context.arrayFilters.get(identifier);
  if (!test)
    throw badValue(`No array filter found for identifier '${identifier}' in path '${at.join('.')}.${segment}'`);
  return all.filter((position) => test(array[position]));
}

/** The first element with which alone the array would still match the filter's condition on it. */
function matchedPosition(
  array: readonly unknown[],
  document: BsonDocument,
  at: readonly string[],
  filter: BsonDocument,
): number {
  const arrayPath = at.join('.');
  const onArray = [...clausesOf(filter)].filter(([path]) => path === arrayPath || path.startsWith(`${arrayPath}.`));
  const clause = onArray.at(-1);
  if (clause) {
    const matches = compileMatcher({ [clause[0]]: clause[1] });
    const position = array.findIndex((element) => matches(editPath(document, at, () => [element], false)));
    if (position >= 0) return position;
  }
  throw badValue('The positional operator did not find the match needed from the query.');
}
