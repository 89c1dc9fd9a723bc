import type { EnrolmentView } from '../../../shared/api/views.ts';

type Told = Pick<EnrolmentView, 'published' | 'gradebook' | 'confirmed' | 'total'>;

const rounded = (score: number): string => String(Math.round(score * 100) / 100);

/** "38", or "47.5 of 100" where the LMS shows another scale. */
function theirs({ gradebook: { found }, total }: Told): string {
  if (found === null) return 'a grade';
  const score = rounded(found.score);
  return found.maximum === null ? score : `${score} of ${rounded(found.maximum === total ? total : found.maximum)}`;
}

/** What the LMS gradebook shows a learner, whether that is all of it, and whose turn it is where it is not. */
export function gradebookWords(told: Told): string {
  const { published, gradebook, confirmed, total } = told;
  const { state, paused } = gradebook;
  const counts = `${confirmed} of ${total}`;
  if (state === 'changedByHand')
    return `Your LMS shows ${theirs(told)}, entered there by hand. Your centre decides whether ${counts} replaces it.`;
  if (state === 'keptTheirs') return `Your LMS shows ${theirs(told)}: your centre keeps the grade entered there.`;
  if (state === 'notEnrolled') return 'Your LMS does not list you in this course any more, so it gets no new score.';
  if (state === 'nothingYet') return 'Your LMS has no score from here yet.';
  const shown = published
    ? `Your LMS shows ${published.scoreGiven} of ${published.scoreMaximum}`
    : 'Your LMS has no score from here yet';
  if (state === 'inStep') return `${shown}, up to date.`;
  if (paused) return `${shown}. Your centre has paused sending; ${counts} follows after that.`;
  switch (state) {
    case 'due':
      return `${shown}; ${counts} is on its way.`;
    case 'retrying':
      return `${shown}. It could not take ${counts} yet; that is tried again by itself.`;
    case 'stopped':
      return `${shown}. It does not take ${counts}; your centre can see why and put it right.`;
  }
}
