import type { ContextId, PersonId, ResourceLinkId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Membership } from './membership.ts';

export type Person = {
  readonly id: PersonId;
  readonly tenantId: TenantId;
  /** The LTI `sub`. */
  readonly lmsUserId: string;
  /** Null where the platform withholds names. */
  readonly name: string | null;
  readonly givenName: string | null;
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

/** What a launch says of a person in a context. */
export type LaunchFacts = { readonly role: Role | null; readonly groups: readonly string[]; readonly at: Instant };

export type Absentee = { readonly personId: PersonId; readonly left: boolean; readonly neverOpened: boolean };

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
  /** Who is not on the platform's list any more, and who is on it and has never launched. */
  absentOf(tenantId: TenantId, contextId: ContextId): Promise<Absentee[]>;
};

export type SessionStore = {
  insert(session: Session): Promise<void>;
  /** The session, where it has not expired. */
  find(tokenHash: string, now: Instant): Promise<Session | null>;
  extend(tokenHash: string, expiresAt: Instant): Promise<void>;
  remove(tokenHash: string): Promise<void>;
};
