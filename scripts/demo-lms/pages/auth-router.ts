import express, { type Response, type Router } from 'express';
import { authorise } from '../launch/authorisation.ts';
import type { Lms } from '../lms.ts';
import { serve } from '../services/services-router.ts';
import { formPostPage } from './form-post-page.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { visitorOf } from './visitor.ts';

/** A page that says no, in the LMS's own frame. */
export function refuse(lms: Lms, res: Response, status: number, message: string): void {
  const content = html`<p class="lead errormessage">${message}</p><p><a href="/">Go to the front page</a></p>`;
  res.status(status).send(layout(lms, { kind: 'message', title: 'Error', path: '/', visitor: null, content }));
}

/**
 * The authorisation endpoint. The cookie of the LMS does not come along when the tool's page leads here from inside a
 * frame; the request is then posted once more from a page of our own, as Moodle does.
 */
export function authRouter(lms: Lms): Router {
  const router = express.Router();
  const readBody = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });
  router.all(new URL(lms.to.auth).pathname, readBody, (req, res) =>
    serve(lms, 'auth', req, res, async () => {
      const asked = new URL(req.originalUrl, lms.to.base).searchParams;
      for (const [name, value] of new URLSearchParams(typeof req.body === 'string' ? req.body : '')) {
        asked.set(name, value);
      }
      const page = (status: number, body: string) => ({ status, contentType: 'text/html; charset=utf-8', body });
      const visitor = visitorOf(lms.world, req);
      if (!visitor && !asked.has('repost')) {
        return page(200, formPostPage(lms.to.auth, { ...Object.fromEntries(asked), repost: '1' }));
      }
      const answer = visitor
        ? await authorise(lms, visitor, asked)
        : ({ kind: 'refused', message: 'You are not logged in' } as const);
      if (answer.kind === 'post') return page(200, formPostPage(answer.to, answer.fields));
      const content = html`<p class="lead errormessage">${answer.message}</p>`;
      return page(404, layout(lms, { kind: 'message', title: 'Error', path: '/', visitor, content }));
    }),
  );
  return router;
}
