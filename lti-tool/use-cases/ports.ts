import type { Evidence } from '../../shared/domain/evidence.ts';
import type {
  ContextId,
  EnrolmentId,
  EvidenceId,
  PersonId,
  QualificationId,
  ResourceLinkId,
  TenantId,
} from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Progress } from '../../shared/domain/progress.ts';
import type { Qualification, Specification } from '../../shared/domain/qualification.ts';
import type { Role, RoleMapping } from '../../shared/domain/roles.ts';
import type { ActStore } from './act-store.ts';
import type { CentreStore } from './centre/centre-store.ts';
import type { QualificationUses } from './content/content-ports.ts';
import type { ExtensionStore } from './extension/extension-ports.ts';
import type { Membership } from './membership.ts';
import type { PersonalStore } from './person/personal-store.ts';
import type { ColumnKey, Publication, PublicationChange, PublishedColumn } from './publishing/publication.ts';
import type { PublishingStore } from './publishing/publishing-store.ts';
import type { SamplingStore } from './quality/sampling-store.ts';
import type { RosterStore } from './roster/roster-ports.ts';
import type { UploadStore } from './uploads/upload-store.ts';

export type Clock = { now(): number };
export const instantOf = (clock: Clock): Instant => new Date(clock.now()).toISOString();

/** One LTI registration with one deployment: the wall between centres. */
export type Tenant = {
  readonly id: TenantId;
  readonly registrationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly name: string;
  readonly roleMapping: RoleMapping;
};

export type Person = {
  readonly id: PersonId;
  readonly tenantId: TenantId;
  /** The LTI `sub`. */
  readonly lmsUserId: string;
  /** Null where the platform withholds names. */
  readonly name: string | null;
  readonly givenName: string | null;
};

export type Context = {
  readonly id: ContextId;
  readonly tenantId: TenantId;
  readonly lmsContextId: string;
  readonly title: string;
};

export type ResourceLink = {
  readonly id: ResourceLinkId;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly lmsResourceLinkId: string;
  readonly title: string;
  readonly qualificationId: QualificationId | null;
  readonly lineItemUrl: string | null;
  readonly lineItemsUrl: string | null;
  readonly membershipsUrl: string | null;
  /** The platform's product_family_code, such as "canvas". Absent: not said. */
  readonly product?: string | null;
  /** One gradebook column for the whole qualification, or one more for each unit. Absent: one. */
  readonly scoreColumns?: ScoreColumns;
  /** The units that learners who start here work on. Absent or null: all. */
  readonly unitRefs?: readonly string[] | null;
  /** Where the link's own gradebook column is that of one unit. */
  readonly unitRef?: string | null;
};
/** What a launch says of a link; what it does not speak of stays. */
export type LaunchedLink = Pick<ResourceLink, 'id' | 'tenantId' | 'contextId' | 'lmsResourceLinkId'> &
  Partial<Pick<ResourceLink, 'lineItemUrl' | 'lineItemsUrl' | 'membershipsUrl' | 'product'>> & {
    readonly title: string | null;
  };
export type ScoreColumns = 'one' | 'units';

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

