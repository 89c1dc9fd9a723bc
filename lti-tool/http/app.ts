import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { ContentSelections } from '../use-cases/content/content-ports.ts';
import { apiRouter } from './api-router.ts';
import { contentRouter } from './content-router.ts';
import { deadlines } from './deadlines.ts';
import { errorHandler, notFound } from './errors.ts';
import { extensionRouter } from './extension-router.ts';
import type { ApiDeps } from './handler.ts';
import { icon } from './icon.ts';
import type { Log } from './log.ts';
import { rateLimits } from './rate-limit.ts';
import type { Authenticate } from './session-guard.ts';

export type AppDeps = {
  readonly api: ApiDeps;
  readonly content: ContentSelections;
  readonly authenticate: Authenticate;
  readonly log: Log;
  /** The LTI edge's routes, under /lti. */
  readonly ltiRouter: Router | RequestHandler;
  /** Directory of the built panel. */
  readonly panelDirectory: string;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
  /** Requests a minute of one session; null for no limit. */
  readonly rateLimit: number | null;
  /** Reverse proxies in front whose X-Forwarded-For is believed. */
  readonly proxies: number;
};

const year = 31_536_000;

/** The whole of the tool's HTTP: headers, health, LTI edge, panel files and API. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.proxies);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(stamp(deps.log), deadlines(), headers);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', ready(deps.ping));
  const { byAddress, bySession, pairing } = rateLimits(deps.rateLimit);
  app.use(['/lti', '/api', '/extension'], byAddress);
  // Not the launch page: it carries a secret.
  app.use(['/panel', '/api'], compression());
  app.use(deps.ltiRouter);
  app.get('/icon.svg', icon);
  app.use(
    '/panel',
    express.static(deps.panelDirectory, { index: false, maxAge: year * 1000, immutable: true, dotfiles: 'ignore' }),
  );
  app.use(extensionRouter(deps.api, { byToken: bySession, pairing }));
  app.use(contentRouter({ ...deps.api, content: deps.content }, bySession));
  app.use(apiRouter(deps.api, deps.authenticate, bySession));
  app.use(notFound);
  app.use(errorHandler(deps.log));
  return app;
}

/** Pages set their own policy; everything else may do nothing and be framed by nobody. */
const headers = alwaysTheSame(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // The panel lives in the LMS's frame; its page names who may frame it.
    xFrameOptions: false,
    // Other hosts below ours are not ours to speak for.
    strictTransportSecurity: { includeSubDomains: false },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  }),
);

/** What a middleware sets whatever the request is, found out once: helmet's dozen of steps would cost as much as a small answer. */
function alwaysTheSame(
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
): RequestHandler {
  const request = new IncomingMessage(new Socket());
  const sample = new ServerResponse(request);
  middleware(request, sample, () => {});
  const set = sample.getHeaderNames().map((name) => [name, String(sample.getHeader(name))] as const);
  return (_request, response, next) => {
    for (const [name, value] of set) response.setHeader(name, value);
    next();
  };
}

/** Gives every request an id, and logs it without its query: addresses can carry personal data. */
function stamp(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.locals.requestId = randomUUID();
    response.set('x-request-id', response.locals.requestId);
    response.once('finish', () => {
      const { method, path } = request;
      const took = Math.round(performance.now() - started);
      log.info({ requestId: response.locals.requestId, method, path, status: response.statusCode, took }, 'request');
    });
    next();
  };
}

function ready(ping: () => Promise<void>): RequestHandler {
  return async (_request, response) => {
    const up = await ping().then(
      () => true,
      () => false,
    );
    response.status(up ? 200 : 503).json({ status: up ? 'ready' : 'database unavailable' });
  };
}
