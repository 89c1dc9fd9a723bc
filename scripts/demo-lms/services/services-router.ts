import { setTimeout } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import type { Lms } from '../lms.ts';
import { answerCanvas, canvasServiceAt } from './canvas-services.ts';
import type { FailableService, FailHow } from './failures.ts';
import { answerMoodle, moodleServiceAt } from './moodle-services.ts';
import type { ServiceCall, ServiceReply } from './service-call.ts';
import { issueToken } from './token.ts';

const bodyOf = (req: Request): string => (typeof req.body === 'string' ? req.body : '');

/** UTF-8 bytes in a header, as PHP sends them; line breaks and other controls cannot be sent. */
const headerBytes = (text: string): string =>
  Buffer.from([...text].map((letter) => (letter < ' ' || letter === '\x7f' ? ' ' : letter)).join(''), 'utf8').toString(
    'latin1',
  );

function send(res: Response, reply: ServiceReply): void {
  res.status(reply.status);
  if (reply.reason !== undefined) res.statusMessage = headerBytes(reply.reason);
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, headerBytes(value));
  res.setHeader('content-type', reply.contentType);
  // As bytes: with text, node would encode the header once more.
  res.end(Buffer.from(reply.body));
}

function callOf(lms: Lms, req: Request): ServiceCall {
  const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  return {
    method: req.method,
    path: req.path,
    url: req.url,
    query: new URL(req.url, lms.to.base).searchParams,
    accept: req.headers.accept ?? '',
    contentType: req.headers['content-type'] ?? '',
    body: bodyOf(req),
    grant: token ? lms.tokens.find(token) : null,
  };
}

/** The reply of a failure that answers. */
function failureReply(how: Exclude<FailHow, string>): ServiceReply {
  const headers: Record<string, string> = {};
  if (how.retryAfterSeconds !== undefined) headers['retry-after'] = String(how.retryAfterSeconds);
  if (how.rateLimitRemaining !== undefined) headers['x-rate-limit-remaining'] = String(how.rateLimitRemaining);
  const body = how.rateLimitRemaining === undefined ? '' : '403 Forbidden (Rate Limit Exceeded)\n';
  return { status: how.status, contentType: 'text/plain; charset=utf-8', body, headers };
}

/** Logs a request, fails it if so planned, and otherwise sends what `answer` says. */
export async function serve(
  lms: Lms,
  service: FailableService,
  req: Request,
  res: Response,
  answer: () => ServiceReply | Promise<ServiceReply>,
): Promise<void> {
  const body = bodyOf(req);
  const entry = lms.log.add({ at: lms.now(), service, method: req.method, path: req.originalUrl, status: null });
  if (service === 'token') entry.scopes = (new URLSearchParams(body).get('scope') ?? '').split(' ');
  else if (body !== '') entry.body = body;
  // The log is complete before the reply leaves, so that whoever has the reply can read it.
  const sendLogged = (reply: ServiceReply): void => {
    entry.status = reply.status;
    send(res, reply);
  };

  if (lms.answerAfter > 0) await setTimeout(lms.answerAfter);
  const how = lms.failures.take(service);
  if (how === null) return sendLogged(await answer());
  if (typeof how === 'object') return sendLogged(failureReply(how));
  switch (how) {
    case 'hang':
      return;
    case 'drop':
      return sendLogged({ status: 200, contentType: 'application/json', body: '' });
    case 'lose-reply':
      await answer();
      break;
    case 'reset':
      break;
  }
  res.socket?.resetAndDestroy();
}

/** The key set, the token endpoint, and line items, scores, results and memberships. */
export function servicesRouter(lms: Lms): Router {
  const router = express.Router();
  const at = (url: string): string => new URL(url).pathname;
  const readBody = express.text({ type: () => true, limit: '1mb' });

  router.get(at(lms.to.jwks), (req, res) =>
    serve(lms, 'jwks', req, res, () => ({
      status: 200,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify(lms.key.publicKeys),
    })),
  );
  router.post(at(lms.to.token), readBody, (req, res) =>
    serve(lms, 'token', req, res, () => issueToken(lms, new URLSearchParams(bodyOf(req)))),
  );
  const [below, serviceAt, answer] =
    lms.manner === 'canvas'
      ? (['/api/lti/courses', canvasServiceAt, answerCanvas] as const)
      : (['/mod/lti/services.php', moodleServiceAt, answerMoodle] as const);
  router.use(below, readBody, (req, res) => {
    const call = callOf(lms, req);
    const service = serviceAt(call.path);
    return service ? serve(lms, service, req, res, () => answer(lms, call)) : send(res, answer(lms, call));
  });
  return router;
}
