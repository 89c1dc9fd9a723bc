import type { Column } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import type { IconName } from '../../parts/Icon.tsx';
import type { ReviewModel } from './review-model.ts';

/** What a cell shows where the reader cannot tick. An empty standing draws it grey: decided. */
export type Mark = { readonly icon: IconName; readonly standing: Standing | ''; readonly label: string };

/**
 * Somebody else's tick in a column, or null for an empty cell. Amber while it waits, grey once decided; in the assessor
 * column of a finished review a cross stands for what was not agreed.
 */
export function markOf(model: ReviewModel, column: Column, id: CriterionId): Mark | null {
  const words = reviewTexts;
  const tick = model.ticks[column].get(id);
  if (column === 'assessor') {
    if (tick) return { icon: 'confirmed', standing: 'confirmed', label: words.confirmedBy(tick.byName) };
    if (model.reopened.has(id)) return { icon: 'reopened', standing: 'reopened', label: words.reopened };
    const offered = model.ticks.learner.has(id) || model.ticks.trainee.has(id);
    return model.status === 'assessed' && offered
      ? { icon: 'notAgreed', standing: 'notAgreed', label: words.notAgreed }
      : null;
  }
  if (!tick) return null;
  const waits = model.status === 'submitted' && !model.ticks.assessor.has(id);
  const standing = column === 'learner' ? 'awaitingAssessor' : 'awaitingCountersign';
  return { icon: column, standing: waits ? standing : '', label: words.tickedBy(tick.byName) };
}
