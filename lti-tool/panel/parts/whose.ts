import type { PersonId } from '../../../shared/domain/ids.ts';

/** Whose learners: everybody's, those nobody is named for, or one assessor's. */
export type Whose = 'all' | 'unassigned' | PersonId;

/** Whether a learner of these assessors is among them. */
export const isWhose = (assessorIds: readonly PersonId[], whose: Whose): boolean =>
  whose === 'all' || (whose === 'unassigned' ? assessorIds.length === 0 : assessorIds.includes(whose));
