import type { EvidenceId } from '../../../shared/domain/ids.ts';
import type { CaseloadLine } from './caseload/caseload-lines.ts';

/** All evidence that waits for the reader, learner by learner, longest wait first. */
export const waitingQueue = (lines: readonly CaseloadLine[]): EvidenceId[] =>
  lines.flatMap((line) => line.open.map((item) => item.evidenceId));

export type PlaceInQueue = {
  /** From 1; null for evidence that does not wait. */
  readonly position: number | null;
  readonly previous: EvidenceId | null;
  readonly next: EvidenceId | null;
};

/** Where an item stands in the queue. From an item outside it, "next" is the first that waits. */
export function placeInQueue(queue: readonly EvidenceId[], current: EvidenceId): PlaceInQueue {
  const index = queue.indexOf(current);
  return {
    position: index < 0 ? null : index + 1,
    previous: index > 0 ? (queue[index - 1] ?? null) : null,
    next: queue[index + 1] ?? null,
  };
}

/**
 * What to look at once an item is decided: the next of the queue one had, as far as it still waits; else whatever waits
 * now; null when nothing does.
 */
export function nextWaiting(
  before: readonly EvidenceId[],
  decided: EvidenceId,
  fresh: readonly EvidenceId[],
): EvidenceId | null {
  const index = before.indexOf(decided);
  const inOrder = [...before.slice(index + 1), ...before.slice(0, Math.max(0, index)), ...fresh];
  return inOrder.find((id) => id !== decided && fresh.includes(id)) ?? null;
}
