import type { ContextId, ExtensionTokenId, PersonId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { effectiveRole, type Role } from '../../../shared/domain/roles.ts';
import { Failure } from '../failure.ts';
import type { ResourceLink } from '../place-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';

/** Who a token stands for: a person of a tenant, in whatever roles they have in each context now. */
export type ExtensionPerson = {
  readonly tokenId: ExtensionTokenId;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly expiresAt: Instant;
};
/** A role that something can wait for. */
export type WaitedFor = Extract<Role, 'assessor' | 'traineeAssessor' | 'learner'>;
export type ContextRole = { readonly contextId: ContextId; readonly role: WaitedFor };

type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

/** The use is written back at most once in this time, so that polling stays cheap. */
const noteAfter = 10 * 60_000;

/** @throws Failure pairingEnded where the token is unknown, revoked or expired */
export async function authenticateExtension(deps: Deps, value: string | null): Promise<ExtensionPerson> {
  const token =
    value === null ? null : await deps.stores.extension.findToken(deps.crypto.sha256(value), instantOf(deps.clock));
  if (token === null) throw new Failure('pairingEnded');
  const { id, tenantId, personId, expiresAt, lastUsedAt } = token;
  if (lastUsedAt === null || deps.clock.now() - Date.parse(lastUsedAt) >= noteAfter)
    await deps.stores.extension.noteUse(tenantId, id, instantOf(deps.clock));
  return { tokenId: id, tenantId, personId, expiresAt };
}

const isWaitedFor = (role: Role | null): role is WaitedFor =>
  role === 'assessor' || role === 'traineeAssessor' || role === 'learner';

/** The contexts in which something may wait for the person, each with their role there, read afresh. */
export async function contextRolesOf(
  { stores }: Pick<Deps, 'stores'>,
  { tenantId, personId }: ExtensionPerson,
): Promise<ContextRole[]> {
  const [memberships, roleMapping] = await Promise.all([
    stores.extension.rolesOf(tenantId, personId),
    stores.centre.roleMapping(tenantId),
  ]);
  return memberships.flatMap(({ contextId, ...sources }) => {
    const role = effectiveRole(sources, roleMapping);
    return isWaitedFor(role) ? [{ contextId, role }] : [];
  });
}

export type Place = { readonly principal: Principal & { readonly role: WaitedFor }; readonly link: ResourceLink };

/** The person as they act in each context and qualification there. */
export async function placesOf(
  { stores }: Pick<Deps, 'stores'>,
  person: ExtensionPerson,
  roles: readonly ContextRole[],
): Promise<Place[]> {
  const { tenantId, personId } = person;
  const places = await Promise.all(
    roles.map(async ({ contextId, role }) => {
      const links = await stores.places.linksOfContext(tenantId, contextId);
      const first = new Map(links.toReversed().map((link) => [link.qualificationId, link]));
      return [...first.values()]
        .filter((link) => link.qualificationId !== null)
        .map((link) => ({
          link,
          principal: { tenantId, personId, contextId, linkId: link.id, role, origin: 'extension' as const },
        }));
    }),
  );
  return places.flat();
}
