import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { ApiClient } from '../../../../shared/client/api-client.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { createTickQueue, type TickQueue } from './tick-queue.ts';

export type ReviewDesk = ReturnType<typeof createReviewDesk>;

/**
 * What a reviewer has lying about unsaved: ticks that could not be sent and feedback half written. It outlives a screen, so
 * going to another item and back loses nothing; it is in memory only.
 */
export function createReviewDesk(client: Pick<ApiClient, 'call'>) {
  const queues = new Map<EvidenceId, TickQueue>();
  const drafts = new Map<EvidenceId, string>();
  const listeners = new Set<() => void>();
  const waiting = (): TickQueue[] => [...queues.values()].filter((queue) => queue.state().wishes.size > 0);
  return {
    /** The tick queue of an item; the one from before while it has unsent ticks. */
    queueOf(evidence: EvidenceView): TickQueue {
      const before = queues.get(evidence.id);
      if (before && before.state().wishes.size > 0) {
        before.take(evidence);
        return before;
      }
      const queue = createTickQueue(evidence, client);
      queue.subscribe(() => {
        for (const listener of listeners) listener();
      });
      queues.set(evidence.id, queue);
      return queue;
    },
    /** What was last known of an item with unsent ticks, for when it cannot be fetched; null for any other item. */
    kept(id: EvidenceId): EvidenceView | null {
      const state = queues.get(id)?.state();
      return state && state.wishes.size > 0 ? state.evidence : null;
    },
    /** Calls back on every change of any queue. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    draftOf: (id: EvidenceId): string => drafts.get(id) ?? '',
    keepDraft(id: EvidenceId, text: string): void {
      if (text === '') drafts.delete(id);
      else drafts.set(id, text);
    },
    /** How many ticks could not be sent and are kept, of all items. */
    unsent: (): number =>
      waiting().reduce((sum, queue) => sum + (queue.state().problem?.kept ? queue.state().wishes.size : 0), 0),
    /** Sends what could not be sent before, of all items. */
    retryAll: (): Promise<unknown> => Promise.all(waiting().map((queue) => queue.retry())),
    /** Whether leaving the page now would lose something. */
    hasUnsaved: (): boolean => drafts.size > 0 || waiting().length > 0,
  };
}
