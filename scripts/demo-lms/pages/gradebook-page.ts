import type { Lms } from '../lms.ts';
import { type GradebookRow, gradebookRows, lineItemsOf } from '../world/gradebook.ts';
import { type Course, fullName, learnersOf, type Person } from '../world/world.ts';
import { type Html, html } from './html.ts';
import { moment, points } from './moment.ts';

const marks = (row: GradebookRow): Html[] =>
  [row.overridden && 'Overridden', row.locked && 'Locked', row.needsGrading && 'Needs grading'].flatMap((mark) =>
    mark ? [html`<span class="mark">${mark}</span>`] : [],
  );

const score = (row: GradebookRow): Html =>
  html`<span class="gradevalue">${points(row.score)}</span> <span class="maximum">/ ${row.maximum}</span>`;

/** Where the tool can show the work behind a grade. */
function reviewLink(lms: Lms, row: GradebookRow): Html | null {
  const item = lms.world.lineItems.find((candidate) => candidate.id === row.lineItemId);
  const activity = lms.world.activities.find((candidate) => candidate.id === item?.activityId);
  const learner = lms.world.people.find((person) => person.key === row.person);
  if (!(item?.reviewable || row.submission?.address) || !activity || !learner) return null;
  return html`<p><a class="review" href="${lms.to.review(activity, learner.id)}" aria-label="Open the portfolio of ${row.name}">Open the portfolio</a></p>`;
}

const nothing = html`<p class="empty">This course has no graded activities.</p>`;

/** All grades of the course: a row for each learner, a column for each line item. */
export function gradebookPage(lms: Lms, course: Course): Html {
  const items = lineItemsOf(lms.world, course.id);
  if (items.length === 0) return nothing;
  const rows = gradebookRows(lms.world, lms.manner, course.id);
  const cell = (row: GradebookRow): Html => html`<td class="grade cell" data-itemid="${row.lineItemId}">
      <p>${score(row)} ${marks(row)}</p>
      ${reviewLink(lms, row)}
      ${row.comment !== null && html`<p class="comment">${row.comment}</p>`}
      ${row.at !== null && html`<p class="when">${moment(row.at)}</p>`}</td>`;
  // The marks that each LMS's own gradebook has on a name.
  const name = (person: Person): Html =>
    lms.manner === 'canvas'
      ? html`<a class="student-grades-link student_context_card_trigger" data-student_id="${person.id}" data-course_id="${course.id}" href="${lms.to.profile(course, person.id)}">${fullName(person)}</a>`
      : html`<a class="username" href="${lms.to.profile(course, person.id)}">${fullName(person)}</a>`;
  const learner = (person: Person): Html => html`
  <tr class="userrow student_${person.id}" data-uid="${person.id}">
    <th scope="row" class="user cell">${name(person)}</th>
    ${rows.filter((row) => row.person === person.key).map(cell)}
  </tr>`;
  return html`
<div class="scroll" role="region" aria-label="Grades" tabindex="0">
<table id="user-grades" class="gradereport-grader-table" data-refreshed>
  <thead><tr><th scope="col"><button type="button" data-sort>Learner</button></th>
    ${items.map((item) => html`<th scope="col">${item.label} <span class="maximum">out of ${item.scoreMaximum}</span></th>`)}</tr></thead>
  <tbody>${learnersOf(lms.world, course).map(learner)}</tbody>
</table></div>
<div class="sticky" id="sticky-footer"><span>${learnersOf(lms.world, course).length} learners</span></div>`;
}

/** A learner's own grades, and nobody else's. */
export function ownGradesPage(lms: Lms, course: Course, visitor: Person): Html {
  const rows = gradebookRows(lms.world, lms.manner, course.id).filter((row) => row.person === visitor.key);
  if (rows.length === 0) return nothing;
  return html`
<div class="scroll" role="region" aria-label="Your grades" tabindex="0">
<table class="user-grade" id="grades_summary">
  <thead><tr><th scope="col">Activity</th><th scope="col">Score</th><th scope="col">Feedback</th><th scope="col">Updated</th></tr></thead>
  <tbody>${rows.map(
    (row) => html`
  <tr data-itemid="${row.lineItemId}"><th scope="row">${row.label}</th>
    <td class="column-grade">${score(row)} ${marks(row)}</td>
    <td class="column-feedback comment">${row.comment ?? ''}</td>
    <td>${moment(row.at)}</td></tr>`,
  )}</tbody>
</table></div>`;
}