export type Session = {
  /** SHA-256 of the token: the token itself is never kept. */
  readonly tokenHash: string;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly contextId: ContextId;
  readonly resourceLinkId: ResourceLinkId;
  /** BCP 47; null where the LMS did not say. */
  readonly locale: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

export type TenantStore = {
  ensure(tenant: Tenant): Promise<Tenant>;
  find(tenantId: TenantId): Promise<Tenant | null>;
  findByDeployment(registrationId: string, deploymentId: string): Promise<Tenant | null>;
};

/** What a launch says of a person in a context. */
export type LaunchFacts = { readonly role: Role | null; readonly groups: readonly string[]; readonly at: Instant };

export type PeopleStore = {
  /** Finds by tenant and LMS user id, creates or brings the names up to date. A withheld name never clears a known one. */
  upsert(person: Person): Promise<Person>;
  findMany(tenantId: TenantId, ids: readonly PersonId[]): Promise<Person[]>;
  findByLmsUser(tenantId: TenantId, lmsUserId: string): Promise<Person | null>;
  recordLaunch(
    membership: Pick<Membership, 'tenantId' | 'contextId' | 'personId'>,
    launch: LaunchFacts,
  ): Promise<Membership>;
  /** Finds the membership or makes one of no role. */
  ensureMember(membership: Pick<Membership, 'tenantId' | 'contextId' | 'personId'>): Promise<Membership>;
  membership(tenantId: TenantId, contextId: ContextId, personId: PersonId): Promise<Membership | null>;
  /** The members who do not act as learners now. */
  othersOf(tenantId: TenantId, contextId: ContextId): Promise<Membership[]>;
  /** Who is not on the platform's list any more. */
  leftOf(tenantId: TenantId, contextId: ContextId): Promise<PersonId[]>;
};

export type PlaceStore = {
  /** Creates or brings the title up to date; null leaves a title as it is. */
  upsertContext(context: Omit<Context, 'title'> & { readonly title: string | null }): Promise<Context>;
  findContext(tenantId: TenantId, id: ContextId): Promise<Context | null>;
  findContextByLmsId(tenantId: TenantId, lmsContextId: string): Promise<Context | null>;
  /** Creates or brings title and service addresses up to date; keeps the qualification once chosen. */
  upsertLink(link: LaunchedLink): Promise<ResourceLink>;
  findLink(tenantId: TenantId, id: ResourceLinkId): Promise<ResourceLink | null>;
  /** Sets the qualification where none is set; returns the link as it is then. */
  chooseQualification(
    tenantId: TenantId,
    id: ResourceLinkId,
    qualificationId: QualificationId,
    more?: Pick<ResourceLink, 'unitRefs' | 'unitRef' | 'scoreColumns'>,
  ): Promise<ResourceLink | null>;
  /** Links with these ids of the platform's, in all contexts. */
  linksByLmsId(tenantId: TenantId, lmsResourceLinkIds: readonly string[]): Promise<ResourceLink[]>;
  linksOfContext(tenantId: TenantId, contextId: ContextId): Promise<ResourceLink[]>;
  chooseScoreColumns(tenantId: TenantId, id: ResourceLinkId, columns: ScoreColumns): Promise<void>;
};

export type QualificationStore = {
  /** Specifications of this installation, from which a tenant's qualifications are made. */
  specifications(): Promise<Specification[]>;
  addSpecification(specification: Specification): Promise<void>;
  /** The tenant's qualification of that number and version, copied from the installation's where it is new. */
  ensure(tenantId: TenantId, number: string, version: string | null): Promise<Qualification | null>;
  find(tenantId: TenantId, id: QualificationId): Promise<Qualification | null>;
};

/** An item without what grows long: lists and progress need none of it. */
export type EvidenceOutline = Omit<Evidence, 'history' | 'narrative'>;

export type EvidenceStore = {
  insert(evidence: Evidence): Promise<void>;
  find(tenantId: TenantId, id: EvidenceId): Promise<Evidence | null>;
  ofEnrolment(tenantId: TenantId, enrolmentId: EnrolmentId): Promise<EvidenceOutline[]>;
  /** Compare-and-set on `version`: false where somebody else was first. */
  replace(evidence: Evidence, expectedVersion: number): Promise<boolean>;
  /** Notes that progress counts this version. Each insert and replace says in the same write that it does not yet. */
  markCounted(tenantId: TenantId, id: EvidenceId, version: number): Promise<void>;
  /** Items of all tenants that progress may not count as they are: changes under way, and what a crash left. */
  uncounted(limit: number): Promise<Evidence[]>;
  /** Items of a context that this person ticked as trainee assessor. */
  tickedByTrainee(tenantId: TenantId, contextId: ContextId, traineeId: PersonId): Promise<EvidenceOutline[]>;
  /** Every item of all tenants, one by one. */
  each(visit: (item: Evidence) => Promise<void>): Promise<void>;
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

export type SessionStore = {
  insert(session: Session): Promise<void>;
  /** The session, where it has not expired. */
  find(tokenHash: string, now: Instant): Promise<Session | null>;
  extend(tokenHash: string, expiresAt: Instant): Promise<void>;
  remove(tokenHash: string): Promise<void>;
};

export type Stores = {
  readonly tenants: TenantStore;
  readonly people: PeopleStore;
  readonly places: PlaceStore;
  readonly qualifications: QualificationStore;
  readonly evidence: EvidenceStore;
  readonly enrolments: EnrolmentStore;
  readonly sessions: SessionStore;
  readonly publishing: PublishingStore;
  readonly extension: ExtensionStore;
  readonly qualificationUses: QualificationUses;
  readonly centre: CentreStore;
  readonly personal: PersonalStore;
  readonly sampling: SamplingStore;
  readonly acts: ActStore;
  readonly uploads: UploadStore;
  readonly rosters: RosterStore;
};

/** Content-addressed files. */
export type FileStore = {
  /** Largest file, in bytes. */
  readonly limit: number;
  /** Streams to disk; rejects with FileTooLarge past the limit, and leaves nothing behind then. */
  save(
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sha256: string; readonly size: number; readonly mediaType: string }>;
  /** Null where the file is missing. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** For good; nothing happens where it is gone already. */
  remove(sha256: string): Promise<void>;
  /** Keeps a part of a file that is on its way, of at most `limit` bytes; rejects with FileTooLarge past it. */
  savePart(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ readonly part: string; readonly size: number }>;
  /** The bytes of parts, one after another. */
  openParts(parts: readonly string[]): AsyncIterable<Uint8Array>;
  removeParts(parts: readonly string[]): Promise<void>;
  /** Removes parts that nobody has touched since, such as those a crash left; milliseconds since 1970. */
  sweepParts(before: number): Promise<void>;
};
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** Randomness and hashing, handed in so that use-cases are exact in tests. */
export type Crypto = {
  /** A new id, 128 bits or more. */
  newId(): string;
  /** A bearer token of 256 bits, URL-safe. */
  newToken(): string;
  sha256(text: string): string;
};
