import { crc32 } from 'node:zlib';
import type { IndexSpecification } from '../documents/index-specification.ts';
import { type BsonDocument, decodeDocument, encodeDocument } from '../values/bson-document.ts';

/** Every value in the data file begins with the checksum (CRC-32) of what follows. */
const CHECKSUM = 4;
const COLLECTION_ID = 4;

/** A collection as the data file's catalogue has it. */
export interface CatalogueEntry {
  readonly id: number;
  readonly namespace: string;
  readonly indexes: readonly IndexSpecification[];
}

/** A value in the data file does not have the checksum it was written with. */
export class ChecksumError extends Error {}

/** A document as it is kept: the collection's id and the document's BSON. */
export function encodeDocumentRecord(collectionId: number, bytes: Buffer): Buffer {
  const record = Buffer.allocUnsafe(CHECKSUM + COLLECTION_ID + bytes.length);
  record.writeUInt32LE(collectionId, CHECKSUM);
  bytes.copy(record, CHECKSUM + COLLECTION_ID);
  return sealed(record);
}

/** Throws ChecksumError. */
export function decodeDocumentRecord(record: Buffer): { collectionId: number; bytes: Buffer } {
  const body = opened(record);
  return { collectionId: body.readUInt32LE(0), bytes: Buffer.from(body.subarray(COLLECTION_ID)) };
}

/** A document of the data file's own, such as a catalogue entry. */
export function encodeOwnRecord(document: BsonDocument): Buffer {
  return sealed(Buffer.concat([Buffer.alloc(CHECKSUM), encodeDocument(document)]));
}

/** Throws ChecksumError. */
export function decodeOwnRecord(record: Buffer): BsonDocument {
  return decodeDocument(opened(record));
}

/** A record's or collection's number as a key that sorts by it. */
export function numberKey(number: number): Buffer {
  const key = Buffer.alloc(8);
  key.writeUInt32BE(Math.floor(number / 2 ** 32), 0);
  key.writeUInt32BE(number >>> 0, 4);
  return key;
}

export function numberOfKey(key: Buffer): number {
  return key.readUInt32BE(0) * 2 ** 32 + key.readUInt32BE(4);
}

function sealed(record: Buffer): Buffer {
  record.writeUInt32LE(crc32(record.subarray(CHECKSUM)), 0);
  return record;
}

function opened(record: Buffer): Buffer {
  const body = record.subarray(CHECKSUM);
  if (record.length < CHECKSUM || crc32(body) !== record.readUInt32LE(0)) {
    throw new ChecksumError('a stored record does not match its checksum');
  }
  return body;
}
