import type { AcceptedView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { Column } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { listed } from '../listed.ts';

type Told = {
  readonly of: AcceptSource;
  /** The column that was filled. */
  readonly into: Column;
  readonly learner: string;
  /** Criteria that still wait for the reader. */
  readonly left: number;
  readonly refOf: (id: CriterionId) => string;
};

/** What an accept-all did, and what differed from what the prompt showed, in words (R4). */
export function acceptedSentence(reply: Omit<AcceptedView, 'evidence'>, told: Told): { head: string; rest: string } {
  const words = reviewTexts.accepted;
  const deed = words.deeds[told.into === 'trainee' ? 'tick' : told.of === 'trainee' ? 'countersign' : 'confirm'];
  const refs = (ids: readonly CriterionId[]): string => listed(ids.map(told.refOf));
  const who = told.of === 'learner' ? told.learner : words.traineeAssessor;
  const { accepted, noLongerTicked, notShown, alreadyDecided } = reply;
  const parts = [
    ...(noLongerTicked.length > 0 ? [words.noLongerTicked(refs(noLongerTicked), noLongerTicked.length, who)] : []),
    ...(notShown.length > 0 ? [words.notShown(refs(notShown), notShown.length)] : []),
    ...(alreadyDecided.length > 0 ? [words.alreadyDecided(refs(alreadyDecided), alreadyDecided.length)] : []),
    ...(told.left > 0 ? [words.left(told.left)] : []),
  ];
  return {
    head: accepted.length === 0 ? words.nothing(deed) : words.done(criteriaCount(accepted.length), deed),
    rest: parts.join(' '),
  };
}
