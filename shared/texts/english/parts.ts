import { number } from '../locale.ts';
import { countingTexts } from './counting.ts';

/** What every screen is made of. */
export const partsTexts = {
  product: 'Countersign',
  pageTitle: (title: string) => `${title} - Countersign`,
  mainNavigation: 'Main',
  loading: 'Loading',
  tryAgain: 'Try again',
  screenOffline: 'You are offline, so this screen could not be fetched. Nothing is lost: try again in a moment.',
  close: 'Close',
  putAway: 'Dismiss this message',
  /** The number that support asks for. */
  request: (id: string) => `request ${id}`,
  ring: (confirmed: number, total: number, awaiting: number) =>
    `${number(confirmed)} of ${number(total)} criteria confirmed, ${number(awaiting)} waiting`,
  of: (total: number) => `of ${number(total)}`,
  ...countingTexts,
  fileSizes: ['KB', 'MB', 'GB'],
  standings: {
    confirmed: 'Confirmed',
    awaitingCountersign: 'Awaiting countersign',
    awaitingAssessor: 'Awaiting assessor',
    notAgreed: 'Not agreed',
    reopened: 'Reopened',
    draft: 'Draft',
    untouched: 'Not started',
  },
  roles: {
    learner: 'learner',
    traineeAssessor: 'trainee assessor',
    assessor: 'assessor',
    iqa: 'IQA',
    manager: 'centre manager',
    eqa: 'EQA',
  },
  methods: {
    observation: 'Observation',
    product: 'Product',
    witnessTestimony: 'Witness testimony',
    professionalDiscussion: 'Professional discussion',
    reflectiveAccount: 'Reflective account',
    questioning: 'Questioning',
    recognitionOfPriorLearning: 'Recognition of prior learning',
  },
};

/** Ending a session. */
export const sessionTexts = {
  end: 'End session',
  question: 'End your session here?',
  ended: 'To come back, open Countersign from your course again. All that you saved is there.',
  unsaved: 'Do this if other people use this computer too. Anything not saved yet would be lost.',
  stay: 'Stay',
  endedTitle: 'Your session has ended',
};

/** People who are not here any more. */
export const peopleTexts = {
  left: 'has left',
  neverOpened: 'not here yet',
};
