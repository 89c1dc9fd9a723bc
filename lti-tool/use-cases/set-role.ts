import { type ContextId, parseId, type TenantId } from '../../shared/domain/ids.ts';
import { defaultRoleMapping, type Role } from '../../shared/domain/roles.ts';
import { ensurePerson } from './ensure-person.ts';
import { Failure } from './failure.ts';
import type { Registration } from './lti-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from './ports.ts';

export type RoleSetting = {
  readonly deploymentId: string;
  readonly lmsContextId: string;
  /** The LTI `sub`. */
  readonly lmsUserId: string;
  readonly role: Role;
};

type Deps = {
  readonly stores: Pick<Stores, 'tenants' | 'people' | 'places' | 'centre'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
};

/**
 * Sets a person's role in a context, which outranks what launches say. The person and the context may not have
 * launched yet: they are made, and their first launch finds them.
 * @throws Failure conflict where somebody else set it at the same moment
 */
export async function setRole(
  { stores, clock, crypto }: Deps,
  registration: Pick<Registration, 'id' | 'issuer' | 'clientId' | 'name'>,
  setting: RoleSetting,
): Promise<void> {
  const tenant = await stores.tenants.ensure({
    id: parseId<TenantId>(crypto.newId()),
    registrationId: registration.id,
    issuer: registration.issuer,
    clientId: registration.clientId,
    deploymentId: setting.deploymentId,
    name: registration.name,
    roleMapping: defaultRoleMapping,
  });
  const tenantId = tenant.id;
  const unnamed = { sub: setting.lmsUserId, name: null, givenName: null };
  const person = await ensurePerson({ stores, crypto }, tenantId, unnamed);
  const context =
    (await stores.places.findContextByLmsId(tenantId, setting.lmsContextId)) ??
    (await stores.places.upsertContext({
      id: parseId<ContextId>(crypto.newId()),
      tenantId,
      lmsContextId: setting.lmsContextId,
      title: setting.lmsContextId,
    }));
  const key = { tenantId, contextId: context.id, personId: person.id };
  const { setRole: before } = await stores.people.ensureMember(key);
  if (before === setting.role) return;
  const change = { kind: 'role', personId: person.id, before, after: setting.role } as const;
  const entry = { at: instantOf(clock), byId: null, actingAs: null, origin: 'system', change } as const;
  if (!(await stores.centre.changeRole(key, before, setting.role, entry))) throw new Failure('conflict');
}
