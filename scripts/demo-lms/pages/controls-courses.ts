import type { Lms } from '../lms.ts';
import { copyActivity, copyCourse } from '../world/copies.ts';
import { type Course, fullName, membersOf } from '../world/world.ts';
import { type Html, html } from './html.ts';

const courseForms = (lms: Lms, course: Course): Html => html`<details><summary>${course.title}</summary>
<form method="post" class="row"><input type="hidden" name="course" value="${course.id}">
  <p><strong>The whole course</strong></p><button name="action" value="copy-course">Copy it for next year</button></form>
${lms.world.activities
  .filter((activity) => activity.courseId === course.id)
  .map(
    (activity) => html`<form method="post" class="row"><input type="hidden" name="activity" value="${activity.id}">
  <p><strong>${activity.title}</strong></p><button name="action" value="copy-activity">Duplicate</button></form>`,
  )}
${membersOf(lms.world, course).map(
  ({ person }) => html`<form method="post" class="row"><input type="hidden" name="course" value="${course.id}">
  <input type="hidden" name="person" value="${person.id}">
  <p>${fullName(person)}</p><button name="action" value="leave">Leaves the course</button></form>`,
)}</details>`;

/** Copies courses and activities, and lets people leave. */
export const coursesForm = (lms: Lms): Html => html`
<section class="section" aria-labelledby="courses"><h2 id="courses">Copy, or let people leave</h2>
${lms.world.courses.map((course) => courseForms(lms, course))}</section>`;

/** Does what a button of these forms says; true where it was one of theirs. */
export function coursesAction(lms: Lms, action: string, form: URLSearchParams): boolean {
  const course = lms.world.courses.find((candidate) => candidate.id === form.get('course'));
  const activity = lms.world.activities.find((candidate) => candidate.id === form.get('activity'));
  if (action === 'copy-course' && course) copyCourse(lms.world, course);
  else if (action === 'copy-activity' && activity) copyActivity(lms.world, activity);
  else if (action === 'leave' && course)
    course.members = course.members.filter((member) => member.personId !== form.get('person'));
  else return false;
  return true;
}
