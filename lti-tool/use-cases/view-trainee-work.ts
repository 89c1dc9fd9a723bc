import { confirmedIn } from '../../shared/domain/evidence.ts';
import type { CriterionId } from '../../shared/domain/ids.ts';
import type { EvidenceOutline } from './evidence-ports.ts';
import { Failure } from './failure.ts';
import { namesOf } from './names.ts';
import type { Stores } from './ports.ts';
import type { Principal } from './principal.ts';

type Deps = { readonly stores: Stores };

/** What became of this trainee assessor's own ticks on an item. */
function outcomeOf(item: EvidenceOutline, ticked: readonly CriterionId[]) {
  const confirmed = confirmedIn(item);
  const open = ticked.filter((id) => !confirmed.has(id));
  return {
    countersigned: ticked.filter((id) => confirmed.has(id)),
    /** Decided, and not countersigned. */
    notAgreed: item.status === 'assessed' ? open : [],
    waiting: item.status === 'submitted' ? open : [],
  };
}

/** The evidence that a trainee assessor ticked, newest decision first: what was countersigned, what was not, and why. */
export async function viewTraineeWork({ stores }: Deps, principal: Principal) {
  const { tenantId, contextId, personId, role } = principal;
  if (role !== 'traineeAssessor') throw new Failure('roleNotAllowed');
  const items = await stores.evidence.tickedByTrainee(tenantId, contextId, personId);
  const seen = items.filter((item) => item.submittedAt !== null && item.status !== 'withdrawn');
  seen.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const nameOf = await namesOf(
    stores,
    tenantId,
    seen.flatMap((item) => [item.learnerId, ...item.feedback.map((said) => said.byId)]),
  );
  return {
    items: seen.map((item) => {
      const ticked = item.ticks.trainee.filter((tick) => tick.byId === personId).map((tick) => tick.criterionId);
      const last = item.feedback.at(-1);
      const decided = item.status === 'assessed' || item.status === 'returned';
      return {
        evidenceId: item.id,
        title: item.title,
        learner: nameOf(item.learnerId),
        status: item.status,
        handedOverAt: item.handOver?.byId === personId ? item.handOver.at : null,
        ...outcomeOf(item, ticked),
        decision: decided && last ? { byName: nameOf(last.byId).name, at: last.at, text: last.text } : null,
      };
    }),
  };
}
