import { badValue, CommandError } from '../command-error.ts';
import { updateDocuments } from '../documents/update-documents.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import type { CommandReply, CommandRequest } from './command.ts';
import { documentField, namespaceOf, refuseUnsupported } from './request-fields.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/findAndModify/ */
export function findAndModify(request: CommandRequest): CommandReply {
  const { command, context } = request;
  refuseUnsupported(command);
  const filter = documentField(command, 'query');
  const sort = documentField(command, 'sort');
  refuseProjection(command);
  const shown = (document: BsonDocument | undefined) => document ?? null;

  if (command.remove === true) {
    if (command.update !== undefined) throw badValue('Cannot specify both an update and remove=true');
    const collection = context.database.read(namespaceOf(request));
    const [found] = collection.find(filter, 1, sort);
    if (found) collection.remove(found);
    return { fields: { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found?.document) } };
  }

  const upsert = command.upsert === true;
  const collection = upsert ? context.database.open(namespaceOf(request)) : context.database.read(namespaceOf(request));
  const { arrayFilters, update } = command;
  const statement = { filter, update, arrayFilters, sort, multi: false, upsert };
  const { changes, upserted } = updateDocuments(collection, statement, context.now());
  const [change] = changes;
  const lastErrorObject = {
    n: change || upserted ? 1 : 0,
    updatedExisting: change !== undefined,
    ...(upserted && { upserted: upserted.document._id }),
  };
  const stored = command.new === true ? (change?.after ?? upserted) : change?.before;
  return { fields: { lastErrorObject, value: shown(stored?.document) } };
}

/** MongoDB has it and FerretDB has not: what would fail there fails here, when it is written and not when it is deployed. */
function refuseProjection(command: BsonDocument): void {
  if (command.fields !== undefined || command.projection !== undefined)
    throw new CommandError(
      238,
      'findAndModify with fields is refused, as FerretDB refuses it: read the document instead',
    );
}
