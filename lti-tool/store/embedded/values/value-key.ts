import { Binary, BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { isDocument } from './bson-document.ts';

/** A text that is the same for two values exactly when they are equal in MongoDB's sense (`1` equals `NumberLong(1)`,
 * a missing field equals null). Keys carry their length where they could run into each other, so that the keys of
 * several fields may simply be joined. */
export function valueKey(value: unknown): string {
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (typeof value === 'number') return `n${numberText(value)};`;
  if (value === undefined || value === null) return 'z;';
  if (typeof value === 'boolean') return value ? 'b1' : 'b0';
  if (value instanceof ObjectId) return `i${value.toHexString()}`;
  if (value instanceof Date) return `d${value.getTime()};`;
  if (value instanceof Timestamp) return `t${value.toString()};`;
  if (value instanceof Long) return `n${value.toString()};`;
  if (value instanceof Decimal128) return `n${decimalText(value)};`;
  if (Array.isArray(value)) return `a[${value.map(valueKey).join('')}]`;
  if (isDocument(value)) return `o{${Object.entries(value).map(fieldKey).join('')}}`;
  return otherKey(value);
}

function fieldKey([name, value]: [string, unknown]): string {
  return `${name.length}:${name}${valueKey(value)}`;
}

/** Large doubles print rounded; digit by digit they meet the 64-bit integers that equal them. */
function numberText(value: number): string {
  if (value === 0) return '0';
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

function decimalText(value: Decimal128): string {
  const text = value.toString();
  const digits = text.replace(/E.*$/, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 ? numberText(Number(text)) : text;
}

function otherKey(value: unknown): string {
  if (value instanceof Binary) return `x${value.sub_type}:${Buffer.from(value.value()).toString('hex')};`;
  if (value instanceof BSONRegExp) return `r${value.options}:${value.pattern.length}:${value.pattern}`;
  const text = JSON.stringify([Object(value)._bsontype, value]);
  return `?${text.length}:${text}`;
}
