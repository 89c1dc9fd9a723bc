import type { PersonId } from '../../../shared/domain/ids.ts';
import { roleHint } from '../../../shared/domain/roles.ts';
import { rosterTexts } from '../../../shared/texts/publishing.ts';
import { roleOf } from '../current-role.ts';
import { ensurePerson } from '../ensure-person.ts';
import type { Member, RosterService } from '../lti-ports.ts';
import type { Membership } from '../membership.ts';
import type { Tenant } from '../place-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from '../ports.ts';
import { enrolListed } from './enrol-listed.ts';
import { inParallel } from './in-parallel.ts';
import type { ListedPerson, Roster } from './roster-ports.ts';

export type RosterDeps = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly roster: RosterService;
};
/** What a reading came to; the reason is in plain words. */
export type RosterReading =
  | { readonly kind: 'read'; readonly members: number }
  | { readonly kind: 'fault'; readonly reason: string };

/**
 * Reads the platform's list of a context's people and follows it: who is new appears, with an enrolment where they are learners;
 * names and roles follow; who is not on it any more has left, with everything they did kept.
 * A launch outranks the list, a manager's setting outranks both. A list that cannot be read changes nothing, and neither does
 * an empty one: whoever launched is somewhere.
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0
 */
export async function readRoster(
  deps: RosterDeps,
  tenant: Tenant,
  roster: Roster,
  signal?: AbortSignal,
): Promise<RosterReading> {
  const { tenantId, contextId } = roster;
  const all = await membersOf(deps, tenant, roster, signal);
  if (!Array.isArray(all)) return { kind: 'fault', reason: all.reason };
  const listed = all.filter((member) => member.active);
  if (listed.length === 0) return { kind: 'fault', reason: rosterTexts.empty };
  const people = await peopleOf(deps, tenantId, listed);
  const before = new Map((await deps.stores.rosters.members(roster)).map((member) => [member.personId, member]));
  const here = new Map<PersonId, Membership>();
  await inParallel(listed, async (member) => {
    const person = people.get(member.userId);
    if (person === undefined) return;
    const rosterRole = roleHint(member.roles);
    const known = before.get(person.id);
    // Somebody of whom the platform says nothing that we know, and who never came, is nobody here.
    if (rosterRole === null && known === undefined) return;
    const membership = {
      ...(known ?? { ...nothing, tenantId, contextId, personId: person.id }),
      rosterRole,
      leftAt: null,
    };
    here.set(person.id, membership);
    if (known?.rosterRole !== rosterRole || known.leftAt) await deps.stores.rosters.list(membership);
  });
  // Who was never on the list cannot have left it: a Moodle's administrators launch and are never listed.
  const left = [...before.values()].filter(
    ({ personId, rosterRole, leftAt }) => !here.has(personId) && rosterRole !== null && !leftAt,
  );
  await deps.stores.rosters.leave(
    roster,
    left.map(({ personId }) => personId),
    instantOf(deps.clock),
  );
  const { roleMapping } = await deps.stores.centre.settings(tenantId);
  const isLearner = (member: Membership) => roleOf(member, roleMapping) === 'learner';
  const learners = [...here.values()].filter(isLearner).map(({ personId }) => personId);
  const gone = [...before.values()]
    .filter(({ personId }) => !here.has(personId))
    .filter(({ leftAt, rosterRole }) => leftAt || rosterRole);
  await enrolListed(deps, roster, learners, new Set(gone.map(({ personId }) => personId)));
  return { kind: 'read', members: listed.length };
}

const nothing = { setRole: null, launchRole: null, rosterRole: null } as const;

/** The list; where names are missing from it, those that the platform gives for one of the context's links. */
async function membersOf(
  { roster: service }: RosterDeps,
  { issuer, clientId }: Tenant,
  roster: Roster,
  signal?: AbortSignal,
) {
  const { membershipsUrl, lmsResourceLinkId } = roster;
  const all = await service.members({ issuer, clientId, membershipsUrl }, signal);
  if (!Array.isArray(all) || all.every(({ active, name }) => !active || name !== null)) return all;
  const url = new URL(membershipsUrl);
  if (url.searchParams.has('rlid')) return all;
  url.searchParams.set('rlid', lmsResourceLinkId);
  const ofLink = await service.members({ issuer, clientId, membershipsUrl: url.href }, signal);
  if (!Array.isArray(ofLink)) return all;
  const named = new Map(ofLink.map((member) => [member.userId, member]));
  return all.map((member): Member => {
    const { name, givenName, familyName } = named.get(member.userId) ?? member;
    return member.name === null ? { ...member, name, givenName, familyName } : member;
  });
}

/** The people of a list by LTI `sub`; whoever is new is made, and names follow. */
async function peopleOf(
  deps: RosterDeps,
  tenantId: Tenant['id'],
  listed: readonly Member[],
): Promise<Map<string, ListedPerson>> {
  const ids = listed.map(({ userId }) => userId);
  const people = new Map((await deps.stores.rosters.peopleByLmsUser(tenantId, ids)).map((one) => [one.lmsUserId, one]));
  const differs = ({ userId, name, givenName }: Member): boolean => {
    const known = people.get(userId);
    const follows = (now: string | null, then: string | null) => now === null || now === then;
    return known === undefined || !follows(name, known.name) || !follows(givenName, known.givenName);
  };
  await inParallel(listed.filter(differs), async ({ userId, name, givenName }) => {
    people.set(userId, await ensurePerson(deps, tenantId, { sub: userId, name, givenName }));
  });
  return people;
}
