import { confirmedIn, type Evidence } from '../../../shared/domain/evidence.ts';
import { evidenceNeededFor } from '../../../shared/domain/evidence-needed.ts';
import type { CriterionId, EvidenceId } from '../../../shared/domain/ids.ts';
import { criteriaOfUnits } from '../../../shared/domain/qualification.ts';
import { independentOf, lastSampleOf, maySample } from '../../../shared/domain/sampling.ts';
import { standingsOf } from '../../../shared/domain/standing.ts';
import { found } from '../failure.ts';
import { namesOf } from '../names.ts';
import type { Stores } from '../ports.ts';
import { actorOf, type Principal, visibleEvidence } from '../principal.ts';
import { evidenceView } from '../view-evidence.ts';

type Deps = { readonly stores: Stores };

/** The item as it would be with every confirmation on it reopened. Criteria do not touch each other, so one look says it of each. */
const reopenedAll = (item: Evidence): Evidence => ({
  ...item,
  reopenings: item.ticks.assessor.map(({ criterionId, byId, at }) => ({ criterionId, byId, at })),
});

/** An item as an IQA samples it: each confirmation, whether they may sample it, and what reopening it would do. */
export async function samplingReview(deps: Deps, principal: Principal, item: Evidence) {
  const { stores } = deps;
  const { tenantId, enrolmentId } = item;
  const [enrolment, qualification, items, { evidenceNeeded }] = await Promise.all([
    stores.enrolments.find(tenantId, enrolmentId),
    stores.qualifications.find(tenantId, item.qualificationId),
    stores.evidence.ofEnrolment(tenantId, enrolmentId),
    stores.centre.settings(tenantId),
  ]);
  const chosen = criteriaOfUnits(found(qualification), found(enrolment).unitRefs).map(({ id }) => id);
  const needed = evidenceNeededFor(evidenceNeeded, item.qualificationId);
  const now = standingsOf(chosen, items, needed);
  const allReopened = items.map((other) => (other.id === item.id ? reopenedAll(item) : other));
  const then = standingsOf(chosen, allReopened, needed);
  const lowers = (id: CriterionId) => now.get(id)?.standing === 'confirmed' && then.get(id)?.standing !== 'confirmed';
  const counting = confirmedIn(item);
  const ticks = item.ticks.assessor.map((tick) => ({ tick, last: lastSampleOf(item, tick) }));
  const nameOf = await namesOf(
    stores,
    tenantId,
    ticks.flatMap(({ tick, last }) => (last ? [tick.byId, last.sample.byId] : [tick.byId])),
  );
  const { confirmed, total } = found(enrolment).progress;
  return {
    evidence: await evidenceView(deps, principal, item),
    maySample: maySample(item, actorOf(principal)).allowed,
    confirmed,
    total,
    confirmations: ticks.map(({ tick, last }) => ({
      criterionId: tick.criterionId,
      assessor: nameOf(tick.byId),
      confirmedAt: tick.at,
      own: !independentOf(tick, principal).allowed,
      reopened: !counting.has(tick.criterionId),
      sampled: last && { outcome: last.outcome, byName: nameOf(last.sample.byId).name, at: last.sample.at },
      lowersProgress: lowers(tick.criterionId),
    })),
  };
}

export const viewSamplingReview = async (deps: Deps, principal: Principal, id: EvidenceId) =>
  samplingReview(deps, principal, await visibleEvidence(deps.stores, principal, id));
