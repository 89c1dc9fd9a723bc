import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** A name for exactly these bytes. */
const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/**
 * Answers a reading operation, or 304 where the asker says that they have this answer already: whoever looks every few
 * seconds is sent nothing until something changed.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match
 */
export function sendUnlessKnown(request: Request, response: Response, reply: unknown): void {
  const text = JSON.stringify(reply);
  const tag = tagOf(text);
  response.set('etag', tag);
  const known = request.get('if-none-match')?.split(',') ?? [];
  if (known.some((each) => each.trim().replace(/^W\//, '') === tag)) response.status(304).end();
  else response.type('json').send(text);
}
