import { signal } from '@preact/signals';
import type { CriterionId, EnrolmentId } from '../../../../shared/domain/ids.ts';

/** Whose criterion's history is on screen, and what the criterion is called there. */
export type AskedHistory = {
  readonly enrolmentId: EnrolmentId;
  readonly criterionId: CriterionId;
  /** "201 1.1", or "1.1" where the unit goes without saying. */
  readonly label: string;
};

/** Null while no history is open. */
export const askedHistory = signal<AskedHistory | null>(null);
