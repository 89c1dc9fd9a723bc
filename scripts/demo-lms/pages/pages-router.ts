import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { blankActivity } from '../launch/blank-activity.ts';
import type { PendingLaunch } from '../launch/launch-hints.ts';
import { loginFields } from '../launch/login-form.ts';
import { receiveContent } from '../launch/receive-content.ts';
import type { Lms } from '../lms.ts';
import { type Activity, type Course, fullName, type Person, roleIn, teaches } from '../world/world.ts';
import { activityPage } from './activity-page.ts';
import { refuse } from './auth-router.ts';
import { addContentPage, contentTaken, reviewPage } from './content-pages.ts';
import { controlsAction } from './controls-actions.ts';
import { controlsPage } from './controls-page.ts';
import { coursePage } from './course-page.ts';
import { formPostPage, passingPage } from './form-post-page.ts';
import { gradebookPage, ownGradesPage } from './gradebook-page.ts';
import { homePage } from './home-page.ts';
import { html } from './html.ts';
import { layout, type Page } from './layout.ts';
import { modulesPage } from './modules-page.ts';
import { participantsPage, profilePage } from './participants-page.ts';
import { pageRoutes } from './routes.ts';
import { becomes, isLoopback, isSameOrigin, visitorOf } from './visitor.ts';

