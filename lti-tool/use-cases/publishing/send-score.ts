import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import type { ScoreAnswer } from '../lti-ports.ts';
import { instantOf } from '../ports.ts';
import type { ColumnFault, ReadyColumn } from './bring-column.ts';
import { lookFirst } from './look-first.ts';
import type { Points } from './publication.ts';
import { callSignal } from './publish-deps.ts';
import { rememberScore, rememberUnanswered } from './remember-score.ts';
import { failed, type SendDeps, type Sending, type Sent, settledAs } from './sending.ts';
import { submissionOf, submissionTaken } from './submission.ts';
import { verdictOn } from './verdicts.ts';

/** Platforms refuse two scores of one learner in the same second. */
const betweenScores = 1_000;
/** Of a lease, in milliseconds: with less left nothing is sent, since somebody else may take over meanwhile. */
export const leaseReserve = 25_000;

/** Sends one score, so that whatever stops this process, and wherever, the next try is right. */
export async function sendScore(deps: SendDeps, sending: Sending, signal?: AbortSignal): Promise<Sent> {
  const { column, enrolment, score, to, unitRef } = sending;
  if (score.scoreMaximum === 0) return failed(deps, sending, { code: 'noUnits', reason: texts.noUnits, stop: true });
  const early = tooEarly(deps, sending);
  if (early) return early;
  const ready = await deps.columns.ready(to, enrolment, unitRef, score.scoreMaximum, null, signal);
  if (ready.kind === 'columnFault')
    return failed(deps, sending, { ...ready, stop: !ready.passing, health: ready.passing ? 'down' : 'untouched' });
  deps.onStep?.('columnReady');
  const seen = column.overwrite ? null : await lookFirst(deps, sending, ready, signal);
  if (seen !== null && seen !== 'arrived') return seen;
  deps.onStep?.('compared');
  await rememberUnanswered(deps, sending);
  const { lastTimestamp } = column;
  const arrived =
    seen === 'arrived' && lastTimestamp ? submissionTaken(to, column, ready.lineItemUrl, lastTimestamp) : {};
  const now = { ...sending, column: { ...column, ...arrived } };
  return deps.turn(to.tenant, () => post(deps, now, ready, signal));
}

/** The time of sending is taken when it is this score's turn, and written down before the score leaves. */
async function post(
  deps: SendDeps,
  sending: Sending,
  ready: ReadyColumn,
  signal: AbortSignal | undefined,
): Promise<Sent> {
  const { column, enrolment, score } = sending;
  const timestamp = instantOf(deps.clock);
  const points = { scoreGiven: score.scoreGiven, scoreMaximum: score.scoreMaximum };
  const leaseEnds = Date.parse(enrolment.publication.leaseUntil ?? timestamp);
  // Whatever happens from here on, the following score is later than this one.
  if (leaseEnds - deps.clock.now() < leaseReserve || !(await announce(deps, sending, timestamp, points)))
    return { change: {}, health: 'untouched', retryAfterMs: null, lost: true };
  deps.onStep?.('announced');
  const { answer, column: used, fault } = await postTo(deps, sending, ready, timestamp, signal);
  deps.onStep?.('answered');
  await rememberScore(deps, sending, timestamp, points, answer);
  deps.onStep?.('recorded');
  if (fault) return failed(deps, sending, { ...fault, stop: !fault.passing, health: 'up' });
  if (answer.kind === 'accepted') {
    const { maximum } = used.column;
    const settled = settledAs(enrolment.progressRevision, { ...points, at: timestamp, columnMaximum: maximum });
    const taken = submissionTaken(sending.to, column, used.lineItemUrl, timestamp);
    return { ...settled, change: { ...settled.change, ...taken } };
  }
  const tried = { enrolment, to: sending.to, column, lineItemUrl: used.lineItemUrl };
  const after = failed(deps, sending, await verdictOn(deps, tried, answer, signal));
  // An answer that came says that the score is not there; silence says nothing.
  return isSilence(answer) ? after : { ...after, change: { ...after.change, sending: null } };
}

const isSilence = (answer: ScoreAnswer): boolean => answer.kind === 'retry' && answer.status === null;

/** Posts the score; where its column is gone, once more to the one that is there now. */
async function postTo(
  deps: SendDeps,
  { enrolment, score, to, unitRef, column }: Sending,
  ready: ReadyColumn,
  timestamp: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly answer: ScoreAnswer; readonly column: ReadyColumn; readonly fault?: ColumnFault }> {
  const { issuer, clientId } = to.tenant;
  const timed = { ...score, userId: to.userId, timestamp, keepHandGrade: !column.overwrite };
  const send = ({ lineItemUrl }: ReadyColumn) =>
    deps.grades.publish(
      { issuer, clientId, lineItemUrl },
      { ...timed, submission: submissionOf(to, column, lineItemUrl, timestamp) },
      callSignal(deps, signal),
    );
  const answer = await send(ready);
  if (answer.kind !== 'lineItemGone') return { answer, column: ready };
  const { scoreMaximum } = score;
  const other = await deps.columns.ready(to, enrolment, unitRef, scoreMaximum, ready.lineItemUrl, signal);
  if (other.kind === 'columnFault') return { answer, column: ready, fault: other };
  return { answer: await send(other), column: other };
}

/** Writes down what is about to be sent; false where the lease was lost. */
export const announce = (
  deps: SendDeps,
  { enrolment, owner, key }: Sending,
  timestamp: string,
  points: Points | null,
): Promise<boolean> =>
  deps.stores.enrolments.recordPublication(enrolment.tenantId, enrolment.id, owner, {
    columns: { [key]: { lastTimestamp: timestamp, sending: points } },
  });

/** The last score was sent less than a second ago, or the clock stepped back: an older score is never sent. */
export function tooEarly(deps: SendDeps, sending: Sending): Sent | null {
  const { lastTimestamp } = sending.column;
  const soonest = lastTimestamp === null ? 0 : Date.parse(lastTimestamp) + betweenScores;
  const ahead = soonest - deps.clock.now();
  if (ahead <= 0) return null;
  const notBefore = new Date(soonest).toISOString();
  if (ahead <= betweenScores) return { change: {}, health: 'untouched', retryAfterMs: null, notBefore };
  const verdict = {
    code: 'clockBehind',
    reason: texts.clockBehind,
    stop: false,
  } as const;
  // Looked at every five minutes at the latest: the clock may be put right.
  const retryAfterMs = Math.min(ahead, 300_000);
  return { ...failed(deps, sending, { ...verdict, retryAfterMs }), retryAfterMs: null };
}
