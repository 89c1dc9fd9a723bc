import { type ContextId, parseId } from '../../../shared/domain/ids.ts';
import { effectiveRole, mayAddContent, roleHint } from '../../../shared/domain/roles.ts';
import { ensurePerson, ensureTenant } from '../ensure-person.ts';
import type { EntryRefusal } from '../enter.ts';
import { Failure } from '../failure.ts';
import type { ContentRequest } from '../launch.ts';
import { type Clock, type Crypto, instantOf, type Stores } from '../ports.ts';
import { type ContentChoice, contentItems } from './content-items.ts';
import type { ContentSelections } from './content-ports.ts';

type Deps = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly content: ContentSelections;
};
type Begun =
  | { readonly kind: 'selecting'; readonly token: string }
  | { readonly kind: 'refused'; readonly reason: EntryRefusal };

/**
 * Somebody wants to add activities to a course. Only its teachers and administrators may, and whom a manager made a learner
 * or an external quality assurer may not. The token that comes of it is good for this one answer and nothing else.
 */
export async function beginContentSelection(deps: Deps, request: ContentRequest): Promise<Begun> {
  const { stores, crypto } = deps;
  if (request.person === null) return { kind: 'refused', reason: 'anonymousLaunch' };
  if (!request.settings.acceptsLinks) return { kind: 'refused', reason: 'contentNotTaken' };
  const tenant = await ensureTenant(deps, request);
  const person = await ensurePerson(deps, tenant.id, request.person);
  const context = await stores.places.upsertContext({
    id: parseId<ContextId>(crypto.newId()),
    tenantId: tenant.id,
    lmsContextId: request.context?.id ?? `content:${request.deploymentId}`,
    title: request.context?.title ?? request.context?.label ?? null,
  });
  const [membership, { roleMapping }] = await Promise.all([
    stores.people.membership(tenant.id, context.id, person.id),
    stores.centre.settings(tenant.id),
  ]);
  const set = membership?.setRole ?? null;
  const role = effectiveRole({ set, launch: roleHint(request.roles), roster: null }, roleMapping);
  if (!mayAddContent(request.roles) || role === 'learner' || role === 'eqa')
    return { kind: 'refused', reason: 'contentNotAllowed' };
  const { acceptsMultiple, acceptsLineItems, data } = request.settings;
  const { issuer, clientId, deploymentId } = request;
  const token = await deps.content.begin({
    ...{ tenantId: tenant.id, contextId: context.id, personId: person.id },
    ...{ issuer, clientId, deploymentId, acceptsMultiple, acceptsLineItems, data },
  });
  return { kind: 'selecting', token };
}

async function selectionOf(deps: Pick<Deps, 'content'>, token: string) {
  const selection = await deps.content.find(token);
  if (selection === null) throw new Failure('sessionEnded');
  return selection;
}

/** What can be chosen: the qualifications of the installation, those that the centre used last first. */
export async function viewContentSelection(deps: Deps, token: string) {
  const { tenantId, contextId, acceptsMultiple, acceptsLineItems } = await selectionOf(deps, token);
  const [context, specifications, recent] = await Promise.all([
    deps.stores.places.findContext(tenantId, contextId),
    deps.stores.qualifications.specifications(),
    deps.stores.qualificationUses.latest(tenantId, 5),
  ]);
  const used = await Promise.all(recent.map((id) => deps.stores.qualifications.find(tenantId, id)));
  const rank = (number: string, version: string) => {
    const place = used.findIndex((one) => one?.number === number && one.version === version);
    return place === -1 ? null : place;
  };
  return {
    contextTitle: context?.title ?? '',
    acceptsMultiple,
    acceptsLineItems,
    qualifications: specifications.map(({ units, ...rest }) => ({
      ...rest,
      recent: rank(rest.number, rest.version),
      units: units.map(({ ref, title, mandatory, outcomes }) => ({
        ...{ ref, title, mandatory },
        criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0),
      })),
    })),
  };
}

/**
 * The signed answer for the platform: the activities chosen, or none. Once.
 * @throws Failure sessionEnded; notFound, also where several were chosen and the platform takes one
 */
export async function answerContentSelection(
  deps: Deps,
  token: string,
  choices: readonly ContentChoice[],
): Promise<string> {
  const selection = await selectionOf(deps, token);
  if (choices.length > 1 && !selection.acceptsMultiple) throw new Failure('notFound');
  const chosen = await Promise.all(
    choices.map(async (choice) => {
      const qualification = await deps.stores.qualifications.ensure(selection.tenantId, choice.number, choice.version);
      if (qualification === null) throw new Failure('notFound');
      return { id: qualification.id, items: contentItems(selection, qualification, choice) };
    }),
  );
  const message = await deps.content.answer(
    token,
    chosen.flatMap(({ items }) => items),
  );
  const at = instantOf(deps.clock);
  for (const id of new Set(chosen.map((one) => one.id)))
    await deps.stores.qualificationUses.remember(selection.tenantId, id, at);
  return message;
}
