import type { Evidence, HistoryEntry } from '../../../shared/domain/evidence.ts';
import type { EvidenceId, PersonId, TenantId } from '../../../shared/domain/ids.ts';

/** A decision of a person on somebody's evidence, without what it was about. */
export type Decision = Pick<HistoryEntry, 'sequence' | 'at' | 'actingAs' | 'origin' | 'change'> & {
  readonly evidenceId: EvidenceId;
};

/** What is kept of one person of a tenant, wherever it is kept. */
export type PersonalStore = {
  /** Every document that is about the person, by collection; without secrets. Evidence is read by `evidenceOf`. */
  documentsOf(tenantId: TenantId, personId: PersonId): Promise<Readonly<Record<string, readonly object[]>>>;
  evidenceOf(tenantId: TenantId, learnerId: PersonId): Promise<Evidence[]>;
  /** On other people's evidence. */
  decisionsOf(tenantId: TenantId, personId: PersonId): Promise<Decision[]>;
  /** Whether anybody else, in any tenant, attached the same file. */
  isFileOfOthers(sha256: string, learnerId: PersonId): Promise<boolean>;
  /**
   * Takes away names, the id at the LMS, sessions and tokens, and what the LMS said of the person's scores. What is left knows
   * the person by an id that names nobody.
   */
  forget(tenantId: TenantId, personId: PersonId): Promise<void>;
};
