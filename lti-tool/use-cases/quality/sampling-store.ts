import type { ContextId, EnrolmentId, PersonId, QualificationId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { SampledEvidence } from '../../../shared/domain/sample-reviews.ts';
import type { SamplingPlan } from '../../../shared/domain/sampling-plan.ts';

/** Where a plan holds: one qualification in one context. */
export type PlanPlace = {
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly qualificationId: QualificationId;
};

/** A plan that an IQA made, and who changed it last. */
export type StoredPlan = PlanPlace & {
  readonly plan: SamplingPlan;
  /** 1 for the first; grows by one with every change. */
  readonly version: number;
  readonly changedById: PersonId;
  readonly changedAt: Instant;
};

export type SamplingStore = {
  /** Null while the usual plan holds. */
  plan(place: PlanPlace): Promise<StoredPlan | null>;
  /** Compare-and-set on the version before: false where somebody else was first. */
  changePlan(plan: StoredPlan): Promise<boolean>;
  /** The items of these enrolments with confirmations or samples, as far as sampling looks at them. */
  evidenceOf(tenantId: TenantId, enrolmentIds: readonly EnrolmentId[]): Promise<SampledEvidence[]>;
};
