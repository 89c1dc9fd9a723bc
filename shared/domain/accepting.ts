import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import {
  type Actor,
  type Column,
  columnOf,
  type Evidence,
  type HistoryEntry,
  type Tick,
  tickedIn,
} from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { mayTick, mustBeUnderReview } from './ticking.ts';

/** Whose ticks are accepted. */
export type AcceptSource = 'learner' | 'trainee';

/**
 * The ticks of a column that accepting all would carry into the acting column, in the order they were made (R4).
 * What an IQA reopened is confirmed again by hand only, one by one (R9).
 */
export function acceptable(
  item: Pick<Evidence, 'ticks' | 'reopenings'>,
  of: AcceptSource,
  into: Column,
): CriterionId[] {
  const settled = settledIn(item, into);
  return item.ticks[of].map((tick) => tick.criterionId).filter((id) => !settled.has(id));
}

/** What accepting all leaves as it is: what is in the acting column already, and what an IQA reopened there. */
function settledIn(item: Pick<Evidence, 'ticks' | 'reopenings'>, into: Column): Set<CriterionId> {
  const settled = tickedIn(item, into);
  if (into === 'assessor') for (const { criterionId } of item.reopenings) settled.add(criterionId);
  return settled;
}

/** R2, R4: a trainee assessor accepts learner ticks; an assessor accepts learner or trainee ticks. */
export function mayAcceptAll(
  item: Pick<Evidence, 'learnerId' | 'status' | 'ticks' | 'reopenings' | 'samples'>,
  actor: Actor,
  of: AcceptSource,
): Decision {
  return all(
    () => mayTick(item, actor),
    () => mustBe(actor.role, ['traineeAssessor', 'assessor']),
    () => (columnOf(actor.role) === of ? denied('notYourColumn') : allowed),
    () => mustBeUnderReview(item),
  );
}

export type Acceptance = {
  readonly added: readonly Tick[];
  /** Shown as ticked, but unticked since: not accepted. */
  readonly noLongerTicked: readonly CriterionId[];
  /** Ticked since, so never shown: not accepted, still waiting. */
  readonly notShown: readonly CriterionId[];
  /** Shown as waiting, but by now in the acting column already, or reopened there: nothing to do. */
  readonly alreadyDecided: readonly CriterionId[];
};

/**
 * R4: only criteria that the person was shown and that are still ticked are accepted; never is one removed.
 * A role without a column, which mayAcceptAll refuses, adds nothing.
 * @param shown the criteria that the prompt listed
 * @param among the criteria of the unit or outcome that was asked about; null for all
 */
export function acceptance(
  item: Pick<Evidence, 'ticks' | 'reopenings'>,
  actor: Actor,
  of: AcceptSource,
  shown: readonly CriterionId[],
  at: Instant,
  among: ReadonlySet<CriterionId> | null = null,
): Acceptance {
  const into = columnOf(actor.role);
  if (into === null) return { added: [], noLongerTicked: [], notShown: [], alreadyDecided: [] };
  const ticked = tickedIn(item, of);
  const present = settledIn(item, into);
  const wasShown = new Set(shown);
  const open = acceptable(item, of, into).filter((id) => among === null || among.has(id));
  return {
    added: open.filter((id) => wasShown.has(id)).map((criterionId) => ({ criterionId, byId: actor.personId, at })),
    noLongerTicked: [...wasShown].filter((id) => !ticked.has(id) && !present.has(id)),
    notShown: open.filter((id) => !wasShown.has(id)),
    alreadyDecided: [...wasShown].filter((id) => present.has(id)),
  };
}

/** R10: the accept-all that this person may undo now: their own, and the last change of the item. A comment is none. */
export function undoable(item: Pick<Evidence, 'history' | 'status'>, actor: Actor): HistoryEntry | null {
  const last = item.history.findLast(({ change }) => change.kind !== 'commented');
  if (last?.change.kind !== 'acceptedAll' || item.status !== 'submitted') return null;
  return last.byId === actor.personId && last.actingAs === actor.role ? last : null;
}
