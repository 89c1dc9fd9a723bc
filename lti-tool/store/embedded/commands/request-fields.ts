import { badValue } from '../command-error.ts';
import { type BsonDocument, expectDocument, expectString } from '../values/bson-document.ts';
import type { CommandRequest } from './command.ts';

/** The namespace that a command's first field names a collection of. */
export function namespaceOf({ command, databaseName }: CommandRequest): string {
  const [name, value] = Object.entries(command)[0] ?? [];
  return `${databaseName}.${expectString(value, `collection name of ${name}`)}`;
}

/** An optional document among a command's fields, `{}` when absent. */
export function documentField(command: BsonDocument, name: string): BsonDocument {
  const value = command[name];
  return value === undefined || value === null ? {} : expectDocument(value, name);
}

/** Refuses what would change a query's meaning and is not supported here. */
export function refuseUnsupported(statement: BsonDocument, ...more: readonly string[]): void {
  for (const name of ['collation', ...more]) {
    if (statement[name] !== undefined) throw badValue(`the option '${name}' is not supported by the embedded database`);
  }
}
