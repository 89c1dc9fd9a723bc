import { MAX_DOCUMENT_BYTES } from '../values/bson-document.ts';
import { MAX_MESSAGE_BYTES } from '../wire/message-framing.ts';
import type { CommandReply, CommandRequest } from './command.ts';

/** The MongoDB version whose behaviour and wire protocol this server follows. */
const VERSION = '7.0.0';
const WIRE_VERSION = 21;

/** The handshake: a standalone server, without replica set, transactions or change streams. Nor sessions, which only those
 * need: a driver would send the id of one with each command.
 * @see https://www.mongodb.com/docs/manual/reference/command/hello/ */
export function hello({ context, connectionId }: CommandRequest): CommandReply {
  return {
    fields: {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: 100_000,
      localTime: new Date(context.now()),
      connectionId,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    },
  };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/buildInfo/ */
export function buildInfo(): CommandReply {
  return { fields: { version: VERSION, versionArray: [7, 0, 0, 0], maxBsonObjectSize: MAX_DOCUMENT_BYTES } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/connectionStatus/ */
export function connectionStatus(): CommandReply {
  return { fields: { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } } };
}

/** The part of MongoDB's reply that means something here, and what is this server's own: its id and the number of
 * transactions it has committed. */
export function serverStatus({ context }: CommandRequest): CommandReply {
  const uptime = Math.floor((context.now() - context.startedAt) / 1000);
  const commands = Object.fromEntries([...context.carriedOut].map(([name, total]) => [name, { total }]));
  const metrics = { commands, cursor: { open: { total: context.cursors.size } }, commits: context.database.commits };
  const { serverId } = context;
  return { fields: { version: VERSION, process: 'countersign', pid: process.pid, uptime, metrics, serverId } };
}
