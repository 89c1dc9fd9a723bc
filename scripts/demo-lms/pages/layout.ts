import type { Lms } from '../lms.ts';
import { type Activity, type Course, fullName, type Person, teaches } from '../world/world.ts';
import { bodyMarks, type PageKind } from './body-marks.ts';
import { Html, html } from './html.ts';

/** What a page is about; the frame around it is the same for all. */
export interface Page {
  kind: PageKind;
  title: string;
  /** Path that the switch-person menu comes back to. */
  path: string;
  visitor: Person | null;
  course?: Course;
  activity?: Activity;
  content: Html;
  /** Names of scripts in the assets folder. */
  scripts?: string[];
}

const personMenu = (lms: Lms, page: Page): Html => html`
<details class="person-menu">
  <summary><span class="avatar" aria-hidden="true">${page.visitor ? initials(page.visitor) : '?'}</span>
    <span class="name">${page.visitor ? fullName(page.visitor) : 'Choose a person'}</span></summary>
  ${personChoice(lms, page)}
</details>`;

const initials = (person: Person): string => `${person.givenName.slice(0, 1)}${person.familyName.slice(0, 1)}`;

/** A button for each person; the LMS asks for no password. */
export const personChoice = (lms: Lms, page: Pick<Page, 'visitor' | 'path'>): Html => html`
<form class="people" method="post" action="/session">
  <input type="hidden" name="back" value="${page.path}">
  <p class="hint">Switch to</p>
  ${lms.world.people.map(
    (person) => html`
  <button name="person" value="${person.key}" ${new Html(person === page.visitor ? 'aria-current="true"' : '')}>
    <strong>${fullName(person)}</strong> <span>${person.post}</span></button>`,
  )}
</form>`;

/** A link of a menu, marked when it leads to the present page. */
const menuLink = (href: string, text: string, current: boolean): Html =>
  html`<li><a href="${href}" ${new Html(current ? 'aria-current="page"' : '')}>${text}</a></li>`;

function courseMenu(lms: Lms, page: Page, course: Course): Html {
  const teacher = page.visitor !== null && teaches(course, page.visitor);
  const grades = teacher ? lms.to.gradebook(course) : lms.to.ownGrades(course);
  const at = (...kinds: PageKind[]): boolean => kinds.includes(page.kind);
  return html`<nav class="tabs" aria-label="Course"><ul>
  ${menuLink(lms.to.course(course), 'Course', at('course', 'activity'))}
  ${menuLink(lms.to.participants(course), 'Participants', at('participants', 'profile'))}
  ${menuLink(grades, 'Grades', at('gradebook', 'own-grades'))}
</ul></nav>`;
}

/** One step up: to the course, or from the course to all courses. */
const crumb = (lms: Lms, page: Page, course: Course): Html =>
  page.kind === 'course'
    ? html`<p class="crumb"><a href="/">My courses</a></p>`
    : html`<p class="crumb"><a href="${lms.to.course(course)}">${course.title}</a></p>`;

function courseIndex(lms: Lms, page: Page, course: Course): Html {
  const activities = lms.world.activities.filter((activity) => activity.courseId === course.id);
  return html`<nav class="drawer" aria-label="Course index"><h2>${course.label}</h2>
<ul>
  ${menuLink(lms.to.course(course), 'Welcome', page.kind === 'course')}
  ${activities.map((activity) => menuLink(lms.to.activity(activity), activity.title, activity === page.activity))}
</ul></nav>`;
}

/** The whole document of a page. */
export function layout(lms: Lms, page: Page): string {
  const { course, activity } = page;
  const marks = bodyMarks(lms.manner, page.kind, course ?? null, activity ?? null);
  const keywords = lms.manner === 'moodle' ? `moodle, ${page.title} | northfield` : 'canvas-like';
  return html`<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<title>${page.title} | Northfield College Online</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="keywords" content="${keywords}">
<link rel="icon" href="/assets/northfield.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/northfield.css">
${(page.scripts ?? []).map((name) => html`<script src="/assets/${name}" defer></script>`)}
</head>
<body id="${marks.id}" class="${marks.className}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
  <a class="brand" href="/"><img src="/assets/northfield.svg" alt="" width="28" height="28"> Northfield College <span>Online</span></a>
  ${personMenu(lms, page)}
</header>
<div class="page ${course ? 'has-drawer' : ''}">
${course ? courseIndex(lms, page, course) : null}
<main id="main">
  ${course ? crumb(lms, page, course) : null}
  <h1>${page.title}</h1>
  ${course ? courseMenu(lms, page, course) : null}
  ${page.content}
</main>
</div>
<footer class="site">A made-up college with made-up people. <a href="/demo/controls">Demo controls</a> <a href="/demo/tools">Register a tool</a></footer>
</body>
</html>`.text;
}
