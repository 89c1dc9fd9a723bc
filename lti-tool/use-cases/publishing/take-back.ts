import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import { compareGrade } from './compare-grade.ts';
import { callSignal } from './publish-deps.ts';
import { rememberScore, type TakenBack } from './remember-score.ts';
import { announce, tooEarly } from './send-score.ts';
import { failed, type SendDeps, type Sending, type Sent } from './sending.ts';
import { submissionOf } from './submission.ts';
import { verdictOn } from './verdicts.ts';

const comment = texts.unitDropped;

/** Nothing of ours is in the column, and nothing is to be sent to it. */
const takenBack = (revision: number): Sent => ({
  change: {
    ...{ publishedRevision: revision, published: null, sending: null },
    ...{ trouble: null, found: null, overwrite: false, drops: 0 },
  },
  health: 'up',
  retryAfterMs: null,
});

/**
 * Clears our score in the column of a unit that is not chosen, or has no column of its own, any more. A grade that
 * somebody made there by hand is theirs, and stays.
 */
export async function takeBack(deps: SendDeps, sending: Sending, signal?: AbortSignal): Promise<Sent> {
  const { column, enrolment, score, to, unitRef } = sending;
  const early = tooEarly(deps, sending);
  if (early) return early;
  const done = takenBack(enrolment.progressRevision);
  const { tenantId, contextId, qualificationId } = enrolment;
  const columns = await deps.stores.publishing.columnsOf(tenantId, contextId, qualificationId);
  const lineItemUrl = columns.find((one) => one.unitRef === unitRef)?.lineItemUrl ?? null;
  if (lineItemUrl === null) return done;
  const { issuer, clientId } = to.tenant;
  const address = { issuer, clientId, lineItemUrl };
  const seen = await deps.grades.results(address, to.userId, callSignal(deps, signal));
  if (Array.isArray(seen)) {
    const result = seen.find(({ userId }) => userId === to.userId) ?? null;
    const records = await deps.stores.publishing.recordsOf(tenantId, enrolment.id, 20);
    const verdict = compareGrade(
      column,
      result,
      records.filter((record) => record.unitRef === unitRef),
    );
    if (verdict === 'none' || verdict === 'theirs') return done;
  } else if (seen.status === null || seen.status === 429 || seen.status >= 500) {
    const { status, reason } = seen;
    return failed(deps, sending, { code: 'failed', reason, status, stop: false, health: 'down' });
  }
  return deps.turn(to.tenant, async () => {
    const timestamp = new Date(deps.clock.now()).toISOString();
    if (!(await announce(deps, sending, timestamp, null)))
      return { change: {}, health: 'untouched', retryAfterMs: null, lost: true };
    deps.onStep?.('announced');
    const said = { activityProgress: 'InProgress', gradingProgress: 'FullyGraded', comment } as const;
    const timed = { ...said, scoreGiven: null, scoreMaximum: score.scoreMaximum, userId: to.userId, timestamp };
    const submission = submissionOf(to, column, lineItemUrl, timestamp);
    const quiet = { keepHandGrade: true, submission: submission && { ...submission, isNew: false } };
    const answer = await deps.grades.publish(address, { ...timed, ...quiet }, callSignal(deps, signal));
    deps.onStep?.('answered');
    const { scoreMaximum = score.scoreMaximum } = column.published ?? {};
    const points: TakenBack = { scoreGiven: null, scoreMaximum, comment };
    await rememberScore(deps, sending, timestamp, points, answer);
    deps.onStep?.('recorded');
    if (answer.kind === 'accepted' || answer.kind === 'lineItemGone')
      return { ...done, change: { ...done.change, lastTimestamp: timestamp } };
    return failed(deps, sending, await verdictOn(deps, { enrolment, to, column, lineItemUrl }, answer, signal));
  });
}
