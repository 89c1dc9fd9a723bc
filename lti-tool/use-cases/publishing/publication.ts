import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { ScoreTrouble } from '../../../shared/domain/score-trouble.ts';

/** One gradebook column of an enrolment: of the whole qualification or of a unit. Fit for a path in a document. */
export type ColumnKey = string;

const unitPrefix = 'unit-';

export const columnKeyOf = (unitRef: string | null): ColumnKey =>
  unitRef === null ? 'whole' : unitPrefix + Buffer.from(unitRef).toString('base64url');

/** The unit of a column; null for that of the whole qualification. */
export const unitRefOf = (key: ColumnKey): string | null =>
  key.startsWith(unitPrefix) ? Buffer.from(key.slice(unitPrefix.length), 'base64url').toString() : null;

export type Points = { readonly scoreGiven: number; readonly scoreMaximum: number };

/** What the platform accepted: when, and what its column's maximum was then, where known. */
export type PublishedPoints = Points & { readonly at: Instant; readonly columnMaximum: number | null };

/** A try that failed. It counts only while the enrolment's progress revision is the one it was made for. */
export type Trouble = {
  readonly revision: number;
  readonly code: ScoreTrouble;
  /** What the platform did, in plain words. */
  readonly reason: string;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  readonly at: Instant;
  readonly attempts: number;
  /** Null: stopped until a person does something. */
  readonly nextTryAt: Instant | null;
};

/** A grade of the platform that is not what was published. */
export type FoundGrade = {
  /** Null where the gradebook has no grade. */
  readonly score: number | null;
  readonly maximum: number | null;
  readonly at: Instant;
};

/** What one column of the gradebook was told, and what is being tried. */
export type PublishedColumn = {
  /** The enrolment's progress revision that the platform has accepted; 0: none yet. */
  readonly publishedRevision: number;
  readonly published: PublishedPoints | null;
  /** Timestamp of the last score sent, whether it arrived or not: the next must be a second later. */
  readonly lastTimestamp: Instant | null;
  /** Sent with `lastTimestamp`, its answer not known: the gradebook may hold this as well. */
  readonly sending: Points | null;
  readonly trouble: Trouble | null;
  readonly found: FoundGrade | null;
  /** `asked`: a manager has to choose between the gradebook's grade and ours; `theirs`: they chose the gradebook's. */
  readonly hold: 'asked' | 'theirs' | null;
  /** The manager chose ours: it is sent whatever the gradebook holds, until a look there finds ours. */
  readonly overwrite: boolean;
  /** Who settled a grade changed by hand, and how. */
  readonly chosen: { readonly byId: PersonId; readonly at: Instant; readonly keep: 'theirs' | 'ours' } | null;
  /** How often in a row the platform accepted a score and did not keep it. */
  readonly drops: number;
  /** The line item that took a score as a submission, and when that was handed in. Absent or null: none. */
  readonly submission?: { readonly lineItemUrl: string; readonly at: Instant } | null;
};

/** What the LMS gradebook was told of an enrolment, and who is at work on it. */
export type Publication = {
  readonly leaseOwner: string | null;
  readonly leaseUntil: Instant | null;
  /** The soonest try of a column that is due; null: now. */
  readonly nextTryAt: Instant | null;
  /** When `nextTryAt` was set; ahead of the clock where that has stepped back since. */
  readonly waitingSince: Instant | null;
  /** Some column is stopped: until a launch brings addresses up to date, or until somebody asks. */
  readonly stopped: 'untilLaunch' | 'untilAsked' | null;
  /** The platform's roster does not have the learner any more. */
  readonly notEnrolled: boolean;
  readonly columns: Readonly<Record<ColumnKey, PublishedColumn>>;
};

/** What a publisher writes while it holds the lease; what is not named stays. */
export type PublicationChange = Partial<Omit<Publication, 'columns'>> & {
  readonly columns?: Readonly<Record<ColumnKey, Partial<PublishedColumn>>>;
  /** Nothing is left to do for this progress revision, unless new progress came meanwhile. */
  readonly settledRevision?: number;
};

export const unpublishedColumn: PublishedColumn = {
  publishedRevision: 0,
  published: null,
  lastTimestamp: null,
  sending: null,
  trouble: null,
  found: null,
  hold: null,
  overwrite: false,
  chosen: null,
  drops: 0,
};

export const noPublication: Publication = {
  leaseOwner: null,
  leaseUntil: null,
  nextTryAt: null,
  waitingSince: null,
  stopped: null,
  notEnrolled: false,
  columns: {},
};

/** The trouble of the current revision; null where progress has gone on since. */
export const troubleNow = (column: PublishedColumn, revision: number): Trouble | null =>
  column.trouble?.revision === revision ? column.trouble : null;

/** True where there is nothing to do for this revision: published, stopped, or a person has to choose. */
export function isSettled(column: PublishedColumn, revision: number): boolean {
  const trouble = troubleNow(column, revision);
  return (
    column.publishedRevision === revision || column.hold !== null || (trouble !== null && trouble.nextTryAt === null)
  );
}

/** Units that still show a score of ours though nobody wants one there any more; not what a person settled by hand. */
export const droppedUnits = (
  columns: Publication['columns'],
  wanted: ReadonlyArray<string | null>,
): Array<{ readonly unitRef: string; readonly column: PublishedColumn }> =>
  Object.entries(columns).flatMap(([key, column]) => {
    const unitRef = unitRefOf(key);
    const shows = column.published !== null && column.hold === null;
    return unitRef !== null && shows && !wanted.includes(unitRef) ? [{ unitRef, column }] : [];
  });
