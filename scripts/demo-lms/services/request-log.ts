import type { FailableService } from './failures.ts';

/** One request that a tool made to the LMS's services. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  at: number;
  service: FailableService;
  method: string;
  /** Path and query. */
  path: string;
  /** Null while unanswered, and for ever when the connection was cut or left hanging. */
  status: number | null;
  /** The scopes asked for, of a token request. */
  scopes?: string[];
  /** The body as sent, of a score or line item. */
  body?: string;
}

export interface RequestLog {
  entries: LoggedRequest[];
  add(entry: LoggedRequest): LoggedRequest;
}

const KEPT = 10_000;

export function makeRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      return entry;
    },
  };
}
