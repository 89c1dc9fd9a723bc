import { all, allowed, type Decision, denied } from './decision.ts';
import {
  type Actor,
  type Column,
  columnOf,
  confirmedIn,
  type Evidence,
  type Reopening,
  type Tick,
  tickedIn,
} from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { underAction } from './sampling.ts';

type Item = Pick<Evidence, 'learnerId' | 'status' | 'ticks' | 'reopenings' | 'samples'>;

/** What an assessor may decide again once the review is finished: what an IQA asks action for, whatever came of it so far (R9). */
export const decidableAgain = (item: Pick<Evidence, 'reopenings' | 'samples'>): Set<CriterionId> =>
  new Set([...item.reopenings.map(({ criterionId }) => criterionId), ...underAction(item).keys()]);

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
  // After a review only what an IQA asks action for can be decided again, and only by a qualified assessor (R9).
  if (column === 'assessor' && item.status === 'assessed' && decidableAgain(item).size > 0) return allowed;
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
    () => onlyAgain(item, change),
  );
}

function onlyAgain(item: Item, change: TickChange): Decision {
  if (item.status !== 'assessed') return allowed;
  const again = decidableAgain(item);
  return [...change.tick, ...change.untick].every((id) => again.has(id)) ? allowed : denied('evidenceLocked');
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

/**
 * The item with ticks added to and removed from a column. A confirmation lifts the reopening of its criterion; one that is
 * taken back is reopened as it was, where an IQA asked for action on it (R9).
 */
export function withTicks(item: Evidence, column: Column, added: readonly Tick[], removed: readonly Tick[]): Evidence {
  const gone = new Set(removed.map((tick) => tick.criterionId));
  const kept = item.ticks[column].filter((tick) => !gone.has(tick.criterionId));
  const confirmed = new Set(column === 'assessor' ? added.map((tick) => tick.criterionId) : []);
  const stay = item.reopenings.filter(({ criterionId }) => !confirmed.has(criterionId));
  return {
    ...item,
    ticks: { ...item.ticks, [column]: [...kept, ...added] },
    reopenings: column === 'assessor' ? [...stay, ...reopenedAgain(item, added, removed)] : stay,
  };
}

/** What taking confirmations back opens again. */
function reopenedAgain(item: Evidence, added: readonly Tick[], removed: readonly Tick[]): Reopening[] {
  const settled = new Set([...item.reopenings, ...added].map(({ criterionId }) => criterionId));
  const actions = underAction(item);
  return removed.flatMap(({ criterionId }) => {
    const action = settled.has(criterionId) ? undefined : actions.get(criterionId);
    return action ? [{ criterionId, byId: action.byId, at: action.at }] : [];
  });
}
