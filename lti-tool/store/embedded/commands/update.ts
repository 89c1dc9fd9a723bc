import { CommandError } from '../command-error.ts';
import { updateDocuments } from '../documents/update-documents.ts';
import { isReplacement } from '../update/compile-update.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import type { CommandReply, CommandRequest } from './command.ts';
import { documentField, namespaceOf, refuseUnsupported } from './request-fields.ts';
import { runStatements } from './write-statements.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/update/ */
export function update(request: CommandRequest): CommandReply {
  const { database, now } = request.context;
  const namespace = namespaceOf(request);
  let n = 0;
  let nModified = 0;
  const upserted: BsonDocument[] = [];
  const errors = runStatements(request.command, 'updates', (statement, index) => {
    refuseUnsupported(statement, 'c');
    const multi = statement.multi === true;
    const upsert = statement.upsert === true;
    if (multi && isReplacement(statement.u)) {
      throw new CommandError(9, 'multi update is not supported for replacement-style update');
    }
    const outcome = updateDocuments(
      upsert ? database.open(namespace) : database.read(namespace),
      {
        filter: documentField(statement, 'q'),
        update: statement.u,
        arrayFilters: statement.arrayFilters,
        sort: documentField(statement, 'sort'),
        multi,
        upsert,
      },
      now(),
    );
    n += outcome.upserted ? 1 : outcome.changes.length;
    nModified += outcome.changes.filter(({ before, after }) => before !== after).length;
    if (outcome.upserted) upserted.push({ index, _id: outcome.upserted.document._id });
  });
  return { fields: { n, nModified, ...(upserted.length && { upserted }), ...errors } };
}
