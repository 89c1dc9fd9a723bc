import { Binary, BSONRegExp, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { isDocument } from './bson-document.ts';

/** The place of a value's type in MongoDB's comparison order. Values of different rank are never equal.
 * A missing field (`undefined`) ranks as null.
 * @see https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
export function typeRank(value: unknown): number {
  if (value === undefined || value === null) return 5;
  if (typeof value === 'number') return 10;
  if (typeof value === 'string') return 15;
  if (typeof value === 'boolean') return 40;
  if (Array.isArray(value)) return 25;
  if (value instanceof Date) return 45;
  if (value instanceof ObjectId) return 35;
  if (value instanceof Timestamp) return 47;
  if (value instanceof Long || value instanceof Decimal128) return 10;
  if (value instanceof Binary) return 30;
  if (value instanceof BSONRegExp) return 50;
  if (value instanceof MinKey) return 1;
  if (value instanceof MaxKey) return 127;
  return isDocument(value) ? 20 : 60;
}

/** Orders two values as MongoDB does: negative, zero or positive. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  const rank = typeRank(left);
  const otherRank = typeRank(right);
  if (rank !== otherRank) return rank - otherRank;
  switch (rank) {
    case 5:
      return 0;
    case 10:
      return compareNumbers(asNumeric(left), asNumeric(right));
    case 20:
      return compareDocuments(Object.entries(left as object), Object.entries(right as object));
    case 25:
      return compareArrays(left as unknown[], right as unknown[]);
    case 45:
      return Number(left) - Number(right);
    default:
      return compareRest(left, right);
  }
}

function compareRest(left: unknown, right: unknown): number {
  if (left instanceof Binary && right instanceof Binary) {
    return (
      left.position - right.position || left.sub_type - right.sub_type || Buffer.compare(left.value(), right.value())
    );
  }
  if (left instanceof Timestamp && right instanceof Timestamp) return left.compare(right);
  return compareRaw(sortText(left), sortText(right));
}

function sortText(value: unknown): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof BSONRegExp) return `${value.pattern}/${value.options}`;
  return value instanceof MinKey || value instanceof MaxKey ? '' : JSON.stringify(value);
}

function compareRaw<T extends string | number | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareNumbers(left: number | bigint, right: number | bigint): number {
  const leftNaN = Number.isNaN(left);
  const rightNaN = Number.isNaN(right);
  if (leftNaN || rightNaN) return Number(rightNaN) - Number(leftNaN);
  return compareRaw(left, right);
}

function asNumeric(value: unknown): number | bigint {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toBigInt();
  return Number(String(value));
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = compareValues(left[i], right[i]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareDocuments(left: readonly [string, unknown][], right: readonly [string, unknown][]): number {
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i];
    if (!other) return 1;
    const order = typeRank(value) - typeRank(other[1]) || compareRaw(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
