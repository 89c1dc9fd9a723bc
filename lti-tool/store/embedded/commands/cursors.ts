import { expectArray, expectString, integerOr } from '../values/bson-document.ts';
import type { CommandReply, CommandRequest } from './command.ts';

const DEFAULT_FIRST_BATCH = 101;

/** Starts a cursor over encoded documents. Without `keep` what does not fit the first batch is dropped. */
export function replyWithCursor(
  { context }: CommandRequest,
  namespace: string,
  documents: readonly Buffer[],
  batchSize: unknown,
  keep: boolean,
): CommandReply {
  const size = integerOr(batchSize, DEFAULT_FIRST_BATCH, 'batchSize');
  const { id, batch } = context.cursors.open(namespace, documents, size, keep);
  return { batch: { name: 'firstBatch', namespace, cursorId: id, documents: batch } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/getMore/ */
export function getMore({ command, context, databaseName }: CommandRequest): CommandReply {
  const namespace = `${databaseName}.${expectString(command.collection, 'collection')}`;
  const size = integerOr(command.batchSize, 0, 'batchSize') || Number.POSITIVE_INFINITY;
  const { id, batch } = context.cursors.next(integerOr(command.getMore, 0, 'getMore'), namespace, size);
  return { batch: { name: 'nextBatch', namespace, cursorId: id, documents: batch } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/killCursors/ */
export function killCursors({ command, context }: CommandRequest): CommandReply {
  const ids = expectArray(command.cursors, 'cursors');
  const killed = ids.filter((id) => context.cursors.kill(integerOr(id, 0, 'cursor id')));
  const notFound = ids.filter((id) => !killed.includes(id));
  return { fields: { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] } };
}
