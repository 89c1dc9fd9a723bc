import type { Decision } from '../../shared/domain/decision.ts';
import type { Change, Evidence } from '../../shared/domain/evidence.ts';
import { appended } from '../../shared/domain/history.ts';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { Failure } from './failure.ts';
import { type Clock, type Crypto, instantOf, type Stores } from './ports.ts';
import { actorOf, type Principal, visibleEvidence } from './principal.ts';
import { countEvidence } from './refresh-progress.ts';

export type ChangeDeps = { readonly stores: Stores; readonly clock: Clock; readonly crypto: Crypto };

/** What a change makes of an item: the item after it and its history entry; `unchanged` writes nothing. */
export type Outcome<R> =
  | { readonly kind: 'changed'; readonly item: Evidence; readonly change: Change; readonly result: R }
  | { readonly kind: 'unchanged'; readonly result: R };

/** What the act under way did to an item, where it did it before and only its reply was lost. */
export function actOf(item: Pick<Evidence, 'history'>, { actId }: Pick<Principal, 'actId'>): Change | null {
  if (actId === undefined) return null;
  return item.history.find((entry) => entry.actId === actId)?.change ?? null;
}

/** Lets a "yes" pass and turns a "no" into the failure of the same code (R12). */
export function require(decision: Decision): void {
  if (!decision.allowed) throw new Failure(decision.code);
}

const attempts = 20;

/**
 * The one way to change an evidence item: read, decide, compare-and-set, recompute progress.
 * A lost race decides afresh on the fresh item, since ticks commute. An act that the item's history has already is not
 * done again: then the result is null.
 * @throws Failure whatever `decide` throws, or `conflict` when the races never end
 */
export async function changeEvidence<R>(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  decide: (item: Evidence, at: Instant) => Outcome<R> | Promise<Outcome<R>>,
): Promise<{ readonly item: Evidence; readonly result: R | null }> {
  const { stores, crypto } = deps;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = await visibleEvidence(stores, principal, id);
    if (actOf(item, principal) !== null) return { item, result: null };
    const at = instantOf(deps.clock);
    const outcome = await decide(item, at);
    if (outcome.kind === 'unchanged') return { item, result: outcome.result };
    const next: Evidence = {
      ...outcome.item,
      updatedAt: at,
      version: item.version + 1,
      history: appended(item, actorOf(principal), at, outcome.change, crypto.sha256, crypto.newId()),
    };
    if (!(await stores.evidence.replace(next, item.version))) continue;
    await countEvidence(deps, next);
    return { item: next, result: outcome.result };
  }
  throw new Failure('conflict');
}