interface CourseVisit {
  req: Request;
  res: Response;
  visitor: Person;
  course: Course;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A path of our own to go back to, never another site. */
const localPath = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');

/** The pages that people open. */
export function pagesRouter(lms: Lms): Router {
  const router = express.Router();
  const routes = pageRoutes(lms.manner);
  const readForm = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });
  const show = (req: Request, res: Response, page: Omit<Page, 'path'>): void => {
    res.setHeader('x-frame-options', 'sameorigin');
    res.setHeader('cache-control', 'no-store');
    res.send(layout(lms, { ...page, path: req.originalUrl }));
  };

  /** Serves a page of a course to its members and the administrator. */
  const courseRoute = (path: string, visit: (at: CourseVisit) => void): void => {
    router.get(path, (req, res) => {
      const visitor = visitorOf(lms.world, req);
      if (!visitor) return res.redirect(303, '/');
      const activity = activityOf(req);
      const id = text(req.params.course) || text(req.query.course) || activity?.courseId || text(req.query.id);
      const course = lms.world.courses.find((candidate) => candidate.id === id);
      if (!course) return refuse(lms, res, 404, 'There is no such course.');
      if (roleIn(course, visitor) === null) return refuse(lms, res, 403, 'You are not enrolled in this course.');
      visit({ req, res, visitor, course });
    });
  };
  const activityOf = (req: Request): Activity | undefined => {
    const onModulePath = [routes.activity, routes.launch, routes.review].includes(req.route.path);
    const id = onModulePath ? text(req.params.activity) || text(req.query.assignment_id) || text(req.query.id) : '';
    // A Moodle opens an activity by its own number too, which is the one that a tool is told.
    const own = req.route.path === routes.activity && lms.manner === 'moodle' ? text(req.query.l) : '';
    return lms.world.activities.find((activity) => (id ? activity.moduleId === id : activity.id === own));
  };

  const personBy = (id: string): Person | undefined => lms.world.people.find((person) => person.id === id);
  const messages = lms.manner === 'canvas' ? ['platform-messages.js'] : [];
  /** Sends the browser to the tool to begin a launch. */
  const launch = (res: Response, visitor: Person, pending: PendingLaunch): void => {
    res.setHeader('cache-control', 'no-store');
    res.send(formPostPage(lms.tool.loginUrl, loginFields(lms, visitor, pending)));
  };

  router.use('/assets', express.static(join(__dirname, 'assets'), { index: false }));
  router.get('/', (req, res) => {
    const visitor = visitorOf(lms.world, req);
    const title = visitor ? 'My courses' : 'Welcome to Northfield College Online';
    show(req, res, { kind: 'home', title, visitor, content: homePage(lms, visitor) });
  });
  router.post('/session', readForm, (req, res) => {
    const form = new URLSearchParams(text(req.body));
    const person = lms.world.people.find((candidate) => candidate.key === form.get('person'));
    if (!person || !isSameOrigin(req, lms.to.base)) return refuse(lms, res, 400, 'Choose a person from the list.');
    becomes(res, person);
    res.redirect(303, localPath(form.get('back') ?? '/'));
  });

  courseRoute(routes.course, ({ req, res, visitor, course }) =>
    show(req, res, {
      kind: 'course',
      title: course.title,
      visitor,
      course,
      content: coursePage(lms, course, teaches(course, visitor)),
    }),
  );
  courseRoute(routes.activity, ({ req, res, visitor, course }) => {
    const activity = activityOf(req);
    if (!activity) return refuse(lms, res, 404, 'There is no such activity.');
    const content = activityPage(lms, activity);
    show(req, res, { kind: 'activity', title: activity.title, visitor, course, activity, content, scripts: messages });
  });
  courseRoute(routes.launch, ({ req, res, visitor }) => {
    const activity = activityOf(req);
    if (!activity) return refuse(lms, res, 404, 'There is no such activity.');
    const target = req.query.window === '1' || req.query.display === 'borderless' ? 'window' : 'iframe';
    const learner = personBy(text(req.query.user) || text(req.query.student_id));
    const purpose = learner ? ({ kind: 'review', learner } as const) : ({ kind: 'open' } as const);
    launch(res, visitor, { activity, target, purpose });
  });
  courseRoute(routes.review, ({ req, res, visitor, course }) => {
    const activity = activityOf(req);
    const learner = personBy(text(req.query.userid) || text(req.query.student_id));
    if (!activity || !learner) return refuse(lms, res, 404, 'There is no such work.');
    if (!teaches(course, visitor)) return res.redirect(303, lms.to.activity(activity));
    const content = reviewPage(lms, course, activity, learner);
    show(req, res, {
      kind: 'activity',
      title: fullName(learner),
      visitor,
      course,
      activity,
      content,
      scripts: messages,
    });
  });
  courseRoute(routes.addContent, ({ req, res, visitor, course }) => {
    if (!teaches(course, visitor)) return refuse(lms, res, 403, 'Only teachers can add activities.');
    const content = addContentPage(lms, course);
    show(req, res, { kind: 'activity', title: 'Add an activity', visitor, course, content, scripts: messages });
  });
  courseRoute(routes.contentLaunch, ({ res, visitor, course }) =>
    launch(res, visitor, {
      activity: blankActivity(lms, course),
      target: 'iframe',
      purpose: { kind: 'content', accepts: {} },
    }),
  );
  router.post(routes.contentReturn, readForm, async (req, res) => {
    const id = text(req.params.course) || text(req.query.course);
    const course = lms.world.courses.find((candidate) => candidate.id === id);
    if (!course) return refuse(lms, res, 404, 'There is no such course.');
    const jwt = new URLSearchParams(text(req.body)).get('JWT') ?? '';
    const added = await receiveContent(lms, course, jwt).catch(() => null);
    if (added === null) return refuse(lms, res, 400, 'The tool’s message could not be read.');
    res.send(passingPage('Added to the course', contentTaken(lms, course, added)));
  });
  courseRoute(routes.participants, ({ req, res, visitor, course }) => {
    const content = participantsPage(lms, course);
    show(req, res, { kind: 'participants', title: 'Participants', visitor, course, content, scripts: ['tables.js'] });
  });
  courseRoute(routes.profile, ({ req, res, visitor, course }) => {
    const id = text(req.params.person) || text(req.query.id);
    const person = lms.world.people.find((candidate) => candidate.id === id);
    if (!person) return refuse(lms, res, 404, 'There is no such person.');
    const content = profilePage(lms, course, person);
    show(req, res, { kind: 'profile', title: fullName(person), visitor, course, content });
  });
  courseRoute(routes.gradebook, ({ req, res, visitor, course }) => {
    if (!teaches(course, visitor)) return res.redirect(303, lms.to.ownGrades(course));
    const content = gradebookPage(lms, course);
    show(req, res, { kind: 'gradebook', title: 'Grades', visitor, course, content, scripts: ['tables.js'] });
  });
  courseRoute(routes.ownGrades, ({ req, res, visitor, course }) => {
    const content = ownGradesPage(lms, course, visitor);
    show(req, res, { kind: 'own-grades', title: 'Your grades', visitor, course, content });
  });
  courseRoute(routes.back, ({ res, course }) => res.redirect(303, lms.to.course(course)));
  if (lms.manner === 'canvas') {
    courseRoute('/courses/:course/modules', ({ req, res, visitor, course }) => {
      const content = modulesPage(lms, course, teaches(course, visitor));
      show(req, res, { kind: 'course', title: 'Modules', visitor, course, content });
    });
    router.get('/post_message_forwarding', (_req, res) => {
      res.send(
        html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Messages</title>
<script src="/assets/platform-messages.js" data-tool-origin="${lms.tool.origin}"></script></head></html>`.text,
      );
    });
  }

  router.use('/demo', (req, res, next) =>
    isLoopback(req) ? next() : refuse(lms, res, 403, 'The demo controls work on this computer only.'),
  );
  router.get('/demo/controls', (req, res) => {
    const visitor = visitorOf(lms.world, req);
    show(req, res, { kind: 'controls', title: 'Demo controls', visitor, content: controlsPage(lms) });
  });
  router.post('/demo/controls', readForm, (req, res) => {
    if (!isSameOrigin(req, lms.to.base)) return refuse(lms, res, 403, 'This form came from another site.');
    controlsAction(lms, new URLSearchParams(text(req.body)));
    res.redirect(303, '/demo/controls');
  });
  router.use((_req, res) => refuse(lms, res, 404, 'There is no such page.'));
  return router;
}
