import { BSON } from 'bson';
import { type BsonDocument, decodeDocument } from '../values/bson-document.ts';
import { ProtocolError } from './message-framing.ts';

/** A command as it came in. */
interface WireRequest {
  readonly requestId: number;
  readonly command: BsonDocument;
  /** Whether it came as OP_QUERY, which older handshakes use and which is answered with OP_REPLY. */
  readonly legacy: boolean;
  /** False for an unacknowledged write: the peer expects no reply. */
  readonly expectsReply: boolean;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flag bits 0 to 15 must be understood; the others are optional. */
const UNKNOWN_REQUIRED_FLAGS = 0xfffc;
const BODY_SECTION = 0;
const SEQUENCE_SECTION = 1;

/** Reads OP_MSG and OP_QUERY. Throws ProtocolError for other operations and for anything malformed.
 * @see https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export function decodeRequest(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  try {
    if (operation === OP_MSG) return { requestId, legacy: false, ...readMsg(message) };
    if (operation === OP_QUERY) return { requestId, legacy: true, expectsReply: true, command: readQuery(message) };
  } catch (error) {
    throw new ProtocolError('malformed message', { cause: error });
  }
  throw new ProtocolError(`operation ${operation} is not supported`);
}

function readMsg(message: Buffer): { command: BsonDocument; expectsReply: boolean } {
  const flags = message.readUInt32LE(16);
  if (flags & UNKNOWN_REQUIRED_FLAGS) throw new ProtocolError('unknown flags');
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: BsonDocument | null = null;
  const sequences: BsonDocument = {};
  for (let at = 20; at < end; ) {
    const kind = message[at];
    const length = message.readInt32LE(at + 1);
    const section = slice(message, at + 1, length, end);
    if (kind === BODY_SECTION && !body) body = decodeCopy(section);
    else if (kind === SEQUENCE_SECTION) readSequence(section, sequences);
    else throw new ProtocolError(`section kind ${kind}`);
    at += 1 + length;
  }
  if (!body) throw new ProtocolError('no body');
  return { command: { ...body, ...sequences }, expectsReply: (flags & MORE_TO_COME) === 0 };
}

function readSequence(section: Buffer, sequences: BsonDocument): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('document sequence without a name');
  const documents: BsonDocument[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at);
    documents.push(decodeCopy(slice(section, at, length, section.length)));
    at += length;
  }
  sequences[section.toString('utf8', 4, nameEnd)] = documents;
}

/** Binary values are views of the bytes they were decoded from: a copy keeps them from holding the whole message. */
function decodeCopy(bytes: Buffer): BsonDocument {
  return decodeDocument(Buffer.from(bytes));
}

function readQuery(message: Buffer): BsonDocument {
  const nameEnd = message.indexOf(0, 20);
  const at = nameEnd + 9;
  const database = message.toString('utf8', 20, nameEnd).replace(/\.\$cmd$/, '');
  return { ...decodeDocument(slice(message, at, message.readInt32LE(at), message.length)), $db: database };
}

/** At least the length prefix and the final zero of a document, at most what the message holds. */
function slice(bytes: Buffer, from: number, length: number, end: number): Buffer {
  if (length < 5 || from + length > end) throw new ProtocolError(`length ${length}`);
  return bytes.subarray(from, from + length);
}

/** A message that carries a reply's encoded document. */
export function encodeReply(request: WireRequest, replyId: number, body: Buffer): Buffer {
  const head = Buffer.alloc(request.legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(replyId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) head.writeInt32LE(1, 32); // one document
  return Buffer.concat([head, body]);
}

/** An OP_MSG that carries a command. */
export function encodeCommand(requestId: number, command: BsonDocument): Buffer {
  const body = BSON.serialize(command);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(requestId, 4);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}
