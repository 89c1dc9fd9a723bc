import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import { Failure, found } from '../failure.ts';
import type { ScoreColumns } from '../place-ports.ts';
import { type Clock, instantOf, type Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import type { ColumnKey } from './publication.ts';

type Deps = { readonly stores: Stores; readonly clock: Clock };

function requireManager(principal: Principal): void {
  if (principal.role !== 'manager') throw new Failure('roleNotAllowed');
}

/** The qualification of the asker's link. */
async function placeOf({ stores }: Deps, { tenantId, contextId, linkId }: Principal) {
  const { qualificationId } = found(await stores.places.findLink(tenantId, linkId));
  if (qualificationId === null) throw new Failure('qualificationMissing');
  return { contextId, qualificationId };
}

/** Sends scores again as soon as possible, whatever stopped them; all of the context for null. */
export async function publishScores(deps: Deps, principal: Principal, ids: readonly EnrolmentId[] | null) {
  const place = await placeOf(deps, principal);
  const some = ids === null ? { startedOnly: true } : { ids };
  return { count: await deps.stores.enrolments.publishAgain(principal.tenantId, { ...place, ...some }) };
}

/** Asks for a look at the gradebook now. */
export async function askScoreCheck(deps: Deps, principal: Principal): Promise<void> {
  await deps.stores.publishing.askCheck(principal.tenantId, principal.contextId, instantOf(deps.clock));
}

/**
 * A manager settles grades that were changed by hand: keeps the gradebook's, or has ours published over them.
 * @param ids null for all that wait for a choice; grades kept before are changed only where they are named
 */
export async function chooseGrades(
  deps: Deps,
  principal: Principal,
  ids: readonly EnrolmentId[] | null,
  keep: 'theirs' | 'ours',
) {
  requireManager(principal);
  const { tenantId, personId } = principal;
  const place = await placeOf(deps, principal);
  const all = await deps.stores.enrolments.ofContext(tenantId, place.contextId, place.qualificationId);
  const settled: EnrolmentId[] = [];
  for (const { id, publication } of all.filter((one) => ids === null || ids.includes(one.id))) {
    const held = Object.entries(publication.columns).filter(
      ([, { hold }]) => hold === 'asked' || (ids !== null && hold === 'theirs'),
    );
    for (const [key, column] of held as Array<[ColumnKey, (typeof held)[number][1]]>) {
      const chosen = { byId: personId, at: instantOf(deps.clock), keep };
      const change = keep === 'theirs' ? ({ hold: 'theirs' } as const) : { hold: null, overwrite: true };
      const seenTimestamp = column.lastTimestamp;
      await deps.stores.enrolments.changePublished(tenantId, id, key, { ...change, chosen, seenTimestamp });
    }
    if (held.length > 0) settled.push(id);
  }
  if (keep === 'ours' && settled.length > 0)
    await deps.stores.enrolments.publishAgain(tenantId, { ...place, ids: settled });
  return { count: settled.length };
}

/** Pauses or resumes publishing to the asker's platform. What becomes due meanwhile is sent afterwards. */
export async function pausePublishing(deps: Deps, principal: Principal, paused: boolean): Promise<void> {
  requireManager(principal);
  await deps.stores.publishing.setPaused(principal.tenantId, paused ? instantOf(deps.clock) : null);
}

/** One gradebook column for the qualification, or one more for each unit. */
export async function chooseScoreColumns(deps: Deps, principal: Principal, columns: ScoreColumns): Promise<void> {
  requireManager(principal);
  const place = await placeOf(deps, principal);
  await deps.stores.places.chooseScoreColumns(principal.tenantId, principal.linkId, columns);
  await deps.stores.enrolments.publishAgain(principal.tenantId, { ...place, startedOnly: true });
}
