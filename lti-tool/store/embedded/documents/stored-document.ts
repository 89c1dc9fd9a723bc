import { CommandError } from '../command-error.ts';
import {
  type BsonDocument,
  documentTooLarge,
  encodeDocument,
  isDocument,
  MAX_DOCUMENT_BYTES,
} from '../values/bson-document.ts';

/** A document as it is kept in memory. It is never changed: an update makes another one. */
export interface StoredDocument {
  /** Its place in the data file, unique over all collections and kept for its life. */
  readonly recordId: number;
  readonly document: BsonDocument;
  /** The document's BSON, ready to be sent. */
  readonly bytes: Buffer;
}

/** How deep objects and arrays may be nested, as in MongoDB. */
const MAX_DEPTH = 180;

/** A document ready to be stored, encoded. Throws BSONObjectTooLarge, and Overflow for one nested too deep. */
export function toStored(recordId: number, document: BsonDocument): StoredDocument {
  assertDepth(document, 1);
  const bytes = encodeDocument(document);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw documentTooLarge(bytes.length);
  return { recordId, document, bytes };
}

function assertDepth(value: BsonDocument | unknown[], depth: number): void {
  if (depth > MAX_DEPTH) throw new CommandError(15, `Documents may not be nested deeper than ${MAX_DEPTH} levels`);
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    if (Array.isArray(child) || isDocument(child)) assertDepth(child, depth + 1);
  }
}
