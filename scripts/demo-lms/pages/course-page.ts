import type { Lms } from '../lms.ts';
import type { Course } from '../world/world.ts';
import { type Html, html } from './html.ts';

/** The course: a word of welcome, its activities and, for teachers, the way to add one. */
export function coursePage(lms: Lms, course: Course, mayAdd: boolean): Html {
  const activities = lms.world.activities.filter((activity) => activity.courseId === course.id);
  return html`
<section class="section" aria-labelledby="welcome"><h2 id="welcome">Welcome</h2>
  <p>${course.summary}. We meet on Tuesdays, 10:00 to 12:30, in Northfield House, room 14.</p>
  <p>Between sessions, keep your portfolio up to date: little and often works best.</p>
</section>
<section class="section" aria-labelledby="assessment"><h2 id="assessment">Assessment</h2>
<ul class="activities">
  ${activities.map(
    (activity) => html`
  <li class="activity lti modtype_lti" id="module-${activity.moduleId}" data-id="${activity.moduleId}">
    <img src="/assets/activity.svg" alt="" width="40" height="40">
    <div><a class="aalink" href="${lms.to.activity(activity)}"><span class="instancename">${activity.title}</span></a>
    <p>${activity.description}</p></div>
  </li>`,
  )}
</ul>
${mayAdd && html`<p><a class="add" href="${lms.to.addContent(course)}">Add an activity</a></p>`}</section>`;
}
