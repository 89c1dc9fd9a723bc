import {
  type Actor,
  type Change,
  type Column,
  columns,
  type Evidence,
  type HistoryEntry,
  type Sample,
} from './evidence.ts';
import type { Instant } from './instant.ts';

/** SHA-256 of a text in hex, handed in so that the domain stays free of platforms. */
export type Hash = (text: string) => string;

/** The same JSON whatever order a database returned the keys in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

const hashOf = (entry: Omit<HistoryEntry, 'hash'>, evidenceId: string, hash: Hash): string =>
  hash(canonical({ ...entry, evidenceId }));

/** What an erased entry is vouched for by: all that is left of it, its old hash included. */
export const digestOfErased = (entry: HistoryEntry, evidenceId: string, hash: Hash): string =>
  hash(canonical({ ...entry, evidenceId }));

/**
 * The chain with one entry more. The evidence id is part of the hash, so an entry cannot be moved to another item.
 * @param salt random text, new for each entry, so that nobody can guess at erased texts by their hash
 */
export function appended(
  item: { readonly id: string; readonly history: readonly HistoryEntry[] },
  actor: Actor,
  at: Instant,
  change: Change,
  hash: Hash,
  salt?: string,
): HistoryEntry[] {
  const entry = {
    sequence: item.history.length,
    at,
    byId: actor.personId,
    actingAs: actor.role,
    origin: actor.origin,
    change,
    ...(salt !== undefined && { salt }),
    ...(actor.actId === undefined ? {} : { actId: actor.actId }),
    previousHash: item.history.at(-1)?.hash ?? '',
  };
  return [...item.history, { ...entry, hash: hashOf(entry, item.id, hash) }];
}

/** The sequence of the first entry that does not fit its chain, or null when all fit. */
export function firstBrokenEntry(
  item: { readonly id: string; readonly history: readonly HistoryEntry[] },
  hash: Hash,
): number | null {
  const vouched = new Map(
    item.history.flatMap(({ change }) =>
      change.kind === 'erased' ? change.entries.map(({ sequence, digest }) => [sequence, digest] as const) : [],
    ),
  );
  let previousHash = '';
  for (const [index, whole] of item.history.entries()) {
    const { hash: stated, ...entry } = whole;
    const unchanged = entry.erased
      ? vouched.get(index) === digestOfErased(whole, item.id, hash)
      : hashOf(entry, item.id, hash) === stated;
    if (!unchanged || entry.sequence !== index || entry.previousHash !== previousHash) return index;
    previousHash = stated;
  }
  return null;
}

/** The criteria ticked in each column, as the history tells it. */
function replayed(history: readonly HistoryEntry[]): Record<Column, Set<string>> {
  const ticked: Record<Column, Set<string>> = { learner: new Set(), trainee: new Set(), assessor: new Set() };
  for (const { change } of history) {
    if (change.kind === 'notMet') for (const tick of change.removed) ticked.assessor.delete(tick.criterionId);
    if (change.kind !== 'ticked' && change.kind !== 'acceptedAll' && change.kind !== 'undone') continue;
    const removed = change.kind === 'acceptedAll' ? [] : change.removed;
    const added = change.kind === 'undone' ? [] : change.added;
    for (const tick of removed) ticked[change.column].delete(tick.criterionId);
    for (const tick of added) ticked[change.column].add(tick.criterionId);
  }
  return ticked;
}

/** The samples of an item, as its history tells them. */
const samplesTold = (history: readonly HistoryEntry[]): Sample[] =>
  history.flatMap(({ byId, at, change }) =>
    change.kind === 'sampled' ? [{ byId, at, confirmations: change.confirmations, feedback: change.feedback }] : [],
  );

/** The criteria that an IQA reopened, and nobody confirmed since or said to be not met, as the history tells it. */
function reopenedTold(history: readonly HistoryEntry[]): Set<string> {
  const reopened = new Set<string>();
  const asked = new Set<string>();
  for (const { change } of history) {
    if (change.kind === 'sampled')
      for (const { criterionId, outcome } of change.confirmations) {
        const isAction = outcome === 'actionRequired';
        if (isAction) reopened.add(criterionId);
        asked[isAction ? 'add' : 'delete'](criterionId);
      }
    if (change.kind === 'notMet') for (const id of change.criterionIds) reopened.delete(id);
    if ((change.kind === 'ticked' || change.kind === 'undone') && change.column === 'assessor')
      for (const { criterionId } of change.removed) if (asked.has(criterionId)) reopened.add(criterionId);
    if ((change.kind === 'ticked' || change.kind === 'acceptedAll') && change.column === 'assessor')
      for (const tick of change.added) reopened.delete(tick.criterionId);
  }
  return reopened;
}

/** Whether ticks, status, samples and what is reopened are what the history of an item leads to (R11). */
export function fitsHistory(item: Pick<Evidence, 'ticks' | 'status' | 'samples' | 'reopenings' | 'history'>): boolean {
  const told = replayed(item.history);
  const status = item.history.findLast(({ change }) => change.kind === 'status')?.change;
  const sameTicks = columns.every((column) => {
    const ids = item.ticks[column].map((tick) => tick.criterionId);
    return ids.length === told[column].size && ids.every((id) => told[column].has(id));
  });
  const reopened = reopenedTold(item.history);
  const sameReopened =
    item.reopenings.length === reopened.size && item.reopenings.every(({ criterionId }) => reopened.has(criterionId));
  const sameSamples = canonical(item.samples) === canonical(samplesTold(item.history));
  return (
    sameTicks && sameReopened && sameSamples && item.status === (status?.kind === 'status' ? status.after : 'draft')
  );
}
