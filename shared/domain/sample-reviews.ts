import type { Evidence, Method } from './evidence.ts';
import type { CriterionId, EnrolmentId, EvidenceId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import { lastSampleOf } from './sampling.ts';
import type { Experience } from './sampling-plan.ts';

/** A confirmation as far as a plan looks at it. */
export type PlannedConfirmation = {
  readonly criterionId: CriterionId;
  readonly unitRef: string;
  readonly at: Instant;
  /** Sampled as it is. */
  readonly sampled: boolean;
  /** Made again after an IQA had asked for action on it. */
  readonly again: boolean;
};

/** One assessor's confirmations on one evidence item: what an IQA looks at in one go. */
export type SampleReview = {
  readonly evidenceId: EvidenceId;
  readonly enrolmentId: EnrolmentId;
  readonly learnerId: PersonId;
  readonly assessorId: PersonId;
  readonly title: string;
  readonly method: Method;
  readonly confirmations: readonly PlannedConfirmation[];
};

/** An evidence item as far as sampling looks at it. */
export type SampledEvidence = Pick<
  Evidence,
  'id' | 'enrolmentId' | 'learnerId' | 'title' | 'method' | 'status' | 'samples' | 'reopenings'
> & {
  readonly ticks: Pick<Evidence['ticks'], 'assessor'>;
};

/** The reviews in an item, by assessor. Withdrawn evidence counts for nothing, so it is not sampled. */
export function reviewsIn(item: SampledEvidence, unitOf: ReadonlyMap<CriterionId, string>): SampleReview[] {
  if (item.status === 'withdrawn') return [];
  const byAssessor = new Map<PersonId, PlannedConfirmation[]>();
  const acted = new Set(
    item.samples.flatMap((sample) =>
      sample.confirmations.flatMap((each) => (each.outcome === 'actionRequired' ? [each.criterionId] : [])),
    ),
  );
  for (const tick of item.ticks.assessor) {
    const unitRef = unitOf.get(tick.criterionId);
    if (unitRef === undefined) continue;
    const sampled = lastSampleOf(item, tick) !== null;
    const again = !sampled && acted.has(tick.criterionId);
    const confirmation = { criterionId: tick.criterionId, unitRef, at: tick.at, sampled, again };
    const known = byAssessor.get(tick.byId);
    if (known) known.push(confirmation);
    else byAssessor.set(tick.byId, [confirmation]);
  }
  const { id: evidenceId, enrolmentId, learnerId, title, method } = item;
  return [...byAssessor].map(([assessorId, confirmations]) => ({
    ...{ evidenceId, enrolmentId, learnerId, title, method, assessorId },
    confirmations,
  }));
}

/** The experience of every assessor, from all evidence, withdrawn too: what was made again counts from its first time. */
export function experienceOf(items: readonly SampledEvidence[]): Map<PersonId, Experience> {
  const found = new Map<PersonId, Experience>();
  const seen = (id: PersonId, at: Instant, more: 0 | 1) => {
    const known = found.get(id);
    found.set(id, {
      first: known && known.first < at ? known.first : at,
      confirmations: (known?.confirmations ?? 0) + more,
    });
  };
  for (const item of items) {
    for (const tick of item.ticks.assessor) seen(tick.byId, tick.at, 1);
    for (const { confirmations } of item.samples)
      for (const { confirmedById, confirmedAt } of confirmations) seen(confirmedById, confirmedAt, 0);
  }
  return found;
}
