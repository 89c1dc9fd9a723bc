import type { Change, Column, Evidence, EvidenceStatus, HistoryEntry, Reopening, SampleOutcome } from './evidence.ts';
import type { CriterionId } from './ids.ts';
import { type Standing, standingsOf } from './standing.ts';

/** What happened to one criterion of an item. */
export type CriterionChange =
  | {
      readonly kind: 'tick';
      readonly column: Column;
      readonly on: boolean;
      readonly how: 'byHand' | 'acceptedAll' | 'undone';
    }
  | { readonly kind: 'status'; readonly after: EvidenceStatus; readonly feedback: string }
  | { readonly kind: 'sample'; readonly outcome: SampleOutcome; readonly feedback: string }
  | { readonly kind: 'notMet'; readonly feedback: string };

/** An entry of an item's history as far as it is about one criterion, and what it made of the criterion's standing there. */
export type CriterionEntry = Pick<HistoryEntry, 'sequence' | 'at' | 'byId' | 'actingAs' | 'origin'> & {
  readonly what: CriterionChange;
  readonly before: Standing;
  readonly after: Standing;
};

/** What an item says of a criterion after some of its entries. */
type State = Pick<Evidence, 'status' | 'ticks' | 'reopenings' | 'feedback'> & {
  /** The reopening that an IQA's last word asks for; null where it asks for none. */
  readonly asked: Reopening | null;
};
const start: State = {
  ...{ status: 'draft', ticks: { learner: [], trainee: [], assessor: [] } },
  ...{ reopenings: [], feedback: [], asked: null },
};

function standingIn(item: Pick<Evidence, 'id'>, state: State, id: CriterionId): Standing {
  const whole = { ...state, id: item.id, submittedAt: null, updatedAt: '' };
  return standingsOf([id], [whole]).get(id)?.standing ?? 'untouched';
}

/** What a change did to a criterion; null for one that is about other things. */
function changeOf(change: Change, id: CriterionId, state: State): CriterionChange | null {
  const of = <T extends { readonly criterionId: CriterionId }>(some: readonly T[]) =>
    some.find(({ criterionId }) => criterionId === id);
  const isTicked = Object.values(state.ticks).some((ticks) => ticks.length > 0);
  switch (change.kind) {
    case 'ticked':
      if (of(change.added)) return { kind: 'tick', column: change.column, on: true, how: 'byHand' };
      return of(change.removed) ? { kind: 'tick', column: change.column, on: false, how: 'byHand' } : null;
    case 'acceptedAll':
      return of(change.added) ? { kind: 'tick', column: change.column, on: true, how: 'acceptedAll' } : null;
    case 'undone':
      return of(change.removed) ? { kind: 'tick', column: change.column, on: false, how: 'undone' } : null;
    case 'status':
      return isTicked ? { kind: 'status', after: change.after, feedback: change.feedback } : null;
    case 'sampled': {
      const sampled = of(change.confirmations);
      return sampled ? { kind: 'sample', outcome: sampled.outcome, feedback: change.feedback } : null;
    }
    case 'notMet':
      return change.criterionIds.includes(id) ? { kind: 'notMet', feedback: change.reason } : null;
    default:
      return null;
  }
}

function after(state: State, { at, byId, change }: HistoryEntry, id: CriterionId): State {
  if (change.kind === 'status') return { ...state, status: change.after };
  const what = changeOf(change, id, state);
  if (what?.kind === 'sample') {
    const asked = what.outcome === 'actionRequired' ? { criterionId: id, byId, at } : null;
    return { ...state, asked, reopenings: asked ? [asked] : state.reopenings };
  }
  if (what?.kind === 'notMet') {
    const said = { byId, at, text: what.feedback, outcome: 'notMet' as const, criterionIds: [id] };
    const ticks = { ...state.ticks, assessor: [] };
    return { ...state, ticks, reopenings: [], feedback: [...state.feedback, said] };
  }
  if (what?.kind !== 'tick') return state;
  const ticks = { ...state.ticks, [what.column]: what.on ? [{ criterionId: id, byId, at }] : [] };
  if (what.column !== 'assessor') return { ...state, ticks };
  const again = state.asked ? [state.asked] : state.reopenings;
  return { ...state, ticks, reopenings: what.on ? [] : again };
}

/** Everything that happened to a criterion on an item, from its first tick to its last sample, oldest first. */
export function criterionHistory(item: Pick<Evidence, 'id' | 'history'>, id: CriterionId): CriterionEntry[] {
  const entries: CriterionEntry[] = [];
  let state = start;
  for (const entry of item.history) {
    const next = after(state, entry, id);
    const what = changeOf(entry.change, id, state);
    const { sequence, at, byId, actingAs, origin } = entry;
    if (what)
      entries.push({
        ...{ sequence, at, byId, actingAs, origin, what },
        before: standingIn(item, state, id),
        after: standingIn(item, next, id),
      });
    state = next;
  }
  return entries;
}
