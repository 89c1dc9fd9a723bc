import type { Standing } from './standing.ts';

/** Whose turn it is to move a criterion on; nobody's when it counts already. */
export type Turn = 'nobody' | 'learner' | 'assessor';

export const turnOf: Readonly<Record<Standing, Turn>> = {
  confirmed: 'nobody',
  reopened: 'assessor',
  awaitingCountersign: 'assessor',
  awaitingAssessor: 'assessor',
  notAgreed: 'learner',
  draft: 'learner',
  untouched: 'learner',
};

/** The names an explanation may use. A withheld name arrives as a short code. */
export type Names = { readonly learner: string; readonly assessor: string | null; readonly trainee: string | null };

/** How much of the evidence that a criterion needs confirms it. */
export type EvidenceSoFar = { readonly confirmations: number; readonly needed: number };
