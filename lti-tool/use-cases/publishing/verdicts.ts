import type { ScoreTrouble } from '../../../shared/domain/score-trouble.ts';
import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import type { ScoreAnswer } from '../lti-ports.ts';
import { type Clock, instantOf } from '../ports.ts';
import type { Destination } from './destinations.ts';
import { type PublishedColumn, type Trouble, troubleNow } from './publication.ts';
import { callSignal, instantIn, type PublishDeps } from './publish-deps.ts';
import { retryDelay } from './retry-delay.ts';
import type { RosterReader } from './roster-reader.ts';

/** What a try says of the platform as a whole; `untouched`: nothing. */
export type PlatformHealth = 'up' | 'down' | 'untouched';

/** What went wrong with a try, and whether trying again can help. */
export type Verdict = {
  readonly code: ScoreTrouble;
  readonly reason: string;
  readonly stop: boolean;
  readonly status?: number | null;
  readonly health?: PlatformHealth;
  readonly retryAfterMs?: number | null;
};

/** A locked grade answers 500 for ever: after so many tries, with the column otherwise in order, it counts as locked. */
const lockedAfter = 3;

type Tried = {
  readonly enrolment: { readonly progressRevision: number };
  readonly to: Destination;
  readonly column: PublishedColumn;
  readonly lineItemUrl: string;
};
type Deps = PublishDeps & { readonly rosterReader: RosterReader };

/** What an answer other than acceptance means. */
export async function verdictOn(
  deps: Deps,
  tried: Tried,
  answer: Exclude<ScoreAnswer, { kind: 'accepted' }>,
  signal?: AbortSignal,
): Promise<Verdict> {
  const before = troubleNow(tried.column, tried.enrolment.progressRevision);
  switch (answer.kind) {
    case 'retry':
      return answer.status === 500 ? failedOrLocked(deps, tried, before, answer, signal) : passing(answer);
    case 'stale': {
      const reason = texts.laterTime;
      // Once with a later second, after another look at the gradebook; then a person has to see why.
      return before?.code === 'laterScore'
        ? { code: 'laterScoreStays', reason, status: 409, stop: true, health: 'up' }
        : { code: 'laterScore', reason, status: 409, stop: false, health: 'up', retryAfterMs: 1_000 };
    }
    case 'lineItemGone':
      return { code: 'columnGone', reason: texts.columnGone, status: 404, stop: true, health: 'up' };
    case 'refused':
      return refused(deps, tried, answer, signal);
  }
}

function passing({ status, reason, retryAfterMs }: Extract<ScoreAnswer, { kind: 'retry' }>): Verdict {
  const code = status === null ? 'unreachable' : status >= 500 ? 'failed' : 'busy';
  return { code, reason, status, stop: false, health: 'down', retryAfterMs };
}

async function failedOrLocked(
  deps: PublishDeps,
  { to, lineItemUrl }: Tried,
  before: Trouble | null,
  answer: Extract<ScoreAnswer, { kind: 'retry' }>,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const { issuer, clientId } = to.tenant;
  const seen = await deps.grades.results({ issuer, clientId, lineItemUrl }, to.userId, callSignal(deps, signal));
  if (!Array.isArray(seen)) return passing(answer);
  const reason = texts.notStored;
  if ((before?.status === 500 ? before.attempts : 0) + 1 >= lockedAfter)
    return { code: 'locked', reason, status: 500, stop: true, health: 'up' };
  return { code: 'failed', reason, status: 500, stop: false, health: 'up' };
}

async function refused(
  deps: Deps,
  { to }: Tried,
  { status, reason }: Extract<ScoreAnswer, { kind: 'refused' }>,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  if (status === 401 || status === 403) return { code: 'notAllowed', reason, status, stop: true, health: 'down' };
  if (status === 400 || status === 422) {
    const listed = await deps.rosterReader.isListed(to, signal);
    if (listed !== true) return { code: 'learnerGone', reason, status, stop: true, health: 'up' };
  }
  return { code: 'refused', reason, status, stop: true, health: 'up' };
}

/** The trouble to write down: with the next try, later each time, or none. */
export function troubleAfter(
  deps: { readonly clock: Clock; readonly random: () => number },
  before: Trouble | null,
  revision: number,
  { code, reason, status = null, stop, retryAfterMs = null }: Verdict,
): Trouble {
  const attempts = before?.attempts ?? 0;
  const delay = retryDelay(attempts, retryAfterMs, deps.random);
  return {
    ...{ revision, code, reason, status, at: instantOf(deps.clock), attempts: attempts + 1 },
    nextTryAt: stop ? null : instantIn(deps.clock, delay),
  };
}
