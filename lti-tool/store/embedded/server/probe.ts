import { connect } from 'node:net';
import { BSONError } from 'bson';
import { decodeDocument } from '../values/bson-document.ts';
import { ProtocolError, readMessages } from '../wire/message-framing.ts';
import { encodeCommand } from '../wire/wire-message.ts';
import type { Endpoint } from './endpoint.ts';

/** What is behind an endpoint: nothing any more, a server that is still opening its data, or one at work. */
type ServerState = 'ended' | 'starting' | 'running';

const TIMEOUT_MS = 3000;
const REPLY_BODY = 21;

/** Asks who is there. A server that takes the connection but does not answer in time counts as running: its process
 * lives and may hold the data. */
export async function probe(endpoint: Endpoint): Promise<ServerState> {
  const socket = connect(endpoint.connect);
  let timedOut = false;
  socket.setTimeout(TIMEOUT_MS, () => {
    timedOut = true;
    socket.destroy();
  });
  try {
    socket.write(encodeCommand(1, { serverStatus: 1, $db: 'admin' }));
    for await (const message of readMessages(socket)) return stateIn(message, endpoint);
    return timedOut ? 'running' : 'starting';
  } catch (error) {
    return stateAfter(error);
  } finally {
    socket.destroy();
  }
}

function stateIn(message: Buffer, { serverId }: Endpoint): ServerState {
  const reply = decodeDocument(message.subarray(REPLY_BODY));
  if (reply.serverId !== serverId) return 'ended'; // its port belongs to somebody else now
  return reply.ok === 1 ? 'running' : 'starting';
}

/** Only the system's own word that nobody listens, or an answer in another language, means that it has ended. */
function stateAfter(error: unknown): ServerState {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const speaksOtherwise = error instanceof ProtocolError || error instanceof BSONError;
  return code === 'ECONNREFUSED' || code === 'ENOENT' || speaksOtherwise ? 'ended' : 'starting';
}
