import { mayComment } from '../../shared/domain/commenting.ts';
import type { Evidence } from '../../shared/domain/evidence.ts';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import { type ChangeDeps, changeEvidence, require } from './change-evidence.ts';
import { actorOf, type Principal } from './principal.ts';

/** Adds a comment to an item's thread; its state, ticks and progress stay as they are. */
export async function addComment(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  text: string,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current) => {
    require(mayComment(current, actorOf(principal), text));
    return { kind: 'changed', item: current, change: { kind: 'commented', text }, result: null };
  });
  return item;
}
