import type { ContextId, EnrolmentId, PersonId, QualificationId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Membership } from '../membership.ts';

/** The platform's list of a context's people: where it is, and how it stands. */
export type Roster = {
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly membershipsUrl: string;
  /** A resource link of the context: some platforms give names only to those who ask for one link's people. */
  readonly lmsResourceLinkId: string;
  readonly dueAt: Instant;
  /** Somebody reads it until then. */
  readonly claimedUntil: Instant | null;
  readonly readAt: Instant | null;
  /** Why it could not be read last time; null where it could. */
  readonly fault: string | null;
};
type Place = Pick<Roster, 'tenantId' | 'contextId'>;

/** A person as far as a list tells of them. */
export type ListedPerson = {
  readonly id: PersonId;
  readonly lmsUserId: string;
  readonly name: string | null;
  readonly givenName: string | null;
};

/** What the application keeps of rosters. */
export type RosterStore = {
  /** Notes where a context's list is, and asks for it to be read at that time where it is not due sooner. */
  ask(
    roster: Pick<Roster, 'tenantId' | 'contextId' | 'membershipsUrl' | 'lmsResourceLinkId'>,
    at: Instant,
  ): Promise<void>;
  /** Asks for a list that is known to be read again. */
  askAgain(place: Place, at: Instant): Promise<void>;
  find(place: Place): Promise<Roster | null>;
  /** Takes one list of all tenants that is due and was not read after `notSince`; one caller at a time has it. */
  take(now: Instant, until: Instant, notSince: Instant): Promise<Roster | null>;
  settle(place: Place, change: Pick<Roster, 'dueAt' | 'fault'> & Partial<Pick<Roster, 'readAt'>>): Promise<void>;
  peopleByLmsUser(tenantId: TenantId, lmsUserIds: readonly string[]): Promise<ListedPerson[]>;
  members(place: Place): Promise<Membership[]>;
  /** Notes what the list says of a member, who is here. */
  list(member: Pick<Membership, 'tenantId' | 'contextId' | 'personId' | 'rosterRole'>): Promise<void>;
  /** Notes who is not on the list any more. All that they did stays. */
  leave(place: Place, people: readonly PersonId[], at: Instant): Promise<void>;
  enrolled(place: Place, qualificationId: QualificationId): Promise<Enrolled[]>;
};
export type Enrolled = { readonly id: EnrolmentId; readonly learnerId: PersonId; readonly notEnrolled: boolean };
