import { inOrder, type SamplingPlan } from '../../../shared/domain/sampling-plan.ts';
import type { ChangeDeps } from '../change-evidence.ts';
import { Failure, found } from '../failure.ts';
import { instantOf } from '../ports.ts';
import type { Principal } from '../principal.ts';

/**
 * An IQA changes the plan of their context (R9).
 * @param version of the plan they were shown; 0 for the usual one
 * @throws Failure conflict where another was first, notFound for a unit or a person that is not there, roleNotAllowed
 */
export async function changeSamplingPlan(
  deps: ChangeDeps,
  principal: Principal,
  { version, plan }: { readonly version: number; readonly plan: SamplingPlan },
): Promise<void> {
  if (principal.role !== 'iqa') throw new Failure('roleNotAllowed');
  const { stores } = deps;
  const { tenantId, contextId, linkId } = principal;
  const { qualificationId } = found(await stores.places.findLink(tenantId, linkId));
  if (qualificationId === null) throw new Failure('qualificationMissing');
  const assessorIds = plan.assessors.map((each) => each.assessorId);
  const [qualification, people] = await Promise.all([
    stores.qualifications.find(tenantId, qualificationId),
    stores.people.findMany(tenantId, assessorIds),
  ]);
  const unitRefs = found(qualification).units.map((unit) => unit.ref);
  if (people.length < assessorIds.length || plan.units.some(({ unitRef }) => !unitRefs.includes(unitRef)))
    throw new Failure('notFound');
  const changed = await stores.sampling.changePlan({
    ...{ tenantId, contextId, qualificationId, plan: inOrder(plan, unitRefs), version: version + 1 },
    changedById: principal.personId,
    changedAt: instantOf(deps.clock),
  });
  if (!changed) throw new Failure('conflict');
}
