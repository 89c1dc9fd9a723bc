import type { ContextId, EnrolmentId, PersonId, QualificationId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Progress } from '../../shared/domain/progress.ts';
import type { ColumnKey, Publication, PublicationChange, PublishedColumn } from './publishing/publication.ts';

/** A learner on a qualification in a context. */
export type Enrolment = {
  readonly id: EnrolmentId;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly qualificationId: QualificationId;
  readonly learnerId: PersonId;
  readonly unitRefs: readonly string[];
  readonly assessorIds: readonly PersonId[];
  readonly progress: Progress;
  /** Marks set before evidence is written; progress is fresh when `freshMark` equals it. */
  readonly staleMark: number;
  readonly freshMark: number;
  /** Grows when confirmed or total changes: the score to publish. */
  readonly progressRevision: number;
  readonly publication: Publication;
};

export type LeaseRequest = {
  readonly owner: string;
  readonly now: Instant;
  readonly until: Instant;
  /** A lease or a wait that ends later than this was made by a clock that has been put back since. */
  readonly farthest: Instant;
  /** Evidence changed after this moment: more changes may follow, to be told in the same score. */
  readonly quietSince: Instant;
  readonly limit: number;
  readonly exceptTenants: readonly TenantId[];
};

export type PublishAgain = {
  readonly contextId: ContextId;
  readonly qualificationId: QualificationId;
  /** Only these; all of the context without. */
  readonly ids?: readonly EnrolmentId[];
  /** Only those that have nothing on the way and something to send. */
  readonly settledOnly?: boolean;
  /** Only those that have something to send. */
  readonly startedOnly?: boolean;
};

export type ColumnChange = Partial<PublishedColumn> & { readonly seenTimestamp: Instant | null };

/** What there is one enrolment of. */
export type EnrolmentKey = Pick<Enrolment, 'tenantId' | 'contextId' | 'qualificationId' | 'learnerId'>;

export type EnrolmentOverview = Pick<Enrolment, 'id' | 'learnerId' | 'assessorIds' | 'progress'>;

export type EnrolmentStore = {
  /** Finds by tenant, context, qualification and learner, or creates. */
  ensure(enrolment: Enrolment): Promise<Enrolment>;
  find(tenantId: TenantId, id: EnrolmentId): Promise<Enrolment | null>;
  ofLearner(key: EnrolmentKey): Promise<Enrolment | null>;
  /** The id of a learner's enrolment, without reading their progress. */
  findId(key: EnrolmentKey): Promise<EnrolmentId | null>;
  ofContext(tenantId: TenantId, contextId: ContextId, qualificationId: QualificationId): Promise<Enrolment[]>;
  addUnits(tenantId: TenantId, id: EnrolmentId, unitRefs: readonly string[]): Promise<void>;
  /** What lists and the matrix tell of every learner of a context. */
  overviewsOf(tenantId: TenantId, contextId: ContextId, qualificationId: QualificationId): Promise<EnrolmentOverview[]>;
  /** Makes progress computed before now too old to be written; returns the mark, or null where there is no such enrolment. */
  markStale(tenantId: TenantId, id: EnrolmentId): Promise<number | null>;
  /** Writes progress made from evidence read after `mark`; false where a newer mark came between. */
  writeProgress(
    tenantId: TenantId,
    id: EnrolmentId,
    progress: Progress,
    mark: number,
    scoreChanged: boolean,
  ): Promise<boolean>;
  /** Of all tenants: leases enrolments whose score is due and whose evidence has been quiet for a moment. */
  leaseDue(request: LeaseRequest): Promise<Enrolment[]>;
  /** Writes the publication while the lease is still held; false where it was lost. */
  recordPublication(tenantId: TenantId, id: EnrolmentId, owner: string, change: PublicationChange): Promise<boolean>;
  /** Lets scores that were stopped until a launch be tried again: it brought the context's addresses up to date. */
  resumePublishing(tenantId: TenantId, contextId: ContextId): Promise<void>;
  /** Makes scores due once more, though nothing is new. Returns how many. */
  publishAgain(tenantId: TenantId, which: PublishAgain): Promise<number>;
  /** Changes a column beside the publisher; false where a score was sent since `lastTimestamp` was read. */
  changePublished(tenantId: TenantId, id: EnrolmentId, key: ColumnKey, change: ColumnChange): Promise<boolean>;
  /** Notes who is, or is no longer, a learner of the context for the platform. */
  setNotEnrolled(tenantId: TenantId, ids: readonly EnrolmentId[], notEnrolled: boolean): Promise<void>;
  /** The most criteria that a learner of the context has in their chosen units. */
  largestTotal(tenantId: TenantId, contextId: ContextId, qualificationId: QualificationId): Promise<number>;
  /** Every enrolment of all tenants, one by one. */
  each(visit: (enrolment: Enrolment) => Promise<void>): Promise<void>;
};
