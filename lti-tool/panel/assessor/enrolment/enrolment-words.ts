import type { EnrolmentView } from '../../../../shared/api/views.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { enrolmentTexts } from '../../../../shared/texts/staff.ts';
import { shortDate } from '../../parts/dates.ts';

/** What the LMS gradebook was last told, for staff who wonder why it shows another number. */
export function gradebookSentence(
  { published, confirmed, gradebook }: Pick<EnrolmentView, 'published' | 'confirmed' | 'gradebook'>,
  now: number,
): string {
  const { state, paused } = gradebook;
  const words = enrolmentTexts.gradebook;
  if (state === 'notEnrolled' || state === 'keptTheirs' || state === 'changedByHand') return words[state];
  if (state === 'stopped' || state === 'retrying') return words.notTaken;
  if (state === 'due' && paused) return words.paused;
  if (published === null) return confirmed === 0 ? words.nothingSent : words.soon;
  const { scoreGiven, scoreMaximum, at, upToDate } = published;
  return words.told(scoreGiven, scoreMaximum, shortDate(at, now), upToDate);
}

export const standingFilters = ['all', 'waiting', 'notAgreed', 'reopened', 'draft', 'untouched'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** Whether a criterion of this standing passes a filter. */
export const passesStanding = (filter: StandingFilter, standing: Standing): boolean =>
  filter === 'all' || (filter === 'waiting' ? standing.startsWith('awaiting') : standing === filter);
