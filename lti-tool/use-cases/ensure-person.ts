import { type PersonId, parseId, type TenantId } from '../../shared/domain/ids.ts';
import { defaultRoleMapping } from '../../shared/domain/roles.ts';
import type { ContentRequest, Launch, LaunchPerson } from './launch.ts';
import type { Person } from './people-ports.ts';
import type { Tenant } from './place-ports.ts';
import type { Crypto, Stores } from './ports.ts';

type Deps = { readonly stores: Pick<Stores, 'tenants' | 'people'>; readonly crypto: Crypto };

/** The tenant of a verified message: made, or its names brought up to date. */
export const ensureTenant = ({ stores, crypto }: Deps, message: Launch | ContentRequest): Promise<Tenant> =>
  stores.tenants.ensure({
    id: parseId<TenantId>(crypto.newId()),
    registrationId: message.registrationId,
    issuer: message.issuer,
    clientId: message.clientId,
    deploymentId: message.deploymentId,
    name: message.platformName ?? message.issuer,
    roleMapping: defaultRoleMapping,
  });

/** A person that the platform names: made, or their names brought up to date. */
export const ensurePerson = (
  { stores, crypto }: Deps,
  tenantId: TenantId,
  { sub, name, givenName }: Omit<LaunchPerson, 'familyName'>,
): Promise<Person> =>
  stores.people.upsert({ id: parseId<PersonId>(crypto.newId()), tenantId, lmsUserId: sub, name, givenName });
