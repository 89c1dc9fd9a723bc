import type { HistoryEntry } from './evidence.ts';
import type { CriterionId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Role } from './roles.ts';

/** What is said of an item: who sent it, returned it or finished it, and what was said in between, oldest first. */
export const saidKinds = [
  'submitted',
  'handedOver',
  'commented',
  'returned',
  'assessed',
  'withdrawn',
  'notMet',
] as const;
export type SaidKind = (typeof saidKinds)[number];
export type Said = {
  readonly kind: SaidKind;
  readonly byId: PersonId;
  readonly actingAs: Role;
  readonly at: Instant;
  readonly text: string;
  /** What it is said of; empty: of the item as a whole. */
  readonly criterionIds: readonly CriterionId[];
};

/** The rounds of an item and the comments on it, as its history tells them. */
export function threadOf(history: readonly HistoryEntry[]): Said[] {
  return history.flatMap(({ byId, actingAs, at, change }): Said[] => {
    const said = { byId, actingAs, at, criterionIds: [] };
    if (change.kind === 'handedOver') return [{ ...said, kind: 'handedOver', text: change.note }];
    if (change.kind === 'commented') return [{ ...said, kind: 'commented', text: change.text }];
    if (change.kind === 'notMet')
      return [{ ...said, kind: 'notMet', text: change.reason, criterionIds: change.criterionIds }];
    if (change.kind !== 'status' || change.after === 'draft') return [];
    return [{ ...said, kind: change.after, text: change.feedback }];
  });
}
