import { badValue } from '../command-error.ts';
import { valuesAt } from '../query/paths.ts';
import { runPipeline } from '../query/pipeline.ts';
import { compileProjection } from '../query/projection.ts';
import {
  encodeDocument,
  expectArray,
  expectDocument,
  expectString,
  integerOr,
  isDocument,
} from '../values/bson-document.ts';
import { valueKey } from '../values/value-key.ts';
import type { CommandReply, CommandRequest } from './command.ts';
import { replyWithCursor } from './cursors.ts';
import { documentField, namespaceOf, refuseUnsupported } from './request-fields.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/find/ */
export function find(request: CommandRequest): CommandReply {
  const { command, context } = request;
  refuseUnsupported(command, 'let', 'min', 'max', 'returnKey', 'showRecordId', 'tailable');
  const namespace = namespaceOf(request);
  const skip = integerOr(command.skip, 0, 'skip');
  const limit = integerOr(command.limit, 0, 'limit');
  if (skip < 0 || limit < 0) throw badValue('skip and limit must not be negative');
  const project = compileProjection(command.projection);
  const filter = documentField(command, 'filter');
  const collection = context.database.read(namespace);
  const found = collection.find(filter, limit ? skip + limit : undefined, documentField(command, 'sort')).slice(skip);
  const documents = found.map(({ bytes, document }) => (project ? encodeDocument(project(document)) : bytes));
  return replyWithCursor(request, namespace, documents, command.batchSize, command.singleBatch !== true);
}

/** @see https://www.mongodb.com/docs/manual/reference/command/aggregate/ */
export function aggregate(request: CommandRequest): CommandReply {
  const { command, context, databaseName } = request;
  refuseUnsupported(command, 'let');
  const namespace = namespaceOf(request);
  const pipeline = expectArray(command.pipeline, 'pipeline').map((stage) => expectDocument(stage, 'pipeline stages'));
  const [first, ...rest] = pipeline;
  const match = isDocument(first?.$match) && Object.keys(first).length === 1 ? first.$match : null;
  const source = context.database.read(namespace).find(match ?? {});
  const results = runPipeline(
    source.map(({ document }) => document),
    match ? rest : pipeline,
    (name) => [...context.database.read(`${databaseName}.${name}`).all()].map(({ document }) => document),
  );
  const batchSize = documentField(command, 'cursor').batchSize;
  return replyWithCursor(request, namespace, results.map(encodeDocument), batchSize, true);
}

/** @see https://www.mongodb.com/docs/manual/reference/command/count/ */
export function count(request: CommandRequest): CommandReply {
  const { command, context } = request;
  refuseUnsupported(command);
  const collection = context.database.read(namespaceOf(request));
  const filter = documentField(command, 'query');
  const total = Object.keys(filter).length === 0 ? collection.size : collection.find(filter).length;
  const afterSkip = Math.max(0, total - integerOr(command.skip, 0, 'skip'));
  const limit = Math.abs(integerOr(command.limit, 0, 'limit'));
  return { fields: { n: limit ? Math.min(limit, afterSkip) : afterSkip } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/distinct/ */
export function distinct(request: CommandRequest): CommandReply {
  const { command, context } = request;
  refuseUnsupported(command);
  const path = expectString(command.key, 'key').split('.');
  const values = new Map<string, unknown>();
  for (const { document } of context.database.read(namespaceOf(request)).find(documentField(command, 'query'))) {
    for (const value of valuesAt(document, path).flat()) {
      if (value !== undefined) values.set(valueKey(value), value);
    }
  }
  return { fields: { values: [...values.values()] } };
}
