import { found } from '../failure.ts';
import type { Clock, Crypto, Stores } from '../ports.ts';
import { viewCaseload } from '../view-caseload.ts';
import { type ContextRole, contextRolesOf, type ExtensionPerson, type Place, placesOf } from './extension-person.ts';

type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

const minute = 60_000;
/** What no revision tells (a name, another person's role) shows after this long at the latest. */
const refreshAfter = 10 * minute;

/**
 * The entity tag of all that waits for a person, without looking at any of it: their roles and each context's revision,
 * which grows whenever progress is written. Two small queries, however long the caseload.
 */
async function tagOf(deps: Deps, person: ExtensionPerson, roles: readonly ContextRole[]): Promise<string> {
  const revisions = await deps.stores.extension.revisionsOf(
    person.tenantId,
    roles.map((one) => one.contextId),
  );
  const known = roles.map(({ contextId, role }) => `${contextId} ${role} ${revisions.get(contextId) ?? 0}`).sort();
  const period = Math.floor(deps.clock.now() / refreshAfter);
  return `"${deps.crypto.sha256([person.tokenId, period, ...known].join('\n')).slice(0, 32)}"`;
}

export type Tagged<T> = { readonly tag: string; readonly body: T | null };

/** Makes the body only where the asker does not have it already. */
export async function unlessKnown<T>(
  deps: Deps,
  person: ExtensionPerson,
  known: string | null,
  make: (places: readonly Place[]) => Promise<T>,
): Promise<Tagged<T>> {
  const roles = await contextRolesOf(deps, person);
  // The tag first: a change while the body is made leaves the older tag, and the next poll asks again.
  const tag = await tagOf(deps, person, roles);
  return { tag, body: tag === known ? null : await make(await placesOf(deps, person, roles)) };
}

/** The evidence of a place that came back to its learner. */
export async function returnedIn({ stores }: Pick<Deps, 'stores'>, { principal, link }: Place) {
  const { tenantId, contextId, personId } = principal;
  if (link.qualificationId === null) return [];
  const enrolmentId = await stores.extension.enrolmentOf(tenantId, contextId, link.qualificationId, personId);
  const items = enrolmentId ? await stores.evidence.ofEnrolment(tenantId, enrolmentId) : [];
  return items.filter((item) => item.status === 'returned');
}

async function countOf(deps: Deps, place: Place): Promise<number> {
  if (place.principal.role === 'learner') return (await returnedIn(deps, place)).length;
  const { unconfirmed, rows } = await viewCaseload(deps, place.principal);
  return place.principal.role === 'assessor' ? unconfirmed : rows.reduce((sum, row) => sum + row.toAssess, 0);
}

/** What the badge counts, and what it is made of. */
export const viewCounts = (deps: Deps, person: ExtensionPerson, known: string | null) =>
  unlessKnown(deps, person, known, async (places) => {
    const counted = await Promise.all(
      places.map(async (place) => {
        const { tenantId, contextId, role } = place.principal;
        const [context, count] = await Promise.all([
          deps.stores.places.findContext(tenantId, contextId),
          countOf(deps, place),
        ]);
        return { title: found(context).title, role, count };
      }),
    );
    const sum = (role: string) => counted.reduce((total, one) => total + (one.role === role ? one.count : 0), 0);
    return {
      toConfirm: sum('assessor'),
      toAssess: sum('traineeAssessor'),
      returned: sum('learner'),
      places: counted.filter((one) => one.count > 0),
    };
  });
