import { asCommandError } from '../command-error.ts';
import { type BsonDocument, expectArray, expectDocument } from '../values/bson-document.ts';

/** Carries out a write command's statements one by one. A statement that fails is reported by its index; when the
 * command is ordered, which is the default, the ones after it are not tried. */
export function runStatements(
  command: BsonDocument,
  field: string,
  run: (statement: BsonDocument, index: number) => void,
): { writeErrors?: BsonDocument[] } {
  const statements = expectArray(command[field], field).map((statement) =>
    expectDocument(statement, `${field} entries`),
  );
  const writeErrors: BsonDocument[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      const { code, message, details } = asCommandError(error);
      writeErrors.push({ index, code, ...details, errmsg: message });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length ? { writeErrors } : {};
}
