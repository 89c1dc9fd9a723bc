import type { ScoreState } from '../../../shared/domain/score-trouble.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import { type PublishedColumn, troubleNow } from './publication.ts';

/** How a learner's score in one column stands: one pure function from what is kept to what is shown. */
export function scoreStateOf(
  { progressRevision: revision, publication }: Pick<Enrolment, 'progressRevision' | 'publication'>,
  column: PublishedColumn,
): ScoreState {
  const trouble = troubleNow(column, revision);
  if (publication.notEnrolled || trouble?.code === 'learnerGone') return 'notEnrolled';
  if (column.hold === 'asked') return 'changedByHand';
  if (column.hold === 'theirs') return 'keptTheirs';
  if (revision === 0) return 'nothingYet';
  if (trouble !== null) return trouble.nextTryAt === null ? 'stopped' : 'retrying';
  return column.publishedRevision === revision ? 'inStep' : 'due';
}
