import { type ContextId, parseId, type TenantId } from '../../shared/domain/ids.ts';
import { defaultRoleMapping, type Role } from '../../shared/domain/roles.ts';
import { ensurePerson } from './ensure-person.ts';
import type { Registration } from './lti-ports.ts';
import type { Crypto, Stores } from './ports.ts';

export type RoleSetting = {
  readonly deploymentId: string;
  readonly lmsContextId: string;
  /** The LTI `sub`. */
  readonly lmsUserId: string;
  readonly role: Role;
};

type Deps = { readonly stores: Pick<Stores, 'tenants' | 'people' | 'places'>; readonly crypto: Crypto };

/**
 * Sets a person's role in a context, which outranks what launches say. The person and the context may not have
 * launched yet: they are made, and their first launch finds them.
 */
export async function setRole(
  { stores, crypto }: Deps,
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
  await stores.people.setRole({ tenantId, contextId: context.id, personId: person.id }, setting.role);
}
