import type { Request, RequestHandler } from 'express';

/** Time for a whole request but an upload to arrive, and for an upload between two bytes, in milliseconds. */
const requestTime = 20_000;
/** What a refused sender gets to read the answer before its unfinished body is cut off. */
const readingTime = 1_000;

/** Whether a body follows the headers, which have arrived: without one there is nothing to wait for. */
const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
const isUpload = (request: Request): boolean => request.method === 'PUT' && /\/uploads\/[^/]+$/.test(request.path);

/** Cuts off slow senders: nobody holds a connection by sending little. */
export function deadlines(milliseconds = requestTime): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request)) return next();
    response.once('finish', () => {
      if (!request.complete) setTimeout(() => request.destroy(), readingTime).unref();
    });
    if (isUpload(request)) {
      // On the socket, which later requests share: the listener goes when this request does.
      const { socket } = request;
      const cut = () => request.destroy();
      socket.setTimeout(milliseconds, cut);
      response.once('close', () => socket.removeListener('timeout', cut));
      return next();
    }
    const timer = setTimeout(() => {
      if (request.complete) return;
      if (response.headersSent) request.destroy();
      else response.status(408).set('connection', 'close').end();
    }, milliseconds);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
