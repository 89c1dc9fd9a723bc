import type { Lms } from '../lms.ts';
import { type FailHow, type FailPlan, failableServices } from '../services/failures.ts';
import { type GradebookRow, gradebookRows } from '../world/gradebook.ts';
import { coursesForm } from './controls-courses.ts';
import { Html, html } from './html.ts';
import { moment, points } from './moment.ts';

/** The ways to fail that the page offers, by the value of the form field. */
export const failureChoices: Record<string, { label: string; how: FailHow }> = {
  error: { label: 'Answer 500', how: { status: 500 } },
  maintenance: { label: 'Answer 503', how: { status: 503 } },
  busy: { label: 'Answer 429, retry after 10 seconds', how: { status: 429, retryAfterSeconds: 10 } },
  limited: { label: 'Answer 403, rate limit used up', how: { status: 403, rateLimitRemaining: 0 } },
  hang: { label: 'Never answer', how: 'hang' },
  reset: { label: 'Cut the connection', how: 'reset' },
  lose: { label: 'Do it, then cut the connection', how: 'lose-reply' },
  drop: { label: 'Say yes, lose the score', how: 'drop' },
};

const serviceNames: Record<(typeof failableServices)[number], string> = {
  token: 'Access tokens',
  scores: 'Scores',
  lineitems: 'Line items',
  results: 'Results',
  nrps: 'Names and roles',
  jwks: 'Key set',
  auth: 'Authorisation',
};

const same = (a: FailHow, b: FailHow): boolean => JSON.stringify(a) === JSON.stringify(b);

const planned = (plan: FailPlan): Html => {
  const choice = Object.values(failureChoices).find(({ how }) => same(how, plan.how));
  const times = plan.times === undefined ? 'until mended' : `${plan.times} more`;
  return html`<li><strong>${serviceNames[plan.on]}</strong>: ${choice?.label ?? JSON.stringify(plan.how)} (${times})</li>`;
};

function breakForm(lms: Lms): Html {
  const plans = lms.failures.planned();
  return html`<section class="section" aria-labelledby="break"><h2 id="break">Break and mend</h2>
${
  plans.length > 0
    ? html`<ul class="broken">${plans.map(planned)}</ul>
<form method="post"><button name="action" value="mend" class="primary">Mend everything</button></form>`
    : html`<p class="empty">Everything works.</p>`
}
<form method="post" class="row">
  <label>What <select name="on">${failableServices.map((name) => html`<option value="${name}">${serviceNames[name]}</option>`)}</select></label>
  <label>How <select name="how">${Object.entries(failureChoices).map(([value, { label }]) => html`<option value="${value}">${label}</option>`)}</select></label>
  <label>Times <input name="times" type="number" min="1" max="999" placeholder="always"></label>
  <button name="action" value="break">Break</button>
</form></section>`;
}

const gradeForm = (lms: Lms, row: GradebookRow): Html => {
  const personId = lms.world.people.find((person) => person.key === row.person)?.id ?? '';
  return html`<li><form method="post" class="row">
  <input type="hidden" name="item" value="${row.lineItemId}"><input type="hidden" name="person" value="${personId}">
  <p><strong>${row.name}</strong> ${points(row.score)} / ${row.maximum}
    ${row.overridden && html`<span class="mark">Overridden</span>`} ${row.locked && html`<span class="mark">Locked</span>`}</p>
  <label>Score <input name="score" type="number" min="0" max="${row.maximum}" step="any" value="${row.score ?? ''}"></label>
  <label>Feedback <input name="comment" value="${row.comment ?? ''}"></label>
  <button name="action" value="override">Override</button>
  <button name="action" value="hand-back">Hand back</button>
  ${lms.manner === 'moodle' && html`<button name="action" value="${row.locked ? 'unlock' : 'lock'}">${row.locked ? 'Unlock' : 'Lock'}</button>`}
</form></li>`;
};

const gradesForm = (lms: Lms): Html => html`
<section class="section" aria-labelledby="override"><h2 id="override">Override or lock a grade</h2>
${lms.world.courses.map(
  (course) => html`<details><summary>${course.title}</summary>
  <ul class="grade-forms">${gradebookRows(lms.world, lms.manner, course.id).map((row) => gradeForm(lms, row))}</ul></details>`,
)}</section>`;

const privacyForm = (lms: Lms): Html => html`
<section class="section" aria-labelledby="privacy"><h2 id="privacy">What the tool is told</h2>
<form method="post" class="row">
  <label class="check"><input type="checkbox" name="names" ${new Html(lms.world.privacy.sendNames ? 'checked' : '')}> Names</label>
  <label class="check"><input type="checkbox" name="email" ${new Html(lms.world.privacy.sendEmail ? 'checked' : '')}> Email addresses</label>
  <button name="action" value="privacy">Save</button>
</form></section>`;

const requestList = (lms: Lms): Html => html`
<section class="section" aria-labelledby="requests"><h2 id="requests">What the tool asked</h2>
<div class="scroll" role="region" aria-label="Requests of the tool" tabindex="0"><table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th></tr></thead>
<tbody>${lms.log.entries
  .slice(-30)
  .reverse()
  .map(
    (entry) => html`<tr><td>${moment(new Date(entry.at).toISOString())}</td>
  <td><code>${entry.method} ${entry.path.replace(/\?.*/, '')}</code></td><td>${entry.status ?? 'no answer'}</td></tr>`,
  )}</tbody></table></div></section>`;

/** Breaks, mends and meddles, for showing how the tool copes. */
export const controlsPage = (lms: Lms): Html =>
  html`${breakForm(lms)}${gradesForm(lms)}${coursesForm(lms)}${privacyForm(lms)}${requestList(lms)}`;
