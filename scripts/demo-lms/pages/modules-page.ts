import type { Lms } from '../lms.ts';
import type { Course } from '../world/world.ts';
import { type Html, html } from './html.ts';

/** Canvas's list of modules, with the marks of its own: rows of links, and for teachers a menu on each. */
export function modulesPage(lms: Lms, course: Course, mayEdit: boolean): Html {
  const activities = lms.world.activities.filter((activity) => activity.courseId === course.id);
  return html`
<div id="context_modules" class="ig-list">
  <section class="section context_module" aria-labelledby="module-1"><h2 id="module-1">Assessment</h2>
  <ul class="activities context_module_items">
  ${activities.map(
    (activity) => html`
  <li class="activity ig-row" id="context_module_item_${activity.moduleId}">
    <img src="/assets/activity.svg" alt="" width="40" height="40">
    <div><a class="ig-title title item_link" href="${lms.to.activity(activity)}">${activity.title}</a>
    <p>${activity.description}</p></div>
    ${mayEdit && html`<button type="button" class="al-trigger" aria-label="Manage ${activity.title}">⋮</button>`}
  </li>`,
  )}
  </ul></section>
</div>`;
}
