import type { Enrolment } from '../enrolment-ports.ts';
import { instantOf } from '../ports.ts';
import { columnScore } from './column-score.ts';
import type { Destination } from './destinations.ts';
import {
  columnKeyOf,
  droppedUnits,
  isSettled,
  type Publication,
  type PublicationChange,
  type PublishedColumn,
  troubleNow,
  unpublishedColumn,
} from './publication.ts';
import { instantIn } from './publish-deps.ts';
import { leaseReserve, sendScore } from './send-score.ts';
import type { SendDeps } from './sending.ts';
import { takeBack } from './take-back.ts';
import type { PlatformHealth } from './verdicts.ts';

/** An enrolment leased to this publisher, with where its scores go. */
export type LeasedEnrolment = {
  readonly enrolment: Enrolment;
  readonly owner: string;
  /** Null where learner, qualification or tenant are gone. */
  readonly to: Destination | null;
  /** Several scores of this course are about to be sent. */
  readonly many: boolean;
};
export type PublishReport = {
  readonly health: PlatformHealth;
  readonly retryAfterMs: number | null;
  /** Scores the platform accepted. */
  readonly accepted: number;
};

const nothing: PublishReport = { health: 'untouched', retryAfterMs: null, accepted: 0 };

/** A column as it is after its turn; `notBefore`: it was too soon for it. */
type Handled = { readonly column: PublishedColumn; readonly notBefore: string | null };

/** Brings every column of a leased enrolment up to date, one after the other, and gives the lease back. */
export async function publishEnrolment(
  deps: SendDeps,
  { enrolment, owner, to, many }: LeasedEnrolment,
  signal?: AbortSignal,
): Promise<PublishReport> {
  const { publication, progressRevision: revision } = enrolment;
  const leaseEnds = Date.parse(publication.leaseUntil ?? '');
  // Waited too long for its turn: somebody else may take it over before it is sent.
  if (leaseEnds - deps.clock.now() < leaseReserve) return giveBack(deps, enrolment, owner, null);
  // Nothing to do until progress or a launch changes that.
  if (to === null) return giveBack(deps, enrolment, owner, instantIn(deps.clock, 60_000));
  deps.onStep?.('leased');
  const columns: Handled[] = [];
  let report = nothing;
  let unsaved: PublicationChange['columns'];
  const dropped = droppedUnits(publication.columns, to.units).map(({ unitRef }) => unitRef);
  for (const unitRef of [...to.units, ...dropped]) {
    const key = columnKeyOf(unitRef);
    const column = publication.columns[key] ?? unpublishedColumn;
    // A platform that is down is not asked again for the next unit.
    if (report.health === 'down' || signal?.aborted || !isDue(deps, column, revision)) {
      columns.push({ column, notBefore: null });
      continue;
    }
    if (unsaved)
      await deps.stores.enrolments.recordPublication(enrolment.tenantId, enrolment.id, owner, { columns: unsaved });
    const score = columnScore(enrolment, to.qualification, unitRef);
    const act = unitRef !== null && dropped.includes(unitRef) ? takeBack : sendScore;
    const sent = await act(deps, { enrolment, owner, to, unitRef, key, column, score, many }, signal);
    if (sent.lost) return report;
    columns.push({ column: { ...column, ...sent.change }, notBefore: sent.notBefore ?? null });
    unsaved = { [key]: sent.change };
    const accepted = report.accepted + (sent.change.publishedRevision === revision ? 1 : 0);
    report = { health: sent.health, retryAfterMs: sent.retryAfterMs, accepted };
  }
  await release(deps, enrolment, owner, columns, unsaved);
  deps.onStep?.('settled');
  return report;
}

function isDue(deps: SendDeps, column: PublishedColumn, revision: number): boolean {
  const next = troubleNow(column, revision)?.nextTryAt;
  return !isSettled(column, revision) && (!next || next <= instantOf(deps.clock) || waitsInVain(deps, column));
}

/** The clock stepped back since the wait was set. */
const waitsInVain = (deps: SendDeps, { trouble }: PublishedColumn): boolean =>
  trouble !== null && Date.parse(trouble.at) > deps.clock.now() + 60_000;

const freed = { leaseOwner: null, leaseUntil: null } as const;

/** Gives a lease back unused. */
export async function giveBack(
  deps: Pick<SendDeps, 'stores' | 'clock'>,
  { tenantId, id }: Enrolment,
  owner: string,
  nextTryAt: string | null,
): Promise<PublishReport> {
  const waitingSince = instantOf(deps.clock);
  await deps.stores.enrolments.recordPublication(tenantId, id, owner, { ...freed, nextTryAt, waitingSince });
  return nothing;
}

/** Writes what came of it and when to look again, in one write. */
async function release(
  deps: SendDeps,
  { tenantId, id, progressRevision: revision }: Enrolment,
  owner: string,
  handled: readonly Handled[],
  unsaved: PublicationChange['columns'],
): Promise<void> {
  const columns = handled.map(({ column }) => column);
  const open = handled.filter(({ column }) => !isSettled(column, revision));
  const tries = open.map(({ column, notBefore }) => notBefore ?? troubleNow(column, revision)?.nextTryAt ?? null);
  const nextTryAt = tries.filter((at) => at !== null).toSorted()[0] ?? null;
  await deps.stores.enrolments.recordPublication(tenantId, id, owner, {
    ...freed,
    ...(unsaved ? { columns: unsaved } : {}),
    nextTryAt,
    waitingSince: nextTryAt === null ? null : instantOf(deps.clock),
    stopped: stoppedOf(columns, revision),
    notEnrolled: columns.some((column) => troubleNow(column, revision)?.code === 'learnerGone'),
    ...(open.length === 0 ? { settledRevision: revision } : {}),
  });
}

/** A launch brings addresses and enrolments up to date; it unlocks nothing and settles nothing. */
function stoppedOf(columns: readonly PublishedColumn[], revision: number): Publication['stopped'] {
  const codes = columns
    .map((column) => troubleNow(column, revision))
    .filter((trouble) => trouble !== null && trouble.nextTryAt === null)
    .map((trouble) => trouble?.code);
  if (codes.length === 0) return null;
  const byLaunch = ['noColumn', 'columnGone', 'learnerGone', 'notAllowed', 'refused', 'noUnits'];
  return codes.some((code) => code !== undefined && byLaunch.includes(code)) ? 'untilLaunch' : 'untilAsked';
}
