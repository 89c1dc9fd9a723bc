import type { EnrolmentView } from '../../../../shared/api/views.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { shortDate } from '../../parts/dates.ts';

/** What the LMS gradebook was last told, for staff who wonder why it shows another number. */
export function gradebookSentence(
  { published, confirmed, gradebook }: Pick<EnrolmentView, 'published' | 'confirmed' | 'gradebook'>,
  now: number,
): string {
  const { state, paused } = gradebook;
  if (state === 'notEnrolled') return 'The LMS does not list this person any more, so it is told nothing.';
  if (state === 'keptTheirs') return 'A manager keeps the grade that somebody typed into the gradebook.';
  if (state === 'changedByHand')
    return 'Somebody typed another grade into the gradebook; a manager chooses, in Scores.';
  if (state === 'stopped' || state === 'retrying')
    return 'The gradebook has not taken the last number; Scores says why.';
  if (state === 'due' && paused) return 'The gradebook has not been told yet: publishing is paused.';
  if (published === null)
    return confirmed === 0
      ? 'Nothing has been sent to the gradebook yet.'
      : 'The gradebook has not been told yet; it will be shortly.';
  const told = `The gradebook was told ${published.scoreGiven} of ${published.scoreMaximum} on ${shortDate(published.at, now)}`;
  return published.upToDate ? `${told}, and that is still right.` : `${told}; the newer number is on its way.`;
}

export const standingFilters = ['all', 'waiting', 'notAgreed', 'reopened', 'draft', 'untouched'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** Whether a criterion of this standing passes a filter. */
export const passesStanding = (filter: StandingFilter, standing: Standing): boolean =>
  filter === 'all' || (filter === 'waiting' ? standing.startsWith('awaiting') : standing === filter);
