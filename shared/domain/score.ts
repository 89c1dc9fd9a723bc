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

/** Only confirmations count (R6); what waits is said in the comment. */
export function scoreOf(progress: Pick<Progress, 'confirmed' | 'total' | 'counts'>): Score {
  const { confirmed, total, counts } = progress;
  const awaiting = counts.awaitingAssessor + counts.awaitingCountersign + counts.reopened;
  const waits = awaiting === 0 ? '' : awaiting === 1 ? '; 1 awaits an assessor' : `; ${awaiting} await an assessor`;
  return {
    scoreGiven: confirmed,
    scoreMaximum: total,
    activityProgress: total > 0 && confirmed === total ? 'Completed' : 'InProgress',
    gradingProgress: 'FullyGraded',
    comment: `${confirmed} of ${total} criteria confirmed${waits}`,
  };
}
