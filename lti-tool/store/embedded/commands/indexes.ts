import { CommandError } from '../command-error.ts';
import type { Collection } from '../documents/collection.ts';
import { describeIndex, ID_INDEX, parseIndexSpecification } from '../documents/index-specification.ts';
import { encodeDocument, expectArray, isDocument } from '../values/bson-document.ts';
import { valueKey } from '../values/value-key.ts';
import type { CommandReply, CommandRequest } from './command.ts';
import { replyWithCursor } from './cursors.ts';
import { documentField, namespaceOf } from './request-fields.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/createIndexes/ */
export function createIndexes(request: CommandRequest): CommandReply {
  const { command, context } = request;
  const wanted = expectArray(command.indexes, 'indexes').map(parseIndexSpecification);
  const namespace = namespaceOf(request);
  const createdCollectionAutomatically = context.database.find(namespace) === undefined;
  const collection = context.database.open(namespace);
  const numIndexesBefore = collection.indexes.length;
  for (const specification of wanted) collection.createIndex(specification);
  const numIndexesAfter = collection.indexes.length;
  return { fields: { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/listIndexes/ */
export function listIndexes(request: CommandRequest): CommandReply {
  const collection = existing(request);
  const documents = collection.indexes.map((index) => encodeDocument(describeIndex(index)));
  const { batchSize } = documentField(request.command, 'cursor');
  return replyWithCursor(request, collection.namespace, documents, batchSize, true);
}

/** @see https://www.mongodb.com/docs/manual/reference/command/dropIndexes/ */
export function dropIndexes(request: CommandRequest): CommandReply {
  const collection = existing(request);
  const nIndexesWas = collection.indexes.length;
  const { index } = request.command;
  if (index === '*') {
    collection.dropIndexes(
      new Set(collection.indexes.map(({ name }) => name).filter((name) => name !== ID_INDEX.name)),
    );
  } else {
    const wanted = Array.isArray(index) ? index : [index];
    collection.dropIndexes(new Set(wanted.map((one) => nameOf(collection, one))));
  }
  return { fields: { nIndexesWas } };
}

function nameOf(collection: Collection, wanted: unknown): string {
  const found = collection.indexes.find(({ name, key }) =>
    isDocument(wanted) ? valueKey(key) === valueKey(wanted) : name === wanted,
  );
  if (!found) throw new CommandError(27, `index not found with name [${JSON.stringify(wanted)}]`);
  if (found.name === ID_INDEX.name) throw new CommandError(72, 'cannot drop _id index');
  return found.name;
}

function existing(request: CommandRequest): Collection {
  const namespace = namespaceOf(request);
  const collection = request.context.database.find(namespace);
  if (!collection) throw new CommandError(26, `ns does not exist: ${namespace}`);
  return collection;
}
