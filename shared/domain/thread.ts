import type { HistoryEntry } from './evidence.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What the rounds of an item's review say: who sent it, returned it or finished it, in their words, oldest first. */
export const saidKinds = ['submitted', 'handedOver', 'returned', 'assessed', 'withdrawn'] as const;
export type SaidKind = (typeof saidKinds)[number];
export type Said = { readonly kind: SaidKind; readonly byId: PersonId; readonly at: Instant; readonly text: string };

/** The rounds of an item as its history tells them. */
export function threadOf(history: readonly HistoryEntry[]): Said[] {
  return history.flatMap(({ byId, at, change }): Said[] => {
    if (change.kind === 'handedOver') return [{ kind: 'handedOver', byId, at, text: change.note }];
    if (change.kind !== 'status' || change.after === 'draft') return [];
    return [{ kind: change.after, byId, at, text: change.feedback }];
  });
}
