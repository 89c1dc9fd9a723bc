import type { EvidenceSoFar, Names } from '../../domain/explanation.ts';
import type { Standing } from '../../domain/standing.ts';
import { number } from '../locale.ts';

/** R7, "why is this not showing?", as the learner reads it. */
export const toLearnerTexts: Readonly<Record<Standing, (names: Names) => string>> = {
  confirmed: () => 'Confirmed. It counts.',
  reopened: (n) =>
    `A quality check reopened this, so it does not count for now. ${n.assessor ?? 'An assessor'} will look at it again; you do not need to do anything.`,
  awaitingCountersign: (n) =>
    `${n.trainee ?? 'A trainee assessor'} agreed. It counts once ${n.assessor ?? 'a qualified assessor'} countersigns.`,
  awaitingAssessor: (n) => `You ticked this. It counts once ${n.assessor ?? 'a qualified assessor'} confirms it.`,
  notAgreed: () => 'Not agreed on this evidence. Read the feedback, then offer more evidence.',
  draft: () => 'Ticked on evidence that you have not submitted.',
  untouched: () => 'Not ticked on any evidence yet.',
};

/** The same, as everybody else reads it. */
export const toStaffTexts: Readonly<Record<Standing, (names: Names) => string>> = {
  confirmed: () => 'Confirmed. It counts.',
  reopened: (n) => `Reopened by the IQA. ${n.assessor ?? 'An assessor'} must confirm it again.`,
  awaitingCountersign: (n) =>
    `${n.trainee ?? 'A trainee assessor'} ticked this. ${n.assessor ?? 'A qualified assessor'} has not countersigned it.`,
  awaitingAssessor: (n) => `${n.learner} ticked this. ${n.assessor ?? 'A qualified assessor'} has not confirmed it.`,
  notAgreed: (n) => `Ticked, but not agreed in review. ${n.learner} needs to offer more evidence.`,
  draft: (n) => `${n.learner} ticked this on evidence that is not submitted.`,
  untouched: (n) => `${n.learner} has not ticked this on any evidence.`,
};

/** Where a criterion needs more than one evidence item, so that a confirmation that does not count yet is no riddle. */
export const evidenceNeededTexts = {
  /** After one of the sentences above. */
  soFar: ({ confirmations, needed }: EvidenceSoFar) =>
    `It needs ${number(needed)} evidence items; ${confirmations === 0 ? 'none' : number(confirmations)} confirmed so far.`,
  partly: ({ confirmations, needed }: EvidenceSoFar) =>
    `Confirmed on ${number(confirmations)} of the ${number(needed)} evidence items it needs.`,
  toLearner: 'Tick it on another.',
  toStaff: ({ learner }: Names) => `${learner} offers another.`,
};
