import { type ContextId, type PersonId, parseId } from '../../shared/domain/ids.ts';
import { type Role, roleHint } from '../../shared/domain/roles.ts';
import { roleOf } from './current-role.ts';
import { ensureEnrolment, ensureEnrolmentId } from './ensure-enrolment.ts';
import { ensureLink } from './ensure-link.ts';
import { ensurePerson, ensureTenant } from './ensure-person.ts';
import { rememberLmsPage } from './extension/lms-page.ts';
import type { Launch } from './launch.ts';
import { groupsOf } from './launch-groups.ts';
import type { ResourceLink } from './place-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from './ports.ts';
import { sessionLifetime } from './principal.ts';

/** Why a verified launch still opens nothing. */
export type EntryRefusal = 'anonymousLaunch' | 'noRole' | 'contentNotAllowed' | 'contentNotTaken';
/** A place of the panel: the parts of its address. */
export type Start = readonly [screen: 'evidence' | 'enrolment', id: string];
export type Entry =
  | { readonly kind: 'entered'; readonly token: string; readonly start: Start | null }
  | { readonly kind: 'refused'; readonly reason: EntryRefusal };

type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

/**
 * Turns a verified launch into a session: the tenant, person, context and link are made or brought up to date,
 * and a learner gets their enrolment.
 */
export async function enter(deps: Deps, launch: Launch): Promise<Entry> {
  const { stores, crypto } = deps;
  if (launch.person === null) return { kind: 'refused', reason: 'anonymousLaunch' };
  const tenant = await ensureTenant(deps, launch);
  const person = await ensurePerson(deps, tenant.id, launch.person);
  const context = await stores.places.upsertContext({
    id: parseId<ContextId>(crypto.newId()),
    tenantId: tenant.id,
    // A launch from outside any course gets a context of its own.
    lmsContextId: launch.context?.id ?? `link:${launch.resourceLink.id}`,
    title: launch.context === null ? launch.resourceLink.title : (launch.context.title ?? launch.context.label),
  });
  const at = instantOf(deps.clock);
  const [membership, roleMapping] = await Promise.all([
    stores.people.recordLaunch(
      { tenantId: tenant.id, contextId: context.id, personId: person.id },
      { role: roleHint(launch.roles), groups: groupsOf(launch.custom), at },
    ),
    stores.centre.roleMapping(tenant.id),
    stores.centre.recordLaunch(tenant.id, at),
  ]);
  const role = roleOf(membership, roleMapping);
  if (role === null) return { kind: 'refused', reason: 'noRole' };
  const link = await ensureLink(deps, launch, tenant.id, context.id);
  await rememberLmsPage(deps, launch, link, person.id);
  await stores.enrolments.resumePublishing(tenant.id, context.id);
  if (role === 'learner') await ensureEnrolmentId(deps, link, person.id);
  if (role !== 'learner') await askForRoster(deps, launch, link);
  const start = await startOf(deps, launch, link, role);
  return { kind: 'entered', token: await openSession(deps, link, person.id, launch.locale), start };
}

/** At a teacher's launch the list of the course's people is read soon, so that those who never launched are seen. */
async function askForRoster(deps: Deps, { membershipsUrl }: Launch, link: ResourceLink): Promise<void> {
  if (membershipsUrl === null) return;
  const { tenantId, contextId, lmsResourceLinkId } = link;
  await deps.stores.rosters.ask({ tenantId, contextId, membershipsUrl, lmsResourceLinkId }, instantOf(deps.clock));
}

/** Where the panel opens: the work of the learner that staff came to see from the gradebook; null for the first screen. */
async function startOf(deps: Deps, launch: Launch, link: ResourceLink, role: Role): Promise<Start | null> {
  const { review, messageType } = launch;
  const { tenantId, contextId, qualificationId } = link;
  if (review === null || role === 'learner' || qualificationId === null) return null;
  // Only a submission review is the platform's word that there is such a learner.
  const learner =
    messageType === 'LtiSubmissionReviewRequest'
      ? await ensurePerson(deps, tenantId, review)
      : await deps.stores.people.findByLmsUser(tenantId, review.sub);
  if (learner === null) return null;
  const enrolment =
    messageType === 'LtiSubmissionReviewRequest'
      ? await ensureEnrolment(deps, link, learner.id)
      : await deps.stores.enrolments.ofLearner({ tenantId, contextId, qualificationId, learnerId: learner.id });
  if (enrolment === null) return null;
  const [waiting] = enrolment.progress.waiting;
  const decides = role === 'assessor' || role === 'traineeAssessor';
  return waiting && decides ? ['evidence', waiting.evidenceId] : ['enrolment', enrolment.id];
}

async function openSession(deps: Deps, link: ResourceLink, personId: PersonId, locale: string | null): Promise<string> {
  const token = deps.crypto.newToken();
  await deps.stores.sessions.insert({
    tokenHash: deps.crypto.sha256(token),
    tenantId: link.tenantId,
    personId,
    contextId: link.contextId,
    resourceLinkId: link.id,
    locale,
    createdAt: instantOf(deps.clock),
    expiresAt: new Date(deps.clock.now() + sessionLifetime).toISOString(),
  });
  return token;
}
