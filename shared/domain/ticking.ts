import { all, allowed, type Decision, denied } from './decision.ts';
import { type Actor, type Column, columnOf, confirmedIn, type Evidence, type Tick, tickedIn } from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Instant } from './instant.ts';

type Item = Pick<Evidence, 'learnerId' | 'status' | 'ticks' | 'reopenings'>;

const isLearnerOf = (item: Item, actor: Actor): boolean => item.learnerId === actor.personId;

/** R1, R2: whether the actor may tick anything in their own column of this item. */
export function mayTick(item: Item, actor: Actor): Decision {
  const column = columnOf(actor.role);
  if (column === null) return denied('roleNotAllowed');
  if (column === 'learner') {
    if (!isLearnerOf(item, actor)) return denied('notYourEvidence');
    return ['draft', 'submitted', 'returned'].includes(item.status) ? allowed : denied('evidenceLocked');
  }
  if (isLearnerOf(item, actor)) return denied('ownEvidence');
  // After a review only what an IQA reopened can be decided again, and only by a qualified assessor (R9).
  if (column === 'assessor' && item.status === 'assessed' && item.reopenings.length > 0) return allowed;
  return mustBeUnderReview(item);
}

/** R2: whether there is something to decide now: the item is submitted, and its review not finished. */
export function mustBeUnderReview(item: Pick<Evidence, 'status'>): Decision {
  if (item.status === 'submitted') return allowed;
  return denied(item.status === 'assessed' ? 'evidenceLocked' : 'evidenceNotSubmitted');
}

/** A wish to tick and untick criteria in one column. */
export type TickChange = {
  readonly column: Column;
  readonly tick: readonly CriterionId[];
  readonly untick: readonly CriterionId[];
};

/** R1-R3, R5: whether this change may be made. R3 needs no rule: an assessor may confirm what nobody ticked. */
export function mayChangeTicks(
  item: Item,
  actor: Actor,
  change: TickChange,
  known: ReadonlySet<CriterionId>,
): Decision {
  return all(
    () => mayTick(item, actor),
    () => (columnOf(actor.role) === change.column ? allowed : denied('notYourColumn')),
    () => ([...change.tick, ...change.untick].every((id) => known.has(id)) ? allowed : denied('unknownCriterion')),
    () => onlyReopened(item, change),
  );
}

function onlyReopened(item: Item, change: TickChange): Decision {
  if (item.status !== 'assessed') return allowed;
  const reopened = new Set(item.reopenings.map((reopening) => reopening.criterionId));
  return [...change.tick, ...change.untick].every((id) => reopened.has(id)) ? allowed : denied('evidenceLocked');
}

/**
 * What a change really does to a column: ticks already there are not made again, missing ones not removed.
 * A confirmation that an IQA reopened can be made again: the new tick replaces the old one (R9).
 */
export function tickDifference(
  item: Pick<Evidence, 'ticks' | 'reopenings'>,
  actor: Actor,
  change: TickChange,
  at: Instant,
): { readonly added: Tick[]; readonly removed: Tick[] } {
  const present = change.column === 'assessor' ? confirmedIn(item) : tickedIn(item, change.column);
  const unwanted = new Set(change.untick);
  const added = [...new Set(change.tick)]
    .filter((id) => !present.has(id) && !unwanted.has(id))
    .map((criterionId) => ({ criterionId, byId: actor.personId, at }));
  const gone = new Set([...unwanted, ...added.map((tick) => tick.criterionId)]);
  const removed = item.ticks[change.column].filter((tick) => gone.has(tick.criterionId));
  return { added, removed };
}

/** The item with ticks added to and removed from a column. A confirmation lifts the reopening of its criterion (R9). */
export function withTicks(item: Evidence, column: Column, added: readonly Tick[], removed: readonly Tick[]): Evidence {
  const gone = new Set(removed.map((tick) => tick.criterionId));
  const kept = item.ticks[column].filter((tick) => !gone.has(tick.criterionId));
  const confirmed = new Set(column === 'assessor' ? added.map((tick) => tick.criterionId) : []);
  return {
    ...item,
    ticks: { ...item.ticks, [column]: [...kept, ...added] },
    reopenings: item.reopenings.filter((reopening) => !confirmed.has(reopening.criterionId)),
  };
}
