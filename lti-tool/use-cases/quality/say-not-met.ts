import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { CriterionId, EvidenceId } from '../../../shared/domain/ids.ts';
import { droppedBy, maySayNotMet, withNotMet } from '../../../shared/domain/not-met.ts';
import { type ChangeDeps, changeEvidence, require } from '../change-evidence.ts';
import { actorOf, type Principal } from '../principal.ts';

/**
 * Closes an IQA's action on these criteria: the assessor agrees that they are not met, and says to the learner why (R9).
 * @throws Failure notReopened, reasonMissing and what else the rules say
 */
export async function sayNotMet(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  wish: { readonly criterionIds: readonly CriterionId[]; readonly reason: string },
): Promise<Evidence> {
  const actor = actorOf(principal);
  const criterionIds = [...new Set(wish.criterionIds)];
  const reason = wish.reason.trim();
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(maySayNotMet(current, actor, criterionIds, reason));
    return {
      kind: 'changed',
      item: withNotMet(current, actor, at, criterionIds, reason),
      change: { kind: 'notMet', criterionIds, removed: droppedBy(current, criterionIds), reason },
      result: null,
    };
  });
  return item;
}
