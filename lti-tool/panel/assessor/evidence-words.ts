import type { EvidenceSummary } from '../../../shared/api/views.ts';
import { criteriaCount } from '../parts/counting.ts';

/** How an evidence item stands, for staff: its status and whose turn it is. */
export function statusSentence(item: Pick<EvidenceSummary, 'status' | 'unconfirmed'>): string {
  switch (item.status) {
    case 'draft':
      return 'Draft, not submitted';
    case 'submitted':
      return item.unconfirmed > 0
        ? `Submitted, ${criteriaCount(item.unconfirmed)} unconfirmed`
        : 'Submitted, review not finished';
    case 'returned':
      return 'Returned to the learner';
    case 'assessed':
      return 'Assessed';
    case 'withdrawn':
      return 'Withdrawn, does not count';
  }
}
