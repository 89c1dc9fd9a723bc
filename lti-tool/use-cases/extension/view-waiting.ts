import { found } from '../failure.ts';
import { namesOf } from '../names.ts';
import type { Clock, Crypto, Stores } from '../ports.ts';
import { viewCaseload } from '../view-caseload.ts';
import type { ExtensionPerson, Place } from './extension-person.ts';
import { returnedIn, unlessKnown } from './view-counts.ts';

type Deps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

/** Rows that one reply holds: a list that people read, not an export. */
const mostRows = 500;

/** Items of a place with something for the asker to decide. */
async function rowsOf(deps: Deps, { principal }: Place) {
  const { tenantId, contextId, role } = principal;
  if (role === 'learner') return [];
  const { rows } = await viewCaseload(deps, principal);
  const waiting = rows.filter((row) => row.waiting.length > 0);
  const pages = await deps.stores.extension.personPagesOf(
    tenantId,
    waiting.map((row) => row.learner.id),
  );
  return waiting.flatMap((row) =>
    row.waiting
      .map(({ evidenceId, title, submittedAt, unconfirmed, learnerTicks, traineeTicks, toAssess }) => ({
        evidenceId,
        contextId,
        title,
        learner: row.learner.name,
        learnerPageId: pages.get(row.learner.id) ?? null,
        submittedAt,
        waiting: role === 'assessor' ? unconfirmed : toAssess,
        learnerTicks: role === 'assessor' ? learnerTicks : toAssess,
        traineeTicks: role === 'assessor' ? traineeTicks : 0,
      }))
      .filter((one) => one.waiting > 0),
  );
}

async function placeOf(deps: Deps, { principal, link }: Place) {
  const { tenantId, contextId, role } = principal;
  const [context, [page]] = await Promise.all([
    deps.stores.places.findContext(tenantId, contextId),
    deps.stores.extension.pagesOf(tenantId, [link.id]),
  ]);
  return {
    contextId,
    title: found(context).title,
    role,
    product: page?.product ?? null,
    lmsUrl: page?.lmsUrl ?? null,
    coursePageId: page?.coursePageId ?? null,
    activityUrl: page?.activityUrl ?? null,
  };
}

/** What waits for a person across their courses, longest first, and where its pages are in the LMS. */
export const viewWaiting = (deps: Deps, person: ExtensionPerson, known: string | null) =>
  unlessKnown(deps, person, known, async (places) => {
    const [nameOf, listed, rows, returned] = await Promise.all([
      namesOf(deps.stores, person.tenantId, [person.personId]),
      Promise.all(places.map((place) => placeOf(deps, place))),
      Promise.all(places.map((place) => rowsOf(deps, place))),
      Promise.all(
        places
          .filter(({ principal }) => principal.role === 'learner')
          .map(async (place) =>
            (await returnedIn(deps, place)).map(({ id, contextId, title }) => ({ evidenceId: id, contextId, title })),
          ),
      ),
    ]);
    const all = rows.flat().sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
    return {
      person: nameOf(person.personId).name,
      expiresAt: person.expiresAt,
      places: listed,
      rows: all.slice(0, mostRows),
      more: Math.max(0, all.length - mostRows),
      returned: returned.flat(),
    };
  });
