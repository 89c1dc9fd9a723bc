import type { EvidenceSummary } from '../../../shared/api/views.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
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
  const { status, meaning } = learnerTexts;
  switch (item.status) {
    case 'draft':
      return { status: status.draft, meaning: meaning.draft, icon: 'draft', standing: 'draft' };
    case 'submitted':
      return {
        status: status.submitted,
        meaning: item.unconfirmed > 0 ? meaning.waiting(criteriaCount(item.unconfirmed)) : meaning.notFinished,
        icon: 'awaitingAssessor',
        standing: 'awaitingAssessor',
      };
    case 'returned':
      return { status: status.returned, meaning: meaning.returned, icon: 'undo', standing: 'notAgreed' };
    case 'assessed':
      return item.confirmed > 0
        ? { status: status.assessed, meaning: confirmedOf(item), icon: 'confirmed', standing: 'confirmed' }
        : { status: status.assessed, meaning: meaning.noneConfirmed, icon: 'notAgreed', standing: 'notAgreed' };
    case 'withdrawn':
      return { status: status.withdrawn, meaning: meaning.withdrawn, icon: 'close', standing: 'untouched' };
  }
}

/** An assessor may confirm what the learner did not tick, so "of" is said only where it adds up. */
function confirmedOf({ confirmed, ticked }: Item): string {
  const { meaning } = learnerTexts;
  return confirmed <= ticked ? meaning.confirmedOf(confirmed, ticked) : meaning.confirmed(confirmed);
}
