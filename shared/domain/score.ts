import type { Progress } from './progress.ts';

/**
 * What the LMS gradebook is told of an enrolment. `gradingProgress` is always FullyGraded: platforms ignore or
 * even wipe the score for any other value.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
export type Score = {
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  readonly activityProgress: 'InProgress' | 'Completed';
  readonly gradingProgress: 'FullyGraded';
  readonly comment: string;
};

/**
 * Only confirmations count (R6); what waits is said in the comment.
 * @param say words the comment: confirmed, total, awaiting
 */
export function scoreOf(
  progress: Pick<Progress, 'confirmed' | 'total' | 'counts'>,
  say: (confirmed: number, total: number, awaiting: number) => string,
): Score {
  const { confirmed, total, counts } = progress;
  const awaiting = counts.awaitingAssessor + counts.awaitingCountersign + counts.reopened;
  return {
    scoreGiven: confirmed,
    scoreMaximum: total,
    activityProgress: total > 0 && confirmed === total ? 'Completed' : 'InProgress',
    gradingProgress: 'FullyGraded',
    comment: say(confirmed, total, awaiting),
  };
}
