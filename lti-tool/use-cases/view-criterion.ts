import { columns, confirmedIn, tickedIn, unconfirmedIn } from '../../shared/domain/evidence.ts';
import type { CriterionId, EnrolmentId } from '../../shared/domain/ids.ts';
import { found } from './failure.ts';
import type { Stores } from './ports.ts';
import { maySee, type Principal } from './principal.ts';
import { viewEnrolment } from './view-enrolment.ts';

/**
 * What is behind a cell of the matrix: the standing of one criterion of one learner, and the evidence that names it,
 * newest first.
 */
export async function viewCriterion(
  deps: { readonly stores: Stores },
  principal: Principal,
  id: EnrolmentId,
  criterionId: CriterionId,
) {
  const enrolment = await viewEnrolment(deps, principal, id);
  const standing = found(enrolment.criteria.find((criterion) => criterion.criterionId === criterionId));
  const items = await deps.stores.evidence.ofEnrolment(principal.tenantId, id);
  const naming = items.filter(
    (item) => maySee(principal, item) && columns.some((column) => tickedIn(item, column).has(criterionId)),
  );
  naming.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return {
    learner: enrolment.learner,
    assessors: enrolment.assessors,
    evidenceNeeded: enrolment.evidenceNeeded,
    standing,
    evidence: naming.map((item) => ({
      id: item.id,
      title: item.title,
      method: item.method,
      status: item.status,
      submittedAt: item.submittedAt,
      ticked: columns.filter((column) => tickedIn(item, column).has(criterionId)),
      confirmed: item.status !== 'withdrawn' && confirmedIn(item).has(criterionId),
      unconfirmed: unconfirmedIn(item).has(criterionId),
      reopened: item.reopenings.some((reopening) => reopening.criterionId === criterionId),
    })),
  };
}
