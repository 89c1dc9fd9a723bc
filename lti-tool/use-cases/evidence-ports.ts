import type { Evidence } from '../../shared/domain/evidence.ts';
import type { ContextId, EnrolmentId, EvidenceId, PersonId, TenantId } from '../../shared/domain/ids.ts';

/** An item without what grows long: lists and progress need none of it. */
export type EvidenceOutline = Omit<Evidence, 'history' | 'narrative'>;

export type EvidenceStore = {
  insert(evidence: Evidence): Promise<void>;
  find(tenantId: TenantId, id: EvidenceId): Promise<Evidence | null>;
  ofEnrolment(tenantId: TenantId, enrolmentId: EnrolmentId): Promise<EvidenceOutline[]>;
  /** Compare-and-set on `version`: false where somebody else was first. */
  replace(evidence: Evidence, expectedVersion: number): Promise<boolean>;
  /** Notes that progress counts this version. Each insert and replace says in the same write that it does not yet. */
  markCounted(tenantId: TenantId, id: EvidenceId, version: number): Promise<void>;
  /** Items of all tenants that progress may not count as they are: changes under way, and what a crash left. */
  uncounted(limit: number): Promise<Evidence[]>;
  /** Items of a context that this person ticked as trainee assessor. */
  tickedByTrainee(tenantId: TenantId, contextId: ContextId, traineeId: PersonId): Promise<EvidenceOutline[]>;
  /** Every item of all tenants, one by one. */
  each(visit: (item: Evidence) => Promise<void>): Promise<void>;
};
