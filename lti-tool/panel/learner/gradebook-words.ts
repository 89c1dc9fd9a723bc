import type { EnrolmentView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { number } from '../../../shared/texts/locale.ts';

type Told = Pick<EnrolmentView, 'published' | 'gradebook' | 'confirmed' | 'total'>;

const rounded = (score: number): number => Math.round(score * 100) / 100;

/** "38", or "47.5 of 100" where the LMS shows another scale. */
function theirs({ gradebook: { found } }: Told): string {
  if (found === null) return learnerTexts.gradebook.grade;
  const score = rounded(found.score);
  return found.maximum === null ? number(score) : learnerTexts.gradebook.of(score, rounded(found.maximum));
}

/** What the LMS gradebook shows a learner, whether that is all of it, and whose turn it is where it is not. */
export function gradebookWords(told: Told): string {
  const words = learnerTexts.gradebook;
  const { published, gradebook, confirmed, total } = told;
  const { state, paused } = gradebook;
  const counts = words.of(confirmed, total);
  if (state === 'changedByHand') return words.changedByHand(theirs(told), counts);
  if (state === 'keptTheirs') return words.keptTheirs(theirs(told));
  if (state === 'notEnrolled') return words.notEnrolled;
  if (state === 'nothingYet') return words.nothingYet;
  const shown = words.shows(published && words.of(published.scoreGiven, published.scoreMaximum));
  if (state === 'inStep') return words.inStep(shown);
  if (paused) return words.paused(shown, counts);
  switch (state) {
    case 'due':
      return words.due(shown, counts);
    case 'retrying':
      return words.retrying(shown, counts);
    case 'stopped':
      return words.stopped(shown, counts);
  }
}
