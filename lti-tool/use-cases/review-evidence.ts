import type { Evidence, EvidenceStatus } from '../../shared/domain/evidence.ts';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import { mayFinishReview, mayHandOver, mayReturn, maySubmit, mayWithdraw } from '../../shared/domain/reviewing.ts';
import { type ChangeDeps, changeEvidence, type Outcome, require } from './change-evidence.ts';
import { actorOf, type Principal } from './principal.ts';

const moved = (item: Evidence, after: EvidenceStatus, feedback = ''): Outcome<null> => ({
  kind: 'changed',
  item: { ...item, status: after },
  change: { kind: 'status', before: item.status, after, feedback },
  result: null,
});

/** The learner hands evidence over for assessment, with a message if they like (R8). */
export async function submitEvidence(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  message = '',
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    // Sending twice is sending once.
    if (current.status === 'submitted' && current.learnerId === principal.personId)
      return { kind: 'unchanged', result: null };
    require(maySubmit(current, actorOf(principal)));
    return moved({ ...current, submittedAt: at, handOver: null }, 'submitted', message);
  });
  return item;
}

/** The learner takes evidence back for good; its confirmations stop counting, its history stays (R8). */
export async function withdrawEvidence(deps: ChangeDeps, principal: Principal, id: EvidenceId): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current) => {
    require(mayWithdraw(current, actorOf(principal)));
    return moved(current, 'withdrawn');
  });
  return item;
}

/** A trainee assessor is done, and asks a qualified assessor to countersign. */
export async function handOver(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  note: string,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayHandOver(current, actorOf(principal)));
    return {
      kind: 'changed',
      item: { ...current, handOver: { byId: principal.personId, at, note } },
      change: { kind: 'handedOver', note },
      result: null,
    };
  });
  return item;
}

/** Ends a review: what is ticked and not confirmed is then not agreed (R8). */
export async function finishReview(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  feedback: string,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayFinishReview(current, actorOf(principal)));
    const said = { byId: principal.personId, at, text: feedback, outcome: 'assessed' as const };
    return moved({ ...current, feedback: [...current.feedback, said] }, 'assessed', feedback);
  });
  return item;
}

/** Gives evidence back to the learner with what to do next (R8). */
export async function returnEvidence(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  feedback: string,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayReturn(current, actorOf(principal), feedback));
    const said = { byId: principal.personId, at, text: feedback, outcome: 'returned' as const };
    return moved({ ...current, feedback: [...current.feedback, said] }, 'returned', feedback);
  });
  return item;
}
