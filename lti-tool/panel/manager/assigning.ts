import type { CaseloadsView } from '../../../shared/api/centre-views.ts';
import type { BodyOf } from '../../../shared/api/operations.ts';
import { type EnrolmentId, idPattern, type PersonId } from '../../../shared/domain/ids.ts';

export type AssignedLearner = CaseloadsView['learners'][number];
export const caseloadPicks = ['all', 'unassigned', 'chosen'] as const;
export type CaseloadPick = (typeof caseloadPicks)[number];
/** Give to an assessor beside others, give to that one alone, or take away. */
export type AssignAct = 'assign' | 'move' | 'remove';

/** The learners behind a filter, and of those the ones whose name contains every word of the search. */
export function shownLearners(
  learners: readonly AssignedLearner[],
  pick: CaseloadPick,
  query: string,
  chosen: ReadonlySet<EnrolmentId>,
): AssignedLearner[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return learners.filter(
    ({ enrolmentId, assessorIds, learner }) =>
      (pick === 'all' || (pick === 'chosen' ? chosen.has(enrolmentId) : assessorIds.length === 0)) &&
      words.every((word) => learner.name.toLowerCase().includes(word)),
  );
}

/** What to ask for: moving takes the learners from everybody who has one of them now. */
export function assignBody(
  act: AssignAct,
  assessorId: PersonId,
  enrolmentIds: readonly EnrolmentId[],
  learners: readonly AssignedLearner[],
): BodyOf<'assignLearners'> {
  const ids = [...enrolmentIds];
  if (act === 'remove') return { enrolmentIds: ids, add: [], remove: [assessorId] };
  const others = learners.filter((one) => ids.includes(one.enrolmentId)).flatMap((one) => one.assessorIds);
  const remove = act === 'move' ? [...new Set(others)].filter((id) => id !== assessorId) : [];
  return { enrolmentIds: ids, add: [assessorId], remove };
}

/** The type of what is dragged: enrolment ids, one a line. */
export const draggedType = 'text/x-countersign-enrolments';
export const draggedText = (ids: readonly EnrolmentId[]): string => ids.join('\n');

/** The learners that were dropped, as far as they are of this list. */
export function droppedIds(text: string, learners: readonly AssignedLearner[]): EnrolmentId[] {
  const known = new Map<string, EnrolmentId>(learners.map(({ enrolmentId }) => [enrolmentId, enrolmentId]));
  return text.split('\n').flatMap((line) => (idPattern.test(line) ? (known.get(line) ?? []) : []));
}
