import { type ContextId, parseId, type ResourceLinkId, type TenantId } from '../../shared/domain/ids.ts';
import { extendUnits } from './ensure-enrolment.ts';
import type { Launch } from './launch.ts';
import { historyIn, purposeIn, unitIn } from './link-parameters.ts';
import type { ResourceLink } from './place-ports.ts';
import type { Crypto, Stores } from './ports.ts';

type Deps = { readonly stores: Stores; readonly crypto: Crypto };

/**
 * The resource link of a launch, brought up to date. A link that has no qualification yet gets the one that its custom
 * parameters name or, where they name none, that of the link it was copied from; a link to the whole course that of the course.
 */
export async function ensureLink(
  deps: Deps,
  launch: Launch,
  tenantId: TenantId,
  contextId: ContextId,
): Promise<ResourceLink> {
  const { scores, membershipsUrl, product } = launch;
  const link = await deps.stores.places.upsertLink({
    id: parseId<ResourceLinkId>(deps.crypto.newId()),
    tenantId,
    contextId,
    lmsResourceLinkId: launch.resourceLink.id,
    title: launch.resourceLink.title,
    // A message that offers a service no more is not the same as one that does not speak of it.
    ...(scores && { lineItemUrl: scores.lineItemUrl, lineItemsUrl: scores.lineItemsUrl }),
    ...(membershipsUrl !== null && { membershipsUrl }),
    ...(product !== null && { product }),
  });
  if (link.qualificationId !== null) return link;
  const chosen =
    (await byParameters(deps, launch, link)) ??
    (await byHistory(deps, launch, link)) ??
    (await byCourse(deps, launch, link));
  if (chosen === null) return link;
  await extendUnits(deps, chosen);
  return chosen;
}

async function byParameters({ stores }: Deps, { custom }: Launch, link: ResourceLink): Promise<ResourceLink | null> {
  const purpose = purposeIn(custom);
  if (purpose === null) return null;
  const { number, version, unitRefs, columns } = purpose;
  // A version that is not here (any more) is no reason to leave the link without its qualification.
  const qualification =
    (await stores.qualifications.ensure(link.tenantId, number, version)) ??
    (version === null ? null : await stores.qualifications.ensure(link.tenantId, number, null));
  if (qualification === null) return null;
  const more = { unitRefs, unitRef: unitIn(custom), scoreColumns: columns };
  return stores.places.chooseQualification(link.tenantId, link.id, qualification.id, more);
}

/**
 * A copied activity has an id of its own. The platform names what it was copied from: the link, or only the context; there
 * the link of the same title is meant or, where it has one qualification only, that.
 */
async function byHistory(deps: Deps, { custom }: Launch, link: ResourceLink): Promise<ResourceLink | null> {
  const { places } = deps.stores;
  const { tenantId } = link;
  const { links, contexts } = historyIn(custom);
  const named = links.length === 0 ? [] : await places.linksByLmsId(tenantId, links);
  for (const lmsId of links) {
    const source = named.find((one) => one.lmsResourceLinkId === lmsId && one.qualificationId !== null);
    if (source) return takeOver(deps, link, source);
  }
  for (const lmsId of contexts) {
    const context = await places.findContextByLmsId(tenantId, lmsId);
    const chosen = context === null ? [] : await chosenIn(deps, tenantId, context.id);
    const source = chosen.find((one) => one.title === link.title) ?? onlyOne(chosen);
    if (source) return takeOver(deps, link, source);
  }
  return null;
}

/** A link in the course's menu is for the course's one qualification, where it has just one. */
async function byCourse(deps: Deps, { ofCourse }: Launch, link: ResourceLink): Promise<ResourceLink | null> {
  const source = ofCourse ? onlyOne(await chosenIn(deps, link.tenantId, link.contextId)) : undefined;
  return source ? takeOver(deps, link, source) : null;
}

const chosenIn = async ({ stores }: Deps, tenantId: TenantId, contextId: ContextId): Promise<ResourceLink[]> =>
  (await stores.places.linksOfContext(tenantId, contextId)).filter((one) => one.qualificationId !== null);

const onlyOne = (links: readonly ResourceLink[]): ResourceLink | undefined =>
  new Set(links.map((one) => one.qualificationId)).size === 1 ? links[0] : undefined;

async function takeOver({ stores }: Deps, link: ResourceLink, source: ResourceLink): Promise<ResourceLink | null> {
  const { qualificationId, unitRefs = null, scoreColumns = 'one' } = source;
  if (qualificationId === null) return null;
  const more = { unitRefs, unitRef: null, scoreColumns };
  return stores.places.chooseQualification(link.tenantId, link.id, qualificationId, more);
}
