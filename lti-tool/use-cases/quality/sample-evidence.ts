import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { mayRecord, maySample, type SampleWish, sampling, withSample } from '../../../shared/domain/sampling.ts';
import { actOf, type ChangeDeps, changeEvidence, require } from '../change-evidence.ts';
import { actorOf, type Principal } from '../principal.ts';

/**
 * Records what an IQA says of confirmations that they were shown, in one atomic change (R9). What is not any more what was
 * shown is left out and told; where nothing is left, nothing is recorded.
 * @throws Failure ownConfirmation, sampleFeedbackMissing, roleNotAllowed and what else the rules say
 */
export async function sampleEvidence(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  wish: { readonly confirmations: readonly SampleWish[]; readonly feedback: string },
) {
  const actor = actorOf(principal);
  const feedback = wish.feedback.trim();
  const { item, result } = await changeEvidence(deps, principal, id, (current, at) => {
    require(maySample(current, actor));
    const { sampled, differed } = sampling(current, wish.confirmations);
    require(mayRecord(actor, sampled, feedback));
    if (sampled.length === 0) return { kind: 'unchanged', result: { sampled, differed } };
    return {
      kind: 'changed',
      item: withSample(current, { byId: principal.personId, at, confirmations: sampled, feedback }),
      change: { kind: 'sampled', confirmations: sampled, feedback },
      result: { sampled, differed },
    };
  });
  if (result) return { item, result };
  // Recorded before, and only the reply was lost.
  const before = actOf(item, principal);
  return { item, result: { sampled: before?.kind === 'sampled' ? before.confirmations : [], differed: [] } };
}
