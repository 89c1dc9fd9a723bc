import { type EnrolmentId, type PersonId, parseId } from '../../shared/domain/ids.ts';
import { noProgress } from '../../shared/domain/progress.ts';
import { criteriaOfUnits, criteriaUnder, type Qualification } from '../../shared/domain/qualification.ts';
import type { Enrolment } from './enrolment-ports.ts';
import type { ResourceLink } from './place-ports.ts';
import type { Crypto, Stores } from './ports.ts';
import { noPublication } from './publishing/publication.ts';
import { refreshProgress } from './refresh-progress.ts';

type Deps = { readonly stores: Stores; readonly crypto: Crypto };

/** The id of a learner's enrolment on a link's qualification, made where there is none; null while the link has none. */
export async function ensureEnrolmentId(
  deps: Deps,
  link: ResourceLink,
  learnerId: PersonId,
): Promise<EnrolmentId | null> {
  const { tenantId, contextId, qualificationId } = link;
  if (qualificationId === null) return null;
  const id = await deps.stores.enrolments.findId({ tenantId, contextId, qualificationId, learnerId });
  return id ?? (await ensureEnrolment(deps, link, learnerId))?.id ?? null;
}

/** The enrolment of a learner on a link's qualification; null while the link has none. */
export async function ensureEnrolment(deps: Deps, link: ResourceLink, learnerId: PersonId): Promise<Enrolment | null> {
  const { stores, crypto } = deps;
  const { tenantId, contextId, qualificationId } = link;
  if (qualificationId === null) return null;
  const known = await stores.enrolments.ofLearner({ tenantId, contextId, qualificationId, learnerId });
  if (known !== null) return known;
  const qualification = await stores.qualifications.find(tenantId, qualificationId);
  if (qualification === null) return null;
  const unitRefs = unitsOf(await stores.places.linksOfContext(tenantId, contextId), qualification);
  return stores.enrolments.ensure(newEnrolment(crypto, link, qualification, unitRefs, learnerId));
}

/** The units that the links of a context are for, taken together; all where one names none that the qualification has. */
export function unitsOf(links: readonly ResourceLink[], qualification: Qualification): string[] {
  const all = qualification.units.map((unit) => unit.ref);
  const mine = links.filter((link) => link.qualificationId === qualification.id);
  const chosen = mine.map(({ unitRefs }) => all.filter((ref) => unitRefs?.includes(ref)));
  return chosen.some((refs) => refs.length === 0)
    ? all
    : all.filter((ref) => chosen.some((refs) => refs.includes(ref)));
}

/** A link for more units came to a context: its learners have them too, and keep what they had. */
export async function extendUnits(
  { stores }: Deps,
  { tenantId, contextId, qualificationId }: ResourceLink,
): Promise<void> {
  if (qualificationId === null) return;
  const links = await stores.places.linksOfContext(tenantId, contextId);
  if (links.filter((link) => link.qualificationId === qualificationId).length < 2) return;
  const qualification = await stores.qualifications.find(tenantId, qualificationId);
  if (qualification === null) return;
  const unitRefs = unitsOf(links, qualification);
  for (const { id, unitRefs: had } of await stores.enrolments.ofContext(tenantId, contextId, qualificationId)) {
    const missing = unitRefs.filter((ref) => !had.includes(ref));
    if (missing.length === 0) continue;
    await stores.enrolments.addUnits(tenantId, id, missing);
    await refreshProgress({ stores }, tenantId, id);
  }
}

/** An enrolment at its beginning. */
export function newEnrolment(
  crypto: Crypto,
  link: Pick<ResourceLink, 'tenantId' | 'contextId'>,
  qualification: Qualification,
  unitRefs: readonly string[],
  learnerId: PersonId,
): Enrolment {
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
