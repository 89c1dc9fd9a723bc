import type { ScoreAnswer } from '../lti-ports.ts';
import type { Points } from './publication.ts';
import type { ScoreRecord } from './publishing-store.ts';
import type { SendDeps, Sending } from './sending.ts';

/** A score whose answer never came, because this process or another was stopped, is in the record all the same. */
export async function rememberUnanswered(deps: SendDeps, sending: Sending): Promise<void> {
  const { sending: points, lastTimestamp } = sending.column;
  if (points !== null && lastTimestamp !== null) await rememberScore(deps, sending, lastTimestamp, points, null);
}

/** A grade that was cleared: the unit is not the learner's any more. */
export type TakenBack = { readonly scoreGiven: null; readonly scoreMaximum: number; readonly comment: string };

/** Adds a score to the record, with what came of it; null: nobody knows. */
export async function rememberScore(
  deps: SendDeps,
  { enrolment, unitRef, score }: Sending,
  timestamp: string,
  points: Points | TakenBack,
  answer: ScoreAnswer | null,
): Promise<void> {
  const { tenantId, id, learnerId } = enrolment;
  const record: ScoreRecord = {
    ...{ tenantId, enrolmentId: id, learnerId, unitRef, timestamp, ...points },
    comment: 'comment' in points ? points.comment : answer === null ? null : score.comment,
    answer: answer?.kind ?? 'unknown',
    status: answer !== null && 'status' in answer ? answer.status : null,
    reason: answer !== null && 'reason' in answer ? answer.reason : null,
  };
  await deps.stores.publishing.addRecord(record);
}
