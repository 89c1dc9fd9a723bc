import express, { type Request, type Response, type Router } from 'express';
import type { Lms } from '../lms.ts';
import { refuse } from '../pages/auth-router.ts';
import { layout, type Page } from '../pages/layout.ts';
import { isLoopback, isSameOrigin, visitorOf } from '../pages/visitor.ts';
import { addActivity } from '../world/copies.ts';
import { openidConfiguration } from './openid-configuration.ts';
import { registerTool } from './register-tool.ts';
import { registrationFrame, toolsPage, toolsTitle } from './tools-page.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const bearerOf = (req: Request): string => /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';

function change(lms: Lms, form: URLSearchParams): void {
  const tool = lms.world.registeredTools.find((candidate) => candidate.clientId === form.get('client'));
  const course = lms.world.courses.find((candidate) => candidate.id === form.get('course'));
  if (form.get('action') === 'activate' && tool) tool.active = true;
  if (form.get('action') === 'add' && tool?.active && course) {
    const title = `${tool.name}: Diploma in Customer Service`;
    const { clientId, deploymentId } = tool;
    const custom = { ...tool.custom, cs_qualification: '601/3562/1' };
    const made = { courseId: course.id, title, description: '', graded: true, clientId, deploymentId, custom };
    addActivity(lms.world, made, { label: title, scoreMaximum: 100, resourceId: '', tag: '' });
  }
  lms.save();
}

/** Dynamic registration: the LMS's description, its registration address, and the administrator's pages. */
export function registrationRouter(lms: Lms): Router {
  const router = express.Router();
  const readForm = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });
  const readJson = express.text({ type: () => true, limit: '256kb' });
  const show = (req: Request, res: Response, page: Pick<Page, 'title' | 'content' | 'scripts'>): void => {
    res.setHeader('cache-control', 'no-store');
    res.setHeader('referrer-policy', 'same-origin');
    res.send(layout(lms, { ...page, kind: 'controls', path: '/demo/tools', visitor: visitorOf(lms.world, req) }));
  };

  router.get(new URL(lms.to.configuration).pathname, (req, res) => {
    if (lms.manner === 'canvas' && !lms.registrationTokens.isGood(bearerOf(req)))
      return void res.status(401).json({ errors: [{ message: 'Invalid access token.' }] });
    res.json(openidConfiguration(lms));
  });
  router.post(new URL(lms.to.registration).pathname, readJson, (req, res) => {
    const reply = registerTool(lms, bearerOf(req), text(req.body));
    res.status(reply.status).type(reply.contentType).send(reply.body);
  });

  router.use('/demo/tools', readForm, (req, res, next) => {
    if (!isLoopback(req)) return refuse(lms, res, 403, 'The demo controls work on this computer only.');
    if (!isSameOrigin(req, lms.to.base)) return refuse(lms, res, 403, 'This form came from another site.');
    next();
  });
  router.get('/demo/tools', (req, res) => show(req, res, { title: toolsTitle(lms), content: toolsPage(lms) }));
  router.post('/demo/tools', (req, res) => {
    const given = new URLSearchParams(text(req.body)).get('url')?.trim() ?? '';
    if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
      return refuse(lms, res, 400, 'That is not the address of a tool.');
    const address = new URL(given);
    const token = lms.registrationTokens.issue();
    const configuration = new URL(lms.to.configuration);
    if (lms.manner === 'canvas') configuration.searchParams.set('registration_token', token);
    address.searchParams.set('openid_configuration', configuration.href);
    address.searchParams.set('registration_token', token);
    show(req, res, { title: 'Register a tool', content: registrationFrame(address), scripts: ['registration.js'] });
  });
  router.post('/demo/tools/change', (req, res) => {
    change(lms, new URLSearchParams(text(req.body)));
    res.redirect(303, '/demo/tools');
  });
  return router;
}
