import type { CommandReply, CommandRequest } from './command.ts';
import { documentField, namespaceOf, refuseUnsupported } from './request-fields.ts';
import { runStatements } from './write-statements.ts';

/** @see https://www.mongodb.com/docs/manual/reference/command/insert/ */
export function insert(request: CommandRequest): CommandReply {
  const collection = request.context.database.open(namespaceOf(request));
  let n = 0;
  const errors = runStatements(request.command, 'documents', (document) => {
    collection.insert(document);
    n++;
  });
  return { fields: { n, ...errors } };
}

/** @see https://www.mongodb.com/docs/manual/reference/command/delete/ */
export function remove(request: CommandRequest): CommandReply {
  const collection = request.context.database.read(namespaceOf(request));
  let n = 0;
  const errors = runStatements(request.command, 'deletes', (statement) => {
    refuseUnsupported(statement);
    const limit = Number(statement.limit) === 1 ? 1 : undefined;
    for (const stored of collection.find(documentField(statement, 'q'), limit)) {
      collection.remove(stored);
      n++;
    }
  });
  return { fields: { n, ...errors } };
}
