import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { roleOf } from '../current-role.ts';
import { Failure, found } from '../failure.ts';
import type { Membership } from '../membership.ts';
import { namesOf } from '../names.ts';
import type { Clock, Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { entryBy } from './entry-by.ts';
import { requireManager } from './require-manager.ts';

type Deps = { readonly stores: Pick<Stores, 'people' | 'centre'>; readonly clock: Clock };

/** Everybody in the manager's context: what the platform says of them, what a manager set, and what they act as. */
export async function viewPeople({ stores }: Deps, principal: Principal) {
  requireManager(principal);
  const { tenantId, contextId } = principal;
  const [members, { roleMapping }] = await Promise.all([
    stores.centre.members(tenantId, contextId),
    stores.centre.settings(tenantId),
  ]);
  const nameOf = await namesOf(
    stores,
    tenantId,
    members.map((member) => member.personId),
  );
  const people = members.map((member) => ({
    person: nameOf(member.personId),
    role: roleOf(member, roleMapping),
    setRole: member.setRole,
    launchRole: member.launchRole,
    rosterRole: member.rosterRole,
    groups: [...(member.launchGroups ?? [])],
    lastLaunchAt: member.lastLaunchAt ?? null,
  }));
  people.sort((a, b) => a.person.name.localeCompare(b.person.name, 'en-GB'));
  return { people };
}

const attempts = 5;

/**
 * Sets what somebody acts as in the manager's context; null follows the platform again. It works at that person's next
 * call. There is always a manager left: the last one cannot take the role from themselves.
 * @throws Failure roleNotAllowed, notFound, lastManager, conflict
 */
export async function changeRole(deps: Deps, principal: Principal, personId: PersonId, role: Role | null) {
  requireManager(principal);
  const { stores, clock } = deps;
  const { tenantId, contextId } = principal;
  const key = { tenantId, contextId, personId };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const member = found(await stores.people.membership(tenantId, contextId, personId));
    const before = member.setRole;
    if (before === role) return;
    if (!(await leavesManager(deps, principal, { ...member, setRole: role }))) throw new Failure('lastManager');
    const entry = entryBy(principal, clock, { kind: 'role', personId, before, after: role });
    if (!(await stores.centre.changeRole(key, before, role, entry))) continue;
    // Two managers who step down at the same moment each saw the other: whoever finds nobody left steps back.
    if (await leavesManager(deps, principal, { ...member, setRole: role })) return;
    const back = entryBy(principal, clock, { kind: 'role', personId, before: role, after: before });
    await stores.centre.changeRole(key, role, before, back);
    throw new Failure('lastManager');
  }
  throw new Failure('conflict');
}

/** Whether somebody is a manager of the context once `changed` is as given. */
async function leavesManager({ stores }: Deps, { tenantId, contextId }: Principal, changed: Membership) {
  const [members, { roleMapping }] = await Promise.all([
    stores.centre.members(tenantId, contextId),
    stores.centre.settings(tenantId),
  ]);
  const others = members.filter((member) => member.personId !== changed.personId);
  return [changed, ...others].some((member) => roleOf(member, roleMapping) === 'manager');
}
