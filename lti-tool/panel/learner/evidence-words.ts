import type { EvidenceSummary } from '../../../shared/api/views.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { criteriaCount } from '../parts/counting.ts';
import type { IconName } from '../parts/Icon.tsx';

/** How an evidence item stands, in plain words: its status, what that means now, and its symbol. */
export type StatusWords = {
  readonly status: string;
  readonly meaning: string;
  readonly icon: IconName;
  readonly standing: Standing;
};

type Item = Pick<EvidenceSummary, 'status' | 'ticked' | 'confirmed' | 'unconfirmed'>;

export function statusWords(item: Item): StatusWords {
  switch (item.status) {
    case 'draft':
      return { status: 'Draft', meaning: 'Not sent yet', icon: 'draft', standing: 'draft' };
    case 'submitted':
      return {
        status: 'Submitted',
        meaning: item.unconfirmed > 0 ? `${criteriaCount(item.unconfirmed)} waiting` : 'Review not finished',
        icon: 'awaitingAssessor',
        standing: 'awaitingAssessor',
      };
    case 'returned':
      return { status: 'Returned', meaning: 'Read the feedback', icon: 'undo', standing: 'notAgreed' };
    case 'assessed':
      return item.confirmed > 0
        ? { status: 'Assessed', meaning: confirmedOf(item), icon: 'confirmed', standing: 'confirmed' }
        : { status: 'Assessed', meaning: 'None confirmed', icon: 'notAgreed', standing: 'notAgreed' };
    case 'withdrawn':
      return { status: 'Withdrawn', meaning: 'Does not count', icon: 'close', standing: 'untouched' };
  }
}

/** An assessor may confirm what the learner did not tick, so "of" is said only where it adds up. */
const confirmedOf = (item: Item): string =>
  item.confirmed <= item.ticked ? `${item.confirmed} of ${item.ticked} confirmed` : `${item.confirmed} confirmed`;
