import type { EvidenceSummary } from '../../../shared/api/views.ts';
import { staffTexts } from '../../../shared/texts/staff.ts';

/** How an evidence item stands, for staff: its status and whose turn it is. */
export function statusSentence(item: Pick<EvidenceSummary, 'status' | 'unconfirmed'>): string {
  const words = staffTexts.status;
  switch (item.status) {
    case 'draft':
      return words.draft;
    case 'submitted':
      return item.unconfirmed > 0 ? words.unconfirmed(item.unconfirmed) : words.unfinished;
    case 'returned':
      return words.returned;
    case 'assessed':
      return words.assessed;
    case 'withdrawn':
      return words.withdrawn;
  }
}
