import type { Score } from '../../../shared/domain/score.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import type { Columns } from './bring-column.ts';
import type { Destination } from './destinations.ts';
import { type ColumnKey, type PublishedColumn, type PublishedPoints, troubleNow } from './publication.ts';
import type { PublishDeps } from './publish-deps.ts';
import type { ResultReader } from './result-reader.ts';
import type { RosterReader } from './roster-reader.ts';
import type { TakeTurn } from './turns.ts';
import { type PlatformHealth, troubleAfter, type Verdict } from './verdicts.ts';

/** One column of a leased enrolment, to be brought up to date. */
export type Sending = {
  readonly enrolment: Enrolment;
  readonly owner: string;
  readonly to: Destination;
  readonly unitRef: string | null;
  readonly key: ColumnKey;
  readonly column: PublishedColumn;
  readonly score: Score;
  /** Several scores of this column are about to be sent. */
  readonly many: boolean;
};
export type Sent = {
  readonly change: Partial<PublishedColumn>;
  readonly health: PlatformHealth;
  readonly retryAfterMs: number | null;
  /** Too soon: nothing happened, and nothing should before then. */
  readonly notBefore?: string;
  /** The lease was lost: nothing may be written. */
  readonly lost?: boolean;
};
export type SendDeps = PublishDeps & {
  readonly columns: Columns;
  readonly results: ResultReader;
  readonly rosterReader: RosterReader;
  readonly turn: TakeTurn;
};

/** The gradebook holds this: nothing is left to do for the revision. */
export const settledAs = (revision: number, published: PublishedPoints): Sent => ({
  change: {
    ...{ publishedRevision: revision, published, lastTimestamp: published.at, sending: null },
    ...{ trouble: null, found: null, hold: null },
  },
  health: 'up',
  retryAfterMs: null,
});

/** A try that failed, with the next one or none. */
export function failed(deps: SendDeps, { column, enrolment }: Sending, verdict: Verdict): Sent {
  const trouble = troubleAfter(
    deps,
    troubleNow(column, enrolment.progressRevision),
    enrolment.progressRevision,
    verdict,
  );
  return {
    change: { trouble },
    health: verdict.health ?? 'untouched',
    retryAfterMs: verdict.retryAfterMs ?? null,
  };
}
