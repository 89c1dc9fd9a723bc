import type { ContextId, EnrolmentId, PersonId, QualificationId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Score } from '../../../shared/domain/score.ts';

/** A gradebook column of a context and qualification, as far as it is known. */
export type GradebookColumn = {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly qualificationId: QualificationId;
  /** Null: the column of the whole qualification. */
  readonly unitRef: string | null;
  readonly lineItemUrl: string | null;
  /** An address that answered 404: it is not used again. */
  readonly lostUrl: string | null;
  /** `link`: the platform's own for the activity; `made`: found or made by this tool. */
  readonly origin: 'link' | 'made' | null;
  /** The name that this tool gave it; null where the LMS or a teacher named it, which then stays. */
  readonly label: string | null;
  /** The column's maximum as the platform last said; null: to be asked. */
  readonly maximum: number | null;
  /** A maximum that the platform did not let this tool set; it scales scores to its own. */
  readonly refusedMaximum: number | null;
  /** Somebody is making the column until then. */
  readonly claimedUntil: Instant | null;
  readonly checkedAt: Instant | null;
  readonly checkDueAt: Instant;
  /** Why the last check could not be made; null where it could. */
  readonly checkFault: string | null;
};
export type ColumnPlace = Pick<GradebookColumn, 'tenantId' | 'contextId' | 'qualificationId' | 'unitRef'>;

/** One score that was sent, for the record: what, when, and what came of it. */
export type ScoreRecord = {
  readonly tenantId: TenantId;
  readonly enrolmentId: EnrolmentId;
  readonly learnerId: PersonId;
  readonly unitRef: string | null;
  readonly timestamp: Instant;
  /** Null: the grade was taken back. */
  readonly scoreGiven: number | null;
  readonly scoreMaximum: number;
  /** Null for a score whose answer never came: what was said then is not kept. */
  readonly comment: Score['comment'] | null;
  readonly answer: 'accepted' | 'retry' | 'stale' | 'lineItemGone' | 'refused' | 'unknown';
  readonly status: number | null;
  readonly reason: string | null;
};

/** What publishing keeps beside the enrolments. */
export type PublishingStore = {
  /** The column of a place, made empty at first. */
  column(place: ColumnPlace, checkDueAt: Instant): Promise<GradebookColumn>;
  columnsOf(tenantId: TenantId, contextId: ContextId, qualificationId: QualificationId): Promise<GradebookColumn[]>;
  changeColumn(column: Pick<GradebookColumn, 'tenantId' | 'id'>, change: Partial<GradebookColumn>): Promise<void>;
  /** Of many callers one may make the column until `until`. */
  claimColumn(column: Pick<GradebookColumn, 'tenantId' | 'id'>, now: Instant, until: Instant): Promise<boolean>;
  /** Takes one column of all tenants whose check is due, and sets the next check. */
  takeCheck(now: Instant, next: Instant, exceptTenants: readonly TenantId[]): Promise<GradebookColumn | null>;
  /** Asks for a check of a context's columns at that time, where none is due sooner. */
  askCheck(tenantId: TenantId, contextId: ContextId, at: Instant): Promise<void>;
  /** Adds to the record; the same score twice is one entry, the first. */
  addRecord(record: ScoreRecord): Promise<void>;
  /** Newest first. */
  recordsOf(tenantId: TenantId, enrolmentId: EnrolmentId, limit: number): Promise<ScoreRecord[]>;
  /** Tenants whose publishing is paused. */
  paused(): Promise<Array<{ readonly tenantId: TenantId; readonly since: Instant }>>;
  setPaused(tenantId: TenantId, since: Instant | null): Promise<void>;
};
