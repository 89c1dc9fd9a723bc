import type { CriterionId, PersonId } from '../../../shared/domain/ids.ts';
import { openOf } from '../../../shared/domain/sampling.ts';
import type { EvidenceOutline } from '../evidence-ports.ts';
import { namesOf } from '../names.ts';
import type { Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { overviewsOfContext } from '../view-caseload.ts';

type Deps = { readonly stores: Stores };

/** Whose work an action is about: the assessors who confirmed, for a trainee assessor whoever ticked as one. */
function concerned(item: EvidenceOutline, open: readonly CriterionId[], principal: Principal): PersonId[] {
  const column = principal.role === 'traineeAssessor' ? item.ticks.trainee : null;
  if (column) return column.filter((tick) => open.includes(tick.criterionId)).map((tick) => tick.byId);
  return item.samples.flatMap(({ confirmations }) =>
    confirmations
      .filter(({ criterionId, outcome }) => outcome === 'actionRequired' && open.includes(criterionId))
      .map((each) => each.confirmedById),
  );
}

/**
 * What IQAs asked for and nobody has confirmed again yet, oldest first, one's own on top. A criterion that other evidence
 * confirms needs nothing more. A trainee assessor is told of their own ticks only.
 */
export async function viewQualityActions(deps: Deps, principal: Principal) {
  const { stores } = deps;
  const { enrolments } = await overviewsOfContext(deps, principal);
  const actions = [];
  for (const { id } of enrolments.filter(({ progress }) => progress.counts.reopened > 0)) {
    for (const item of await stores.evidence.ofEnrolment(principal.tenantId, id)) {
      if (item.status === 'withdrawn') continue;
      for (const sample of item.samples) {
        const open = openOf(item, sample);
        const of = [...new Set(concerned(item, open, principal))];
        if (open.length > 0) actions.push({ item, sample, open, of, yours: of.includes(principal.personId) });
      }
    }
  }
  const own = principal.role === 'traineeAssessor' ? actions.filter(({ yours }) => yours) : actions;
  own.sort((a, b) => Number(b.yours) - Number(a.yours) || (a.sample.at < b.sample.at ? -1 : 1));
  const nameOf = await namesOf(
    stores,
    principal.tenantId,
    own.flatMap(({ item, sample, of }) => [item.learnerId, sample.byId, ...of]),
  );
  return {
    actions: own.map(({ item, sample, open, of, yours }) => ({
      evidenceId: item.id,
      enrolmentId: item.enrolmentId,
      title: item.title,
      learner: nameOf(item.learnerId),
      byName: nameOf(sample.byId).name,
      at: sample.at,
      feedback: sample.feedback,
      criterionIds: open,
      of: of.map(nameOf),
      yours,
    })),
  };
}
