import type { ContextId, PersonId, TenantId } from '../../shared/domain/ids.ts';
import { effectiveRole, type Role, type RoleMapping } from '../../shared/domain/roles.ts';
import type { Membership } from './membership.ts';
import type { Stores } from './ports.ts';

/** What a member acts as, by the centre's mapping. */
export const roleOf = (member: Membership, mapping: RoleMapping): Role | null =>
  effectiveRole(
    { set: member.setRole, launch: member.launchRole, roster: member.rosterRole, groups: member.launchGroups ?? [] },
    mapping,
  );

/** What somebody acts as in a context now: a manager's change works at the next call. */
export async function currentRole(
  stores: Pick<Stores, 'people' | 'centre'>,
  tenantId: TenantId,
  contextId: ContextId,
  personId: PersonId,
): Promise<Role | null> {
  const [member, roleMapping] = await Promise.all([
    stores.people.membership(tenantId, contextId, personId),
    stores.centre.roleMapping(tenantId),
  ]);
  // Who is not in the course any more has no business there.
  return member === null || member.leftAt ? null : roleOf(member, roleMapping);
}
