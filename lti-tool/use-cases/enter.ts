import {
  type ContextId,
  type EnrolmentId,
  type PersonId,
  parseId,
  type ResourceLinkId,
  type TenantId,
} from '../../shared/domain/ids.ts';
import { noProgress } from '../../shared/domain/progress.ts';
import { criteriaOfUnits, criteriaUnder, type Qualification } from '../../shared/domain/qualification.ts';
import { defaultRoleMapping, effectiveRole, roleHint } from '../../shared/domain/roles.ts';
import { rememberLmsPage } from './extension/lms-page.ts';
import type { Launch } from './launch.ts';
import {
  type Clock,
  type Crypto,
  type Enrolment,
  instantOf,
  type ResourceLink,
  type Stores,
  type Tenant,
} from './ports.ts';
import { sessionLifetime } from './principal.ts';
import { noPublication } from './publishing/publication.ts';

/** Why a verified launch still opens nothing. */
export type EntryRefusal = 'anonymousLaunch' | 'noRole';
export type Entry =
  | { readonly kind: 'entered'; readonly token: string }
  | { readonly kind: 'refused'; readonly reason: EntryRefusal };

/** The custom parameter that names the qualification of a resource link. */
export const qualificationParameter = 'cs_qualification';

type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

/**
 * Turns a verified launch into a session: the tenant, person, context and link are made or brought up to date,
 * and a learner gets their enrolment.
 */
export async function enter(deps: Deps, launch: Launch): Promise<Entry> {
  const { stores, crypto } = deps;
  if (launch.person === null) return { kind: 'refused', reason: 'anonymousLaunch' };
  const tenant = await ensureTenant(deps, launch);
  const person = await stores.people.upsert({
    id: parseId<PersonId>(crypto.newId()),
    tenantId: tenant.id,
    lmsUserId: launch.person.sub,
    name: launch.person.name,
    givenName: launch.person.givenName,
  });
  const context = await stores.places.upsertContext({
    id: parseId<ContextId>(crypto.newId()),
    tenantId: tenant.id,
    // A launch from outside any course gets a context of its own.
    lmsContextId: launch.context?.id ?? `link:${launch.resourceLink.id}`,
    title: launch.context?.title ?? launch.context?.label ?? launch.resourceLink.title ?? 'Course',
  });
  const membership = await stores.people.recordLaunchRole(
    { tenantId: tenant.id, contextId: context.id, personId: person.id },
    roleHint(launch.roles, tenant.roleMapping),
  );
  const role = effectiveRole({ set: membership.setRole, launch: membership.launchRole, roster: membership.rosterRole });
  if (role === null) return { kind: 'refused', reason: 'noRole' };
  const link = await ensureLink(deps, launch, tenant.id, context.id);
  await rememberLmsPage(deps, launch, link, person.id);
  await stores.enrolments.resumePublishing(tenant.id, context.id);
  if (role === 'learner' && link.qualificationId) await ensureEnrolment(deps, link, person.id);
  return { kind: 'entered', token: await openSession(deps, link, person.id) };
}

const ensureTenant = (deps: Deps, launch: Launch): Promise<Tenant> =>
  deps.stores.tenants.ensure({
    id: parseId<TenantId>(deps.crypto.newId()),
    registrationId: launch.registrationId,
    issuer: launch.issuer,
    clientId: launch.clientId,
    deploymentId: launch.deploymentId,
    name: launch.platformName ?? launch.issuer,
    roleMapping: defaultRoleMapping,
  });

async function ensureLink(deps: Deps, launch: Launch, tenantId: TenantId, contextId: ContextId): Promise<ResourceLink> {
  const { places, qualifications } = deps.stores;
  const link = await places.upsertLink({
    id: parseId<ResourceLinkId>(deps.crypto.newId()),
    tenantId,
    contextId,
    lmsResourceLinkId: launch.resourceLink.id,
    title: launch.resourceLink.title ?? 'Portfolio',
    qualificationId: null,
    lineItemUrl: launch.scores?.lineItemUrl ?? null,
    lineItemsUrl: launch.scores?.lineItemsUrl ?? null,
    membershipsUrl: launch.membershipsUrl,
  });
  const number = launch.custom[qualificationParameter];
  if (link.qualificationId || !number) return link;
  const qualification = await qualifications.ensure(tenantId, number, null);
  return (qualification && (await places.chooseQualification(tenantId, link.id, qualification.id))) ?? link;
}

/** The enrolment of a learner on a link's qualification; null while the link has none. All units are chosen at first. */
export async function ensureEnrolment(
  deps: Pick<Deps, 'stores' | 'crypto'>,
  link: ResourceLink,
  learnerId: PersonId,
): Promise<Enrolment | null> {
  if (link.qualificationId === null) return null;
  const qualification = await deps.stores.qualifications.find(link.tenantId, link.qualificationId);
  return qualification && deps.stores.enrolments.ensure(newEnrolment(deps.crypto, link, qualification, learnerId));
}

function newEnrolment(
  crypto: Crypto,
  link: ResourceLink,
  qualification: Qualification,
  learnerId: PersonId,
): Enrolment {
  const unitRefs = qualification.units.map((unit) => unit.ref);
  const all = criteriaUnder(qualification).map((criterion) => criterion.id);
  const chosen = new Set(criteriaOfUnits(qualification, unitRefs).map((criterion) => criterion.id));
  return {
    id: parseId<EnrolmentId>(crypto.newId()),
    tenantId: link.tenantId,
    contextId: link.contextId,
    qualificationId: qualification.id,
    learnerId,
    unitRefs,
    assessorIds: [],
    progress: noProgress(all, chosen),
    staleMark: 0,
    freshMark: 0,
    progressRevision: 0,
    publication: noPublication,
  };
}

async function openSession(deps: Deps, link: ResourceLink, personId: PersonId): Promise<string> {
  const token = deps.crypto.newToken();
  await deps.stores.sessions.insert({
    tokenHash: deps.crypto.sha256(token),
    tenantId: link.tenantId,
    personId,
    contextId: link.contextId,
    resourceLinkId: link.id,
    createdAt: instantOf(deps.clock),
    expiresAt: new Date(deps.clock.now() + sessionLifetime).toISOString(),
  });
  return token;
}
