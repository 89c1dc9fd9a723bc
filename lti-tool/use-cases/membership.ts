import type { ContextId, PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Role } from '../../shared/domain/roles.ts';

/** A person in a context: what each source says of their role. */
export type Membership = {
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly personId: PersonId;
  readonly setRole: Role | null;
  readonly launchRole: Role | null;
  readonly rosterRole: Role | null;
  /** Since when the platform's list has not had them any more. Absent or null: they are here. */
  readonly leftAt?: Instant | null;
  /** The platform's groups that the last launch named; absent before the first. */
  readonly launchGroups?: readonly string[];
  readonly lastLaunchAt?: Instant;
};
