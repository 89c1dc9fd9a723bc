import type { EvidenceView } from '../../../../shared/api/views.ts';
import { type Column, columns } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';

/** What somebody else did to an item while it was looked at. */
export type ForeignChange =
  | {
      readonly kind: 'ticked' | 'unticked';
      readonly column: Column;
      readonly id: CriterionId;
      readonly byName: string | null;
    }
  | { readonly kind: 'work' }
  | { readonly kind: 'handedOver' | 'commented'; readonly byName: string }
  | { readonly kind: 'status'; readonly status: EvidenceView['status'] };

const workOf = ({ title, narrative, method, links, attachments }: EvidenceView): string =>
  JSON.stringify([title, narrative, method, links, attachments.map(({ id }) => id)]);

/**
 * What differs between two views of an item but what the reader did themselves.
 * @param mine criteria of the reader's own column that they have just changed; null for all of that column
 */
export function foreignChanges(
  before: EvidenceView,
  after: EvidenceView,
  mine: ReadonlySet<CriterionId> | null,
): ForeignChange[] {
  const own = before.may.tick ?? after.may.tick;
  const isMine = (column: Column, id: CriterionId) => column === own && (mine === null || mine.has(id));
  const ticks = columns.flatMap((column): ForeignChange[] => {
    const known = new Map(before.ticks[column].map((tick) => [tick.criterionId, tick.byName]));
    const now = new Map(after.ticks[column].map((tick) => [tick.criterionId, tick.byName]));
    const ticked = [...now].filter(([id]) => !known.has(id) && !isMine(column, id));
    const unticked = [...known].filter(([id]) => !now.has(id) && !isMine(column, id));
    return [
      ...ticked.map(([id, byName]) => ({ kind: 'ticked', column, id, byName }) as const),
      // Who unticked it is in the history only; the learner's column is the learner's alone.
      ...unticked.map(([id]) => ({ kind: 'unticked', column, id, byName: null }) as const),
    ];
  });
  return [
    ...ticks,
    // A thread only grows.
    ...after.thread
      .slice(before.thread.length)
      .filter(({ kind, yours }) => kind === 'commented' && !yours)
      .map(({ byName }) => ({ kind: 'commented', byName }) as const),
    ...(workOf(before) === workOf(after) ? [] : [{ kind: 'work' } as const]),
    ...(after.handOver && after.handOver.at !== before.handOver?.at
      ? [{ kind: 'handedOver', byName: after.handOver.byName } as const]
      : []),
    ...(before.status === after.status ? [] : [{ kind: 'status', status: after.status } as const]),
  ];
}
