import type { CursorTable } from '../cursor-table.ts';
import type { DocumentDatabase } from '../documents/document-database.ts';
import type { BsonDocument } from '../values/bson-document.ts';

/** What commands work on. */
export interface CommandContext {
  readonly database: DocumentDatabase;
  readonly cursors: CursorTable;
  /** How often each command was carried out, by its name. */
  readonly carriedOut: Map<string, number>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When the server started, on the same clock. */
  readonly startedAt: number;
  /** Tells this server from any other. */
  readonly serverId: string;
}

/** One command, as it was sent. */
export interface CommandRequest {
  readonly context: CommandContext;
  /** The name of the database it is for. */
  readonly databaseName: string;
  /** The command's fields, its own name first. */
  readonly command: BsonDocument;
  /** The number of the connection it came by. */
  readonly connectionId: number;
}

/** A batch of a cursor, its documents already encoded. */
export interface Batch {
  readonly name: 'firstBatch' | 'nextBatch';
  readonly namespace: string;
  /** 0 when nothing is left. */
  readonly cursorId: number;
  readonly documents: readonly Buffer[];
}

/** The fields of a reply beside `ok`, or a batch. */
export type CommandReply = { readonly fields: BsonDocument } | { readonly batch: Batch };

/** Carries out a command in memory, at once. Throws CommandError. */
export type CommandHandler = (request: CommandRequest) => CommandReply;

/** A reply of `ok: 1` and nothing else. */
export const OK: CommandReply = { fields: {} };
