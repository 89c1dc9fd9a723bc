import { json, type RequestHandler, Router } from 'express';
import {
  type ContentMessage,
  type ContentSelectionView,
  contentAnswerSchema,
} from '../../shared/api/content-selection.ts';
import { contentSelectionPath } from '../../shared/api/routes.ts';
import { answerContentSelection, viewContentSelection } from '../use-cases/content/select-content.ts';
import { Failure } from '../use-cases/failure.ts';
import { bearerToken } from './request-context.ts';

type ContentDeps = Parameters<typeof viewContentSelection>[0];

function tokenOf(header: string | undefined): string {
  const token = bearerToken(header);
  if (token === null) throw new Failure('sessionMissing');
  return token;
}

/** The two operations of choosing activities for a course, by the token of that one choice. */
export function contentRouter(deps: ContentDeps, limiter: RequestHandler): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use(contentSelectionPath, limiter, (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.get(contentSelectionPath, async (request, response) => {
    const view: ContentSelectionView = await viewContentSelection(deps, tokenOf(request.get('authorization')));
    response.json(view);
  });
  router.post(contentSelectionPath, json({ limit: '64kb', strict: true }), async (request, response) => {
    const token = tokenOf(request.get('authorization'));
    const { choices } = contentAnswerSchema.parse(request.body ?? {});
    const message: ContentMessage = { jwt: await answerContentSelection(deps, token, choices) };
    response.json(message);
  });
  return router;
}
