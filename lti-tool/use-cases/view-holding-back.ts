import { holdingBack } from '../../shared/domain/holding-back.ts';
import { namesOf } from './names.ts';
import type { Stores } from './ports.ts';
import type { Principal } from './principal.ts';
import { overviewsOfContext } from './view-caseload.ts';

/** What is holding progress back in the asker's context: evidence, units and assessors by the age of what is unconfirmed. */
export async function viewHoldingBack(deps: { readonly stores: Stores }, principal: Principal) {
  const { enrolments, nameOf } = await overviewsOfContext(deps, principal);
  const { evidence, units, assessors } = holdingBack(
    enrolments.map(({ id, learnerId, assessorIds, progress: { waiting } }) => ({
      ...{ enrolmentId: id, learnerId, assessorIds, waiting },
    })),
  );
  const staffIds = enrolments.flatMap((enrolment) => enrolment.assessorIds);
  const staffName = await namesOf(deps.stores, principal.tenantId, staffIds);
  return {
    evidence: evidence.map(({ learnerId, assessorIds, unitRefs, ...item }) => ({
      ...item,
      learner: nameOf(learnerId),
      assessors: assessorIds.map(staffName),
      unitRefs: [...unitRefs],
    })),
    units: [...units],
    assessors: assessors.map(({ assessorId, ...waiting }) => ({
      assessor: assessorId && staffName(assessorId),
      ...waiting,
    })),
  };
}
