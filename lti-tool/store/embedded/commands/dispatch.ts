import { CommandError } from '../command-error.ts';
import { type BsonDocument, isDocument } from '../values/bson-document.ts';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.ts';
import { type CommandContext, type CommandHandler, type CommandReply, OK } from './command.ts';
import { getMore, killCursors } from './cursors.ts';
import { findAndModify } from './find-and-modify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert, remove } from './insert-and-delete.ts';
import { aggregate, count, distinct, find } from './read.ts';
import { buildInfo, connectionStatus, hello, serverStatus } from './server-status.ts';
import { update } from './update.ts';

const READS = new Map<string, CommandHandler>([
  ['aggregate', aggregate],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['connectionStatus', connectionStatus],
  ['count', count],
  ['distinct', distinct],
  ['endSessions', () => OK],
  ['find', find],
  ['getMore', getMore],
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['killCursors', killCursors],
  ['listCollections', listCollections],
  ['listDatabases', listDatabases],
  ['listIndexes', listIndexes],
  ['ping', () => OK],
  ['serverStatus', serverStatus],
]);

const WRITES = new Map<string, CommandHandler>([
  ['create', create],
  ['createIndexes', createIndexes],
  ['delete', remove],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['dropIndexes', dropIndexes],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['insert', insert],
  ['update', update],
]);

/** Carries out a command. A command that may write is answered, or fails, only once everything written so far is on
 * disk, unless its write concern says that it need not be (`j: false`): then it follows a moment later. Throws CommandError, and a bug as whatever it is. */
export async function dispatch(
  command: BsonDocument,
  context: CommandContext,
  connectionId: number,
): Promise<CommandReply> {
  const name = Object.keys(command)[0] ?? '';
  refuseTransactions(command);
  const { carriedOut } = context;
  const request = { context, databaseName: databaseNameOf(command), command, connectionId };
  const read = READS.get(name);
  const write = WRITES.get(name);
  if (read || write) carriedOut.set(name, (carriedOut.get(name) ?? 0) + 1);
  if (read) return read(request);
  if (!write) throw new CommandError(59, `no such command: '${name}'`);
  try {
    return write(request);
  } finally {
    if (!isUnjournaled(command)) await context.database.settled();
  }
}

/** @see https://www.mongodb.com/docs/manual/reference/write-concern/#j-option */
const isUnjournaled = ({ writeConcern }: BsonDocument): boolean => isDocument(writeConcern) && writeConcern.j === false;

function databaseNameOf({ $db }: BsonDocument): string {
  if (typeof $db === 'string' && $db.length < 64 && /^[^/\\. "$\0]+$/.test($db)) return $db;
  throw new CommandError(73, `Invalid database name: '${String($db)}'`);
}

/** As a standalone MongoDB does. */
function refuseTransactions(command: BsonDocument): void {
  if (command.txnNumber !== undefined || command.startTransaction !== undefined) {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}
