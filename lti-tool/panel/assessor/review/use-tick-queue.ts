import { useEffect, useMemo, useState } from 'preact/hooks';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { ReviewDesk } from './review-desk.ts';

/** The tick queue of an item, drawn anew with each change. */
export function useTickQueue(desk: ReviewDesk, evidence: EvidenceView) {
  const queue = useMemo(() => desk.queueOf(evidence), [desk, evidence]);
  const [, draw] = useState(0);
  useEffect(() => queue.subscribe(() => draw((n) => n + 1)), [queue]);
  return { queue, state: queue.state() };
}
