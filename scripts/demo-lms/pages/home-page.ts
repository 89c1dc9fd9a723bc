import type { Lms } from '../lms.ts';
import { type Person, roleIn } from '../world/world.ts';
import { type Html, html } from './html.ts';
import { personChoice } from './layout.ts';

/** The people to choose from, or the courses of the one who was chosen. */
export function homePage(lms: Lms, visitor: Person | null): Html {
  if (!visitor) return html`<p class="lead">Who are you today?</p>${personChoice(lms, { visitor, path: '/' })}`;
  const courses = lms.world.courses.filter((course) => roleIn(course, visitor) !== null);
  return html`<ul class="cards">
  ${courses.map(
    (course) => html`<li><a href="${lms.to.course(course)}"><strong>${course.title}</strong>
    <span>${course.summary}</span></a></li>`,
  )}
</ul>`;
}
