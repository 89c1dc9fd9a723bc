import { once } from 'node:events';
import type { Socket } from 'node:net';
import { asCommandError } from '../command-error.ts';
import type { CommandReply } from '../commands/command.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import { readMessages } from './message-framing.ts';
import { encodeFailure, encodeSuccess } from './reply-encoding.ts';
import { decodeRequest, encodeReply } from './wire-message.ts';

/** Carries out a command. What it throws becomes the reply. */
export type CommandRunner = (command: BsonDocument) => Promise<CommandReply>;

/** Serves one connection until its peer ends it: commands one after the other, each answered before the next.
 * What is not the protocol ends this connection and nothing else. Never rejects. */
export async function serveConnection(socket: Socket, run: CommandRunner): Promise<void> {
  socket.on('error', () => socket.destroy());
  let replyId = 0;
  try {
    for await (const message of readMessages(socket)) {
      const request = decodeRequest(message);
      const body = await answer(request.command, run);
      if (request.expectsReply && !socket.write(encodeReply(request, ++replyId, body))) await drained(socket);
    }
  } catch {
    // Not the protocol, or a peer that went away: nobody is left to be told.
  } finally {
    socket.destroy();
  }
}

async function answer(command: BsonDocument, run: CommandRunner): Promise<Buffer> {
  try {
    return encodeSuccess(await run(command));
  } catch (error) {
    return encodeFailure(asCommandError(error));
  }
}

async function drained(socket: Socket): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  socket.once('close', end);
  try {
    await once(socket, 'drain', { signal: ended.signal });
  } finally {
    socket.removeListener('close', end);
  }
}
