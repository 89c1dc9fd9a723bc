import { CommandError } from '../command-error.ts';
import type { Collection } from '../documents/collection.ts';
import { describeIndex, ID_INDEX } from '../documents/index-specification.ts';
import { compileMatcher } from '../query/matcher.ts';
import { type BsonDocument, encodeDocument } from '../values/bson-document.ts';
import { type CommandReply, type CommandRequest, OK } from './command.ts';
import { replyWithCursor } from './cursors.ts';
import { documentField, namespaceOf, refuseUnsupported } from './request-fields.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/create/ */
export function create(request: CommandRequest): CommandReply {
  refuseUnsupported(request.command, 'capped', 'timeseries', 'viewOn', 'validator', 'expireAfterSeconds');
  const namespace = namespaceOf(request);
  if (request.context.database.find(namespace)) {
    throw new CommandError(48, `Collection ${namespace} already exists.`);
  }
  request.context.database.open(namespace);
  return OK;
}

/** @see https://www.mongodb.com/docs/manual/reference/command/drop/ */
export function drop(request: CommandRequest): CommandReply {
  const namespace = namespaceOf(request);
  const collection = request.context.database.find(namespace);
  if (!collection) return OK;
  request.context.database.drop(collection);
  return { fields: { nIndexesWas: collection.indexes.length, ns: namespace } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/dropDatabase/ */
export function dropDatabase(request: CommandRequest): CommandReply {
  for (const { collection } of collectionsOf(request)) request.context.database.drop(collection);
  return { fields: { dropped: request.databaseName } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/listCollections/ */
export function listCollections(request: CommandRequest): CommandReply {
  const { command, databaseName } = request;
  const matches = compileMatcher(documentField(command, 'filter'));
  const described = collectionsOf(request).map(({ name }): BsonDocument => {
    if (command.nameOnly === true) return { name, type: 'collection' };
    return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex: describeIndex(ID_INDEX) };
  });
  const documents = described.filter(matches).map(encodeDocument);
  const { batchSize } = documentField(command, 'cursor');
  return replyWithCursor(request, `${databaseName}.$cmd.listCollections`, documents, batchSize, true);
}

/** @see https://www.mongodb.com/docs/manual/reference/command/listDatabases/ */
export function listDatabases({ context }: CommandRequest): CommandReply {
  const names = new Set(
    context.database.collections().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))),
  );
  const databases = [...names].toSorted().map((name) => ({ name, empty: false }));
  return { fields: { databases } };
}

function collectionsOf({ context, databaseName }: CommandRequest): { name: string; collection: Collection }[] {
  const prefix = `${databaseName}.`;
  const all = context.database.collections().filter(({ namespace }) => namespace.startsWith(prefix));
  return all.map((collection) => ({ name: collection.namespace.slice(prefix.length), collection }));
}
