import { type AcceptSource, acceptable, mayAcceptAll, undoable } from '../../../shared/domain/accepting.ts';
import { columnOf, type Evidence, tickedIn, unconfirmedIn } from '../../../shared/domain/evidence.ts';
import type { CriterionId, EvidenceId } from '../../../shared/domain/ids.ts';
import type { ChangeDeps } from '../change-evidence.ts';
import { Failure, found } from '../failure.ts';
import { namesOf } from '../names.ts';
import { actorOf, type Principal, visibleEvidence } from '../principal.ts';
import { acceptAll, undoAcceptAll } from '../tick-evidence.ts';
import { contextRolesOf, type ExtensionPerson, placesOf } from './extension-person.ts';

type Accepter = Principal & { readonly role: 'assessor' | 'traineeAssessor' };

/**
 * The person as they act on an item: in its context, in the role they have there. What is not theirs looks like what
 * is not there.
 * @throws Failure notFound
 */
async function accepterOf(deps: ChangeDeps, person: ExtensionPerson, id: EvidenceId): Promise<Accepter> {
  const item = found(await deps.stores.evidence.find(person.tenantId, id));
  const roles = (await contextRolesOf(deps, person)).filter((one) => one.contextId === item.contextId);
  const place = (await placesOf(deps, person, roles)).find((one) => one.link.qualificationId === item.qualificationId);
  const principal = found(place).principal;
  const { role } = principal;
  if (role === 'learner') throw new Failure('notFound');
  return { ...principal, role };
}

const offered = (item: Evidence, principal: Accepter, of: AcceptSource): CriterionId[] => {
  const into = columnOf(principal.role);
  return into !== null && mayAcceptAll(item, actorOf(principal), of).allowed ? acceptable(item, of, into) : [];
};

async function specificationOf(deps: ChangeDeps, { tenantId, qualificationId }: Evidence) {
  const qualification = found(await deps.stores.qualifications.find(tenantId, qualificationId));
  const criteria = qualification.units.flatMap((unit) =>
    unit.outcomes.flatMap((outcome) =>
      outcome.criteria.map(({ id, ref, text }) => ({ id, ref, text, unitRef: unit.ref })),
    ),
  );
  return { units: qualification.units.map(({ ref, title }) => ({ ref, title })), criteria };
}

/** What a prompt has to say before an accept-all (R4): how many, which criteria, whose. Nothing else of the item. */
export async function viewPrompt(deps: ChangeDeps, person: ExtensionPerson, id: EvidenceId) {
  const principal = await accepterOf(deps, person, id);
  const item = await visibleEvidence(deps.stores, principal, id);
  const { tenantId, contextId, learnerId, ticks } = item;
  const [nameOf, context, { units, criteria }] = await Promise.all([
    namesOf(deps.stores, tenantId, [learnerId, ...[...ticks.learner, ...ticks.trainee].map((tick) => tick.byId)]),
    deps.stores.places.findContext(tenantId, contextId),
    specificationOf(deps, item),
  ]);
  const offers = (['learner', 'trainee'] as const).map((of) => {
    const open = new Set(offered(item, principal, of));
    return {
      of,
      criteria: criteria.flatMap((criterion) => {
        const tick = open.has(criterion.id) && ticks[of].find((one) => one.criterionId === criterion.id);
        return tick ? [{ ...criterion, byName: nameOf(tick.byId).name, at: tick.at }] : [];
      }),
    };
  });
  const asked = new Set(offers.flatMap((offer) => offer.criteria.map((criterion) => criterion.unitRef)));
  const { name, givenName } = nameOf(learnerId);
  return {
    evidenceId: id,
    contextId,
    title: item.title,
    learner: { name, givenName },
    context: found(context).title,
    role: principal.role,
    units: units.filter((unit) => asked.has(unit.ref)),
    offers: offers.filter((offer) => offer.criteria.length > 0),
    own: tickedIn(item, columnOf(principal.role) ?? 'assessor').size,
  };
}

/** Criteria of an item that still wait for the actor. */
function leftFor(item: Evidence, principal: Accepter): number {
  const waiting = unconfirmedIn(item);
  if (principal.role === 'assessor') return waiting.size;
  const own = tickedIn(item, 'trainee');
  return [...waiting].filter((criterionId) => !own.has(criterionId)).length;
}

/** R4 from the extension: the same rule, the same atomic change, and a history entry that says where it came from. */
export async function acceptInExtension(
  deps: ChangeDeps,
  person: ExtensionPerson,
  id: EvidenceId,
  wish: { readonly of: AcceptSource; readonly shown: readonly CriterionId[] },
) {
  const principal = await accepterOf(deps, person, id);
  const { item, acceptance } = await acceptAll(deps, principal, id, wish);
  const { criteria } = await specificationOf(deps, item);
  const refs = (ids: readonly CriterionId[]): string[] =>
    ids.map((wanted) => {
      const criterion = criteria.find((one) => one.id === wanted);
      return criterion ? `${criterion.unitRef} ${criterion.ref}` : wanted;
    });
  const entry = acceptance.added.length > 0 ? undoable(item, actorOf(principal)) : null;
  return {
    accepted: acceptance.added.length,
    noLongerTicked: refs(acceptance.noLongerTicked),
    notShown: refs(acceptance.notShown),
    alreadyDecided: refs(acceptance.alreadyDecided),
    left: leftFor(item, principal),
    undo: entry ? { sequence: entry.sequence, count: acceptance.added.length } : null,
  };
}

/** R10 from the extension. */
export async function undoInExtension(
  deps: ChangeDeps,
  person: ExtensionPerson,
  id: EvidenceId,
  sequence: number,
): Promise<void> {
  await undoAcceptAll(deps, await accepterOf(deps, person, id), id, sequence);
}
