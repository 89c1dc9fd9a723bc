import { evidenceNeededFor } from '../../shared/domain/evidence-needed.ts';
import type { EnrolmentId } from '../../shared/domain/ids.ts';
import { criteriaOfUnits } from '../../shared/domain/qualification.ts';
import { standingsOf } from '../../shared/domain/standing.ts';
import type { Enrolment } from './enrolment-ports.ts';
import { found } from './failure.ts';
import { namesOf } from './names.ts';
import type { Stores } from './ports.ts';
import { type Principal, visibleEnrolment } from './principal.ts';
import { columnKeyOf, unpublishedColumn } from './publishing/publication.ts';
import { viewGradebook } from './publishing/view-gradebook.ts';

type Deps = { readonly stores: Stores };

/** What the LMS gradebook was last told, and whether that is what counts now. */
function publishedOf({ publication, progressRevision }: Enrolment) {
  const { published, publishedRevision } = publication.columns[columnKeyOf(null)] ?? unpublishedColumn;
  if (published === null) return null;
  const { scoreGiven, scoreMaximum, at } = published;
  return { scoreGiven, scoreMaximum, at, upToDate: publishedRevision === progressRevision };
}

/** A learner's progress, with the standing of every criterion and what the answer to "why is this not showing?" is made of (R7). */
export async function viewEnrolment(deps: Deps, principal: Principal, id: EnrolmentId) {
  const { stores } = deps;
  const { tenantId } = principal;
  const enrolment = await visibleEnrolment(stores, principal, id);
  const [qualification, items, { evidenceNeeded }] = await Promise.all([
    stores.qualifications.find(tenantId, enrolment.qualificationId),
    stores.evidence.ofEnrolment(tenantId, id),
    stores.centre.settings(tenantId),
  ]);
  const needed = evidenceNeededFor(evidenceNeeded, enrolment.qualificationId);
  const criteria = criteriaOfUnits(found(qualification), enrolment.unitRefs);
  const byCriterion = standingsOf(
    criteria.map((criterion) => criterion.id),
    items,
    needed,
  );
  const actors = [...byCriterion.values()].flatMap((standing) => (standing.byId ? [standing.byId] : []));
  const nameOf = await namesOf(stores, tenantId, [enrolment.learnerId, ...enrolment.assessorIds, ...actors]);
  const visible = new Set(
    items.filter((item) => principal.role === 'learner' || item.submittedAt !== null).map((item) => item.id),
  );
  return {
    id: enrolment.id,
    learner: nameOf(enrolment.learnerId),
    assessors: enrolment.assessorIds.map(nameOf),
    qualificationId: enrolment.qualificationId,
    unitRefs: [...enrolment.unitRefs],
    confirmed: enrolment.progress.confirmed,
    total: enrolment.progress.total,
    counts: enrolment.progress.counts,
    unconfirmed: enrolment.progress.unconfirmed,
    evidenceNeeded: needed,
    criteria: [...byCriterion].map(([criterionId, { standing, since, evidenceId, byId, confirmations }]) => ({
      criterionId,
      standing,
      since,
      evidenceId: evidenceId && visible.has(evidenceId) ? evidenceId : null,
      byName: byId ? nameOf(byId).name : null,
      confirmations,
    })),
    published: publishedOf(enrolment),
    gradebook: await viewGradebook(stores, enrolment),
  };
}
