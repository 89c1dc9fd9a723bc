import { badValue, CommandError } from '../command-error.ts';
import { elementMatcher } from '../query/matcher.ts';
import { sortBy } from '../query/sort.ts';
import { equalTo, type ValueTest } from '../query/value-tests.ts';
import { expectArray, integerOr, isDocument } from '../values/bson-document.ts';
import { compareValues } from '../values/compare.ts';
import { valueKey } from '../values/value-key.ts';
import type { Edit } from './edit-path.ts';

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`. */
export function push(operand: unknown, path: string): Edit {
  const modifiers = isDocument(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknownModifier = Object.keys(modifiers).find((name) => !PUSH_MODIFIERS.has(name));
  if (unknownModifier) throw badValue(`Unrecognized clause in $push: ${unknownModifier}`);
  const added = expectArray(modifiers.$each, 'The argument to $each in $push');
  const position = integerOr(modifiers.$position, Number.POSITIVE_INFINITY, '$position');
  const slice = modifiers.$slice === undefined ? null : integerOr(modifiers.$slice, 0, '$slice');
  return (old) => {
    const array = arrayOrEmpty(old, path);
    const joined = array.toSpliced(Math.min(position, array.length), 0, ...added);
    const sorted = modifiers.$sort === undefined ? joined : sortElements(joined, modifiers.$sort);
    if (slice === null) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

function sortElements(array: readonly unknown[], specification: unknown): unknown[] {
  if (isDocument(specification)) return sortBy(array, specification, (element) => (isDocument(element) ? element : {}));
  const direction = integerOr(specification, 1, '$sort');
  return array.toSorted((left, right) => compareValues(left, right) * direction);
}

/** `$addToSet`, with `$each`. */
export function addToSet(operand: unknown, path: string): Edit {
  const added =
    isDocument(operand) && '$each' in operand ? expectArray(operand.$each, '$each in $addToSet') : [operand];
  return (old) => {
    const array = arrayOrEmpty(old, path);
    const present = new Set(array.map(valueKey));
    const missing = added.filter((value) => {
      const key = valueKey(value);
      return !present.has(key) && present.add(key);
    });
    return missing.length === 0 && old !== undefined ? old : [...array, ...missing];
  };
}

/** `$pull`: every element that equals the operand, or meets it where it is a condition. */
export function pull(operand: unknown, path: string): Edit {
  return without(isDocument(operand) ? elementMatcher(operand) : equalTo(operand), path);
}

/** `$pullAll`: every element equal to one of the values. */
export function pullAll(operand: unknown, path: string): Edit {
  const keys = new Set(expectArray(operand, '$pullAll operand').map(valueKey));
  return without((element) => keys.has(valueKey(element)), path);
}

function without(test: ValueTest, path: string): Edit {
  return (old) => {
    if (old === undefined) return old;
    const array = arrayOrEmpty(old, path);
    const kept = array.filter((element) => !test(element));
    return kept.length === array.length ? old : kept;
  };
}

/** `$pop`: the last element (1) or the first (-1). */
export function pop(operand: unknown, path: string): Edit {
  const end = integerOr(operand, 0, '$pop');
  if (end !== 1 && end !== -1) throw new CommandError(9, `$pop expects 1 or -1, found: ${String(operand)}`);
  return (old) => {
    if (old === undefined) return old;
    const array = arrayOrEmpty(old, path);
    return end === 1 ? array.slice(0, -1) : array.slice(1);
  };
}

function arrayOrEmpty(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badValue(`The field '${path}' must be an array but is of type ${typeName(value)}`);
  return value;
}

function typeName(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
