import { createHash } from 'node:crypto';
import compression from 'compression';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { extensionOperations } from '../../shared/api/extension-operations.ts';
import { extensionRoutes } from '../../shared/api/extension-routes.ts';
import type { ChangeDeps } from '../use-cases/change-evidence.ts';
import { acceptInExtension, undoInExtension, viewPrompt } from '../use-cases/extension/accept-in-extension.ts';
import { authenticateExtension, type ExtensionPerson } from '../use-cases/extension/extension-person.ts';
import { completePairing, revokeToken } from '../use-cases/extension/pairing.ts';
import { type Tagged, viewCounts } from '../use-cases/extension/view-counts.ts';
import { viewWaiting } from '../use-cases/extension/view-waiting.ts';
import { bearerToken } from './request-context.ts';

/** Criterion ids of a long list fit with room to spare. */
const body = json({ limit: '256kb', strict: true });

export type ExtensionLimits = {
  /** By token, behind the guard. */
  readonly byToken: RequestHandler;
  /** By address, for the one call without a token. */
  readonly pairing: RequestHandler;
};

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/**
 * What the extension may ask for with its own token: counts, lists of what waits, accept-all and its undo. No session
 * opens these, and the token opens nothing else. No CORS header: an extension with permission needs none, and no web
 * page is meant to come here.
 */
export function extensionRouter(deps: ChangeDeps, { byToken, pairing }: ExtensionLimits): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const { prompt, accept, undo } = extensionOperations;
  const guarded =
    (answer: (request: Request, response: Response, person: ExtensionPerson) => Promise<unknown>): RequestHandler =>
    async (request, response) => {
      const person = await authenticateExtension(deps, bearerToken(request.get('authorization')));
      await answer(request, response, person);
    };
  const limited: RequestHandler[] = [byToken, body];

  router.use('/extension', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.post(extensionRoutes.pair.path, pairing, body, async (request, response) => {
    response.json(await completePairing(deps, challengeOf, extensionOperations.pair.body.parse(request.body ?? {})));
  });
  router.get(
    extensionRoutes.counts.path,
    byToken,
    guarded(async (request, response, person) =>
      sendTagged(response, await viewCounts(deps, person, knownTag(request))),
    ),
  );
  router.get(
    extensionRoutes.waiting.path,
    byToken,
    // The counts, which everybody asks for each minute, are too small to gain by it.
    compression(),
    guarded(async (request, response, person) =>
      sendTagged(response, await viewWaiting(deps, person, knownTag(request))),
    ),
  );
  router.get(
    extensionRoutes.prompt.path,
    byToken,
    guarded(async (request, response, person) => {
      const { evidenceId } = prompt.params.parse(request.params);
      response.json(await viewPrompt(deps, person, evidenceId));
    }),
  );
  router.post(
    extensionRoutes.accept.path,
    limited,
    guarded(async (request, response, person) => {
      const { evidenceId } = accept.params.parse(request.params);
      response.json(await acceptInExtension(deps, person, evidenceId, accept.body.parse(request.body ?? {})));
    }),
  );
  router.post(
    extensionRoutes.undo.path,
    limited,
    guarded(async (request, response, person) => {
      const { evidenceId } = undo.params.parse(request.params);
      await undoInExtension(deps, person, evidenceId, undo.body.parse(request.body ?? {}).sequence);
      response.json({});
    }),
  );
  router.post(
    extensionRoutes.unpair.path,
    limited,
    guarded(async (_request, response, person) => {
      await revokeToken(deps, person, person.tokenId);
      response.json({});
    }),
  );
  return router;
}

const knownTag = (request: Request): string | null => request.get('if-none-match') ?? null;

function sendTagged<T>(response: Response, { tag, body }: Tagged<T>): void {
  response.set('etag', tag);
  if (body === null) response.status(304).end();
  else response.json(body);
}
