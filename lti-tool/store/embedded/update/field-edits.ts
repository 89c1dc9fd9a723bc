import { Decimal128, Long, Timestamp } from 'bson';
import { badValue, CommandError } from '../command-error.ts';
import { isDocument } from '../values/bson-document.ts';
import { compareValues } from '../values/compare.ts';
import { type Edit, REMOVED } from './edit-path.ts';

/** `$set` and `$setOnInsert`. */
export function assign(operand: unknown): Edit {
  return () => operand;
}

/** `$unset`. */
export function unset(): Edit {
  return () => REMOVED;
}

/** `$min` and `$max`: the operand, where it orders before (-1) or after (1) the value there. */
export function extreme(operand: unknown, direction: 1 | -1): Edit {
  return (old) => (old === undefined || compareValues(operand, old) * direction > 0 ? operand : old);
}

/** `$currentDate`, as a date or, with `{ $type: 'timestamp' }`, as a timestamp. */
export function currentDate(operand: unknown, now: number): Edit {
  const type = isDocument(operand) ? operand.$type : 'date';
  if (type === 'timestamp') return () => Timestamp.fromBits(1, Math.floor(now / 1000));
  if (type !== 'date') throw badValue("The '$type' string field is required to be 'date' or 'timestamp'");
  return () => new Date(now);
}

/** `$inc` and `$mul`. A missing field counts as 0. */
export function arithmetic(operator: '$inc' | '$mul', operand: unknown, path: string): Edit {
  if (!isNumeric(operand)) throw new CommandError(14, `Cannot ${verb(operator)} with non-numeric argument: {${path}}`);
  return (old) => {
    if (old === undefined && operator === '$inc') return operand;
    const value = old === undefined ? 0 : old;
    if (!isNumeric(value)) {
      throw new CommandError(14, `Cannot apply ${operator} to a value of non-numeric type: the field '${path}'`);
    }
    return operator === '$inc' ? add(value, operand) : multiply(value, operand);
  };
}

function verb(operator: '$inc' | '$mul'): string {
  return operator === '$inc' ? 'increment' : 'multiply';
}

function isNumeric(value: unknown): value is number | Long {
  if (value instanceof Decimal128) throw new CommandError(238, 'Arithmetic on Decimal128 values is not supported');
  return typeof value === 'number' || (value instanceof Long && !(value instanceof Timestamp));
}

function add(left: number | Long, right: number | Long): number | Long {
  return exactly(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a.add(b),
  );
}

function multiply(left: number | Long, right: number | Long): number | Long {
  return exactly(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a.multiply(b),
  );
}

/** 64-bit when a side is 64-bit and both are whole, otherwise a double, as MongoDB does. */
function exactly(
  left: number | Long,
  right: number | Long,
  onNumbers: (a: number, b: number) => number,
  onLongs: (a: Long, b: Long) => Long,
): number | Long {
  if (typeof left === 'number' && typeof right === 'number') return onNumbers(left, right);
  if (isWhole(left) && isWhole(right)) return onLongs(toLong(left), toLong(right));
  return onNumbers(Number(left.toString()), Number(right.toString()));
}

function isWhole(value: number | Long): boolean {
  return typeof value !== 'number' || Number.isSafeInteger(value);
}

function toLong(value: number | Long): Long {
  return typeof value === 'number' ? Long.fromNumber(value) : value;
}
