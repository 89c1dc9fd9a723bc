import type { Unavailable } from '../lti-ports.ts';
import { instantOf } from '../ports.ts';
import type { ReadyColumn } from './bring-column.ts';
import { compareGrade } from './compare-grade.ts';
import { troubleNow } from './publication.ts';
import { callSignal } from './publish-deps.ts';
import { rememberScore } from './remember-score.ts';
import { failed, type SendDeps, type Sending, type Sent, settledAs } from './sending.ts';
import { submissionTaken } from './submission.ts';

/** So often a score waits for its gradebook to be readable. */
const triesToSee = 2;

/**
 * Looks at the gradebook before a score is sent: a grade that somebody made there is never overwritten silently.
 * Null: nothing stands in the way. `arrived`: nor does anything, and the score whose answer never came is there.
 */
export async function lookFirst(
  deps: SendDeps,
  sending: Sending,
  { column: { maximum }, lineItemUrl }: ReadyColumn,
  signal: AbortSignal | undefined,
): Promise<Sent | 'arrived' | null> {
  const { column, enrolment, to, score, many } = sending;
  const address = { issuer: to.tenant.issuer, clientId: to.tenant.clientId, lineItemUrl };
  const since = column.lastTimestamp === null ? 0 : Date.parse(column.lastTimestamp);
  const options = { since, many, signal: () => callSignal(deps, signal) };
  const result = await deps.turn(to.tenant, () => deps.results.read(address, to.userId, options));
  if (result !== null && 'kind' in result) return unseen(deps, sending, result);
  const verdict = compareGrade(column, result);
  if (verdict === 'sent' && column.sending !== null && column.lastTimestamp !== null) {
    const { scoreGiven, scoreMaximum } = column.sending;
    if (scoreGiven !== score.scoreGiven || scoreMaximum !== score.scoreMaximum) return 'arrived';
    // Stored, and only the answer was lost: there is nothing to send again.
    await rememberScore(deps, sending, column.lastTimestamp, column.sending, { kind: 'accepted' });
    const published = { ...column.sending, at: column.lastTimestamp, columnMaximum: maximum };
    const settled = settledAs(enrolment.progressRevision, published);
    return { ...settled, change: { ...settled.change, ...submissionTaken(to, column, lineItemUrl, published.at) } };
  }
  if (verdict !== 'theirs') return null;
  const earlier = await deps.stores.publishing.recordsOf(enrolment.tenantId, enrolment.id, 20);
  const ours = earlier.filter((record) => record.unitRef === sending.unitRef);
  if (compareGrade(column, result, ours) !== 'theirs') return null;
  const found = {
    score: result?.resultScore ?? null,
    maximum: result?.resultMaximum ?? null,
    at: instantOf(deps.clock),
  };
  return { change: { found, hold: 'asked', sending: null }, health: 'up', retryAfterMs: null };
}

/**
 * The gradebook could not be read. A platform that is down is left alone; one that never lets results be read still
 * gets its scores, with the platform's own protection of hand-made grades.
 */
function unseen(deps: SendDeps, sending: Sending, { status, reason }: Unavailable): Sent | null {
  const down = status === null || status === 429 || status >= 500;
  const tried = troubleNow(sending.column, sending.enrolment.progressRevision)?.attempts ?? 0;
  if (!down || tried >= triesToSee) return null;
  const code = status === null ? 'unreachable' : status === 429 ? 'busy' : 'failed';
  return failed(deps, sending, { code, reason, status, stop: false, health: 'down' });
}
