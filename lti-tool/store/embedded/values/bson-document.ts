import { BSON, Long } from 'bson';
import { badValue, CommandError } from '../command-error.ts';

/** A decoded BSON document. Numbers are JavaScript numbers; 64-bit integers, binary data, regular expressions and
 * the other BSON types stay objects of the `bson` package, so that they are stored again as they came. */
export type BsonDocument = Record<string, unknown>;

const DECODING = { promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** Decodes BSON bytes. Throws the `bson` package's error when the bytes are not one whole, valid document. */
export function decodeDocument(bytes: Uint8Array): BsonDocument {
  return BSON.deserialize(bytes, DECODING);
}

/** The largest document, in bytes, as in MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Encodes a document; fields whose value is `undefined` are left out. Throws BSONObjectTooLarge for one that not even
 * a reply could carry, which is a little more than what may be stored. */
export function encodeDocument(document: BsonDocument): Buffer {
  try {
    const bytes = BSON.serialize(document, { ignoreUndefined: true });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw error instanceof RangeError && 'code' in error ? documentTooLarge('too large') : error;
  }
}

/** Code 10334. */
export function documentTooLarge(size: number | string): CommandError {
  return new CommandError(
    10334,
    `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}(16MB)`,
  );
}

/** Whether the value is an embedded document (and not an array, a date or one of BSON's own types). */
export function isDocument(value: unknown): value is BsonDocument {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The document's own field, or undefined: names such as `constructor` never reach the prototype. */
export function ownField(document: BsonDocument, name: string): unknown {
  return Object.hasOwn(document, name) ? document[name] : undefined;
}

/** The value as a document; a BadValue error that names the argument otherwise. */
export function expectDocument(value: unknown, what: string): BsonDocument {
  if (!isDocument(value)) throw badValue(`${what} must be an object`);
  return value;
}

/** The value as an array; a BadValue error that names the argument otherwise. */
export function expectArray(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw badValue(`${what} must be an array`);
  return value;
}

/** The value as a string; a BadValue error that names the argument otherwise. */
export function expectString(value: unknown, what: string): string {
  if (typeof value !== 'string') throw badValue(`${what} must be a string`);
  return value;
}

/** A whole number given as int, long or double; `fallback` when absent. */
export function integerOr(value: unknown, fallback: number, what: string): number {
  if (value === undefined || value === null) return fallback;
  const number = value instanceof Long ? value.toNumber() : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw badValue(`${what} must be a number`);
  return Math.trunc(number);
}

/** Whether the value is a document of operators such as `{ $gt: 1 }`. */
export function isOperatorDocument(value: unknown): value is BsonDocument {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id';
}
