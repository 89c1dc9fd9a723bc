import type { RunningDemo } from '../../builders/tool/running-demo.ts';

/** Criteria of the units that the demo's learners have chosen: what a full score stands for. */
const criteria = 81;
const wording = {
  title: 'Complaint call and follow-up email',
  method: 'observation',
  narrative: 'I listened.',
  links: [],
};
const inUnit201 = (refs: readonly string[]): string[] => refs.map((ref) => `201/${ref}`);

/** A learner's submitted evidence with these criteria of unit 201 ticked. Returns its id. */
export async function submitted(demo: RunningDemo, person: string, ...refs: string[]): Promise<string> {
  const token = await demo.launch(person);
  const me = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
  const made = await demo.api(token, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
  const { id } = made.body as { id: string };
  await demo.api(token, 'POST', `/api/evidence/${id}/ticks`, { tick: inUnit201(refs), untick: [] });
  await demo.api(token, 'POST', `/api/evidence/${id}/submit`, {});
  return id;
}

/** A trainee assessor ticks criteria of unit 201 on somebody's evidence. */
export async function traineeTicked(demo: RunningDemo, id: string, ...refs: string[]): Promise<void> {
  const tick = { tick: inUnit201(refs), untick: [] };
  await demo.api(await demo.launch('tom'), 'POST', `/api/evidence/${id}/ticks`, tick);
}

/** How many criteria the LMS's gradebook says are confirmed; null where it has no score. */
export function confirmedOf(demo: RunningDemo, person: string): number | null {
  const { name } = demo.lms.person(person);
  const row = demo.lms.gradebook(courseOf(demo).id).find((one) => one.name === name);
  return row && row.score !== null ? Math.round((row.score / row.maximum) * criteria) : null;
}

export function courseOf(demo: RunningDemo) {
  const course = demo.lms.courses()[0];
  if (!course) throw new Error('The demo LMS has no course.');
  return course;
}
