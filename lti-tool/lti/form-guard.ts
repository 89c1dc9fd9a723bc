import type { IncomingMessage } from 'node:http';
import { LaunchRefused } from './refusals.ts';

/** Parameters as plain texts: each name once, never a list or an object. */
export type Parameters = ReadonlyMap<string, string>;

const maxBytes = 64 * 1_024;
/** Under the server's own limit on headers (16 KB), so that a person sees a page. */
const maxQuery = 12 * 1_024;
const maxParameters = 60;
const name = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const inherited = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty']);
/** Control characters other than tab and line ends. */
const control = /(?![\t\n\r])\p{Cc}/u;

function parse(text: string, into: Map<string, string>): void {
  for (const [key, value] of new URLSearchParams(text)) {
    if (!name.test(key) || inherited.has(key)) throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', 'parameter name');
    if (into.has(key)) throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', `${key} twice`);
    if (control.test(value)) throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', key);
    if (into.size === maxParameters) throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', 'too many parameters');
    into.set(key, value);
  }
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const tooLarge = () => {
      // The rest is let through unread; the connection closes with the answer.
      request.removeAllListeners('data').resume();
      reject(new LaunchRefused('LAUNCH_REQUEST_TOO_LARGE'));
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge();
    request.on('data', (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > maxBytes) tooLarge();
    });
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.on('error', (error) => reject(new LaunchRefused('LAUNCH_REQUEST_MALFORMED', 'connection', error)));
    request.on('close', () => {
      if (!request.readableEnded) reject(new LaunchRefused('LAUNCH_REQUEST_MALFORMED', 'connection'));
    });
  });
}

/**
 * The request's parameters, from the query and, for POST, a form of at most 64 KB. Reads the body itself: mount the
 * edge before any body parser.
 * @throws LaunchRefused for anything that is not a flat form of plain texts.
 */
export async function readParameters(request: IncomingMessage): Promise<Parameters> {
  if (request.readableEnded) throw new Error('The body was read already: mount the LTI edge before any body parser.');
  const parameters = new Map<string, string>();
  const [, query = ''] = (request.url ?? '').split(/\?(.*)/s);
  if (query.length > maxQuery) throw new LaunchRefused('LAUNCH_REQUEST_TOO_LARGE');
  parse(query, parameters);
  if (request.method !== 'POST') return parameters;
  const [type = '', charset = 'charset=utf-8'] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (
    type.trim() !== 'application/x-www-form-urlencoded' ||
    !/^\s*charset="?utf-8"?\s*$/.test(charset) ||
    encoding !== 'identity'
  )
    throw new LaunchRefused('LAUNCH_CONTENT_TYPE');
  parse(await readBody(request), parameters);
  return parameters;
}

/** A parameter of at most `most` characters; null where absent or empty. */
export function parameter(parameters: Parameters, key: string, most: number): string | null {
  const value = parameters.get(key) ?? '';
  if (value.length > most) throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', key);
  return value === '' ? null : value;
}

/** @throws LaunchRefused where it is absent or empty. */
export function requiredParameter(parameters: Parameters, key: string, most: number): string {
  const value = parameter(parameters, key, most);
  if (value === null) throw new LaunchRefused('LAUNCH_PARAMETER_MISSING', key);
  return value;
}
