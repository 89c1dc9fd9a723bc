import { Long } from 'bson';
import type { CommandError } from '../command-error.ts';
import type { Batch, CommandReply } from '../commands/command.ts';
import { encodeDocument } from '../values/bson-document.ts';

const DOCUMENT = 3;
const ARRAY = 4;

/** A successful reply as BSON. Documents of a batch are copied in as they are stored, without decoding. */
export function encodeSuccess(reply: CommandReply): Buffer {
  if ('fields' in reply) return encodeDocument({ ...reply.fields, ok: 1 });
  return wrap([element(DOCUMENT, 'cursor', encodeCursor(reply.batch)), fieldsOf(encodeDocument({ ok: 1 }))]);
}

/** A failed command's reply, shaped as MongoDB's. */
export function encodeFailure({ message, code, codeName, details }: CommandError): Buffer {
  return encodeDocument({ ok: 0, errmsg: message, code, codeName, ...details });
}

function encodeCursor({ name, namespace, cursorId, documents }: Batch): Buffer {
  const array = wrap(documents.flatMap((bytes, i) => [Buffer.from(`\u0003${i}\0`), bytes]));
  const rest = encodeDocument({ id: Long.fromNumber(cursorId), ns: namespace });
  return wrap([element(ARRAY, name, array), fieldsOf(rest)]);
}

function element(type: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function fieldsOf(document: Buffer): Buffer {
  return document.subarray(4, -1);
}

/** A BSON document or array around elements. */
function wrap(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, bytes) => sum + bytes.length, 5);
  const prefix = Buffer.alloc(4);
  prefix.writeInt32LE(length);
  return Buffer.concat([prefix, ...elements, Buffer.alloc(1)], length);
}
