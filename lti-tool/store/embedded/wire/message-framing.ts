import type { Readable } from 'node:stream';

/** The largest message of MongoDB's wire protocol, in bytes. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** The peer sent something that is no message of the protocol. The connection is of no more use. */
export class ProtocolError extends Error {}

/** Cuts a stream of bytes into whole messages, header included. Ends with the stream, leaving out a last message that
 * is not whole. Throws ProtocolError for a length that no message has. */
export async function* readMessages(stream: Readable): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let gathered = 0;
  let needed = HEADER_BYTES;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    gathered += chunk.length;
    while (gathered >= needed) {
      const bytes: Buffer = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      const length = messageLength(bytes);
      if (gathered >= length) yield bytes.subarray(0, length);
      const rest: Buffer = gathered >= length ? bytes.subarray(length) : bytes;
      needed = gathered >= length ? HEADER_BYTES : length;
      chunks = rest.length ? [rest] : [];
      gathered = rest.length;
    }
  }
}

function messageLength(bytes: Buffer): number {
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`message length ${length}`);
  return length;
}
