import type { Role } from './roles.ts';
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

const toLearner: Readonly<Record<Standing, (names: Names) => string>> = {
  confirmed: () => 'Confirmed. It counts.',
  reopened: (n) =>
    `A quality check reopened this, so it does not count for now. ${n.assessor ?? 'An assessor'} looks at it again; you need do nothing.`,
  awaitingCountersign: (n) =>
    `${n.trainee ?? 'A trainee assessor'} agreed. It counts once ${n.assessor ?? 'a qualified assessor'} countersigns.`,
  awaitingAssessor: (n) => `You ticked this. It counts once ${n.assessor ?? 'a qualified assessor'} confirms it.`,
  notAgreed: () => 'Not agreed on this evidence. Read the feedback, then offer more evidence.',
  draft: () => 'Ticked on evidence that you have not submitted.',
  untouched: () => 'Not ticked on any evidence yet.',
};

const toStaff: Readonly<Record<Standing, (names: Names) => string>> = {
  confirmed: () => 'Confirmed. It counts.',
  reopened: (n) => `Reopened by the IQA. ${n.assessor ?? 'An assessor'} must confirm it again.`,
  awaitingCountersign: (n) =>
    `${n.trainee ?? 'A trainee assessor'} ticked this. ${n.assessor ?? 'A qualified assessor'} has not countersigned it.`,
  awaitingAssessor: (n) => `${n.learner} ticked this. ${n.assessor ?? 'A qualified assessor'} has not confirmed it.`,
  notAgreed: (n) => `Ticked, but not agreed in review. ${n.learner} needs to offer more evidence.`,
  draft: (n) => `${n.learner} ticked this on evidence that is not submitted.`,
  untouched: (n) => `${n.learner} has not ticked this on any evidence.`,
};

/** How much of the evidence that a criterion needs confirms it. */
export type EvidenceSoFar = { readonly confirmations: number; readonly needed: number };
const one: EvidenceSoFar = { confirmations: 0, needed: 1 };

/** Said where more than one evidence item is needed, so that a confirmation that does not count yet is no riddle. */
function soFar(standing: Standing, { confirmations, needed }: EvidenceSoFar): string {
  if (needed === 1 || standing === 'confirmed') return '';
  return ` It needs ${needed} evidence items; ${confirmations === 0 ? 'none' : confirmations} confirmed so far.`;
}

/** R7: the plain answer to "why is this not showing?", in words fit for the reader. */
export function explain(standing: Standing, reader: Role, names: Names, evidence = one): string {
  if (standing === 'untouched' && evidence.confirmations > 0)
    return reader === 'learner'
      ? `Confirmed on ${evidence.confirmations} of the ${evidence.needed} evidence items it needs. Tick it on another.`
      : `Confirmed on ${evidence.confirmations} of the ${evidence.needed} evidence items it needs. ${names.learner} offers another.`;
  return (reader === 'learner' ? toLearner : toStaff)[standing](names) + soFar(standing, evidence);
}
