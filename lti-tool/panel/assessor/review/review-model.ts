import type { EvidenceView } from '../../../../shared/api/views.ts';
import { type Column, columns } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import type { TickState } from './tick-queue.ts';

export type TickView = EvidenceView['ticks']['learner'][number];

/** An item's ticks as the reviewer sees them: the server's, with the wishes of their own column already in place. */
export type ReviewModel = {
  /** The reviewer's own column; null for someone who may only look. */
  readonly column: Column | null;
  readonly ticks: Readonly<Record<Column, ReadonlyMap<CriterionId, TickView>>>;
  /** Ticked in the reviewer's own column. */
  readonly own: ReadonlySet<CriterionId>;
  /** Offered and still to be decided by the reviewer; for someone who may only look, by a qualified assessor. */
  readonly undecided: ReadonlySet<CriterionId>;
  readonly reopened: ReadonlySet<CriterionId>;
  readonly status: EvidenceView['status'];
};

const byCriterion = (ticks: readonly TickView[]): Map<CriterionId, TickView> =>
  new Map(ticks.map((tick) => [tick.criterionId, tick]));

/**
 * @param byName whose name a tick bears that the server has not answered for yet
 * @param at when it was made
 */
export function reviewModel(
  { evidence, wishes }: Pick<TickState, 'evidence' | 'wishes'>,
  byName: string,
  at: string,
): ReviewModel {
  const column = evidence.may.tick;
  const reopened = new Set(evidence.reopened);
  const ticks = { learner: new Map(), trainee: new Map(), assessor: new Map() } as Record<
    Column,
    Map<CriterionId, TickView>
  >;
  for (const each of columns) ticks[each] = byCriterion(evidence.ticks[each]);
  // A reopened confirmation does not count, so its box is open to be ticked again.
  for (const id of reopened) ticks.assessor.delete(id);
  if (column !== null)
    for (const [criterionId, on] of wishes) {
      if (!on) ticks[column].delete(criterionId);
      else if (!ticks[column].has(criterionId)) ticks[column].set(criterionId, { criterionId, byName, at });
    }
  const own = new Set(column === null ? [] : ticks[column].keys());
  return {
    column,
    ticks,
    own,
    undecided: undecidedIn(evidence.status, ticks, column),
    reopened,
    status: evidence.status,
  };
}

function undecidedIn(
  status: EvidenceView['status'],
  ticks: ReviewModel['ticks'],
  column: Column | null,
): Set<CriterionId> {
  if (status !== 'submitted') return new Set();
  const offered = column === 'trainee' ? [...ticks.learner.keys()] : [...ticks.learner.keys(), ...ticks.trainee.keys()];
  const decided = (id: CriterionId) => ticks.assessor.has(id) || (column === 'trainee' && ticks.trainee.has(id));
  return new Set(offered.filter((id) => !decided(id)));
}

/** Whether the reviewer may tick this criterion now: after a review, only what an IQA asks action for. */
export const mayTickHere = (evidence: Pick<EvidenceView, 'status' | 'may'>, id: CriterionId): boolean =>
  evidence.may.tick !== null && (evidence.status !== 'assessed' || evidence.may.again.includes(id));
