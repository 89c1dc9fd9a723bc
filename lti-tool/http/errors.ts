import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ZodError } from 'zod';
import { type ApiErrorBody, type ErrorCode, errorStatuses } from '../../shared/api/errors.ts';
import { errorTexts } from '../../shared/texts/errors.ts';
import { Failure } from '../use-cases/failure.ts';
import type { Log } from './log.ts';

/** Sends the one shape of an API error. */
export function sendError(response: Response, code: ErrorCode, details?: unknown): void {
  const message = errorTexts[code];
  const body: ApiErrorBody = { code, message, ...(details === undefined ? {} : { details }) };
  response.status(errorStatuses[code]).json(body);
}

/** What a body parser of express throws. */
type ParserError = { readonly type?: string; readonly status?: number };

/** The API code of anything thrown; `internal` for a bug. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof Failure) return error.code;
  if (error instanceof ZodError) return 'badRequest';
  const { type, status } = (error ?? {}) as ParserError;
  if (type === 'entity.too.large') return 'tooLarge';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'mediaTypeRefused';
  if (status !== undefined && status >= 400 && status < 500) return 'badRequest';
  if (error instanceof Error && /^Mongo(Network|ServerSelection|NotConnected)|MongooseServerSelection/.test(error.name))
    return 'unavailable';
  return 'internal';
}

/** What a person may see of the details: rule details and where a body was wrong, never a stack. */
function detailsOf(error: unknown): unknown {
  if (error instanceof Failure) return error.details;
  if (error instanceof ZodError)
    return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return undefined;
}

/** The one error handler: expected failures become their code, bugs are logged with the request's id. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const code = codeOf(error);
    if (code === 'internal' || code === 'unavailable')
      log.error({ requestId: response.locals.requestId, error }, 'request failed');
    // What was not read must not be taken for the next request of this connection.
    if (!request.complete && !response.headersSent) response.set('connection', 'close');
    if (response.headersSent) next(error);
    else sendError(response, code, detailsOf(error));
  };
}

/** Anything no route answered. */
export const notFound: RequestHandler = (_request, response) => sendError(response, 'notFound');
