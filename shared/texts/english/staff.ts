import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
/** What the screens of assessors, IQAs and managers share. */
export const staffTexts = {
  late: 'Countersign did not answer in time. Nothing is lost: try again in a moment.',
  tabs: {
    caseload: 'Caseload',
    matrix: 'Matrix',
    reports: 'Reports',
    sampling: 'Sampling',
    scores: 'Scores',
    centre: 'Centre',
    extension: 'Extension',
  },
  unsent: {
    heading: 'Not saved yet.',
    kept: (count: number) =>
      `${counted(count, { one: 'tick is', other: 'ticks are' })} kept in this window and will be sent when the connection is back. Keep this window open.`,
    retry: 'Try now',
  },
  status: {
    draft: 'Draft, not submitted',
    unconfirmed: (count: number) => `Submitted, ${counted(count, { one: 'criterion', other: 'criteria' })} unconfirmed`,
    unfinished: 'Submitted, review not finished',
    returned: 'Returned to the learner',
    assessed: 'Assessed',
    withdrawn: 'Withdrawn, does not count',
  },
};

/** The caseload. */
export const caseloadTexts = {
  title: 'Caseload',
  /** What follows the number of criteria that wait. */
  waiting: (count: number, trainee: boolean, waiting: number, learners: number) =>
    `${trainee ? 'unassessed' : 'unconfirmed'} ${plural(count, { one: 'criterion', other: 'criteria' })}, ${number(waiting)} of your ${number(learners)} learners`,
  nothing: (trainee: boolean) => `Nothing ${trainee ? 'unassessed' : 'unconfirmed'}`,
  actions: (count: number) => counted(count, { one: 'IQA action', other: 'IQA actions' }),
  search: 'Search learners',
  filter: 'Filter learners',
  nobody: (filter: string) => `Nobody here under “${filter}”.`,
  nothingWaitsTitle: 'Nothing waits for you',
  lookAtMatrix: 'Look at the matrix',
  noMatchTitle: (query: string) => `No learner called “${query}”`,
  noMatch: 'Check the spelling, or look under All.',
  clear: 'Clear the search',
  caption: 'Learners, longest wait first',
  learner: 'Learner',
  waitingHead: 'Waiting',
  toAssess: 'To assess',
  unconfirmed: 'Unconfirmed',
  learnerHead: 'Learner',
  traineeHead: 'Trainee',
  /** After the two before, where there is room for it. */
  ticksHead: 'ticks',
  oldest: 'Oldest evidence',
  confirmed: 'Confirmed',
  confirmedOf: (total: number) => `Confirmed of ${number(total)}`,
  notWaiting: 'Not waiting for you',
  learners: (count: number) => counted(count, { one: 'learner', other: 'learners' }),
  allConfirmed: 'All confirmed',
  noEvidence: 'No evidence yet',
  neverOpened: 'Has not opened Countersign yet',
  quiet: (days: number) => `No activity for ${number(days)} days`,
  upToDate: (date: string) => `Up to date, last activity ${date}`,
  noLearners: 'No learners here yet. They show up once they have opened Countersign in this course.',
  nothingWaits: (learners: number, traineeTicks: number, late: boolean) => {
    const who = plural(learners, { one: 'Your learner is', other: `All ${number(learners)} learners are` });
    const countersign =
      traineeTicks > 0
        ? ` ${number(traineeTicks)} of your ticks ${plural(traineeTicks, { one: 'awaits', other: 'await' })} countersign.`
        : '';
    const then = late
      ? 'That is enough for today; new evidence will be here when you come back.'
      : 'New evidence will show here, longest wait first.';
    return `${who} up to date.${countersign} ${then}`;
  },
  toFinish: (count: number) => counted(count, { one: 'to finish', other: 'to finish' }),
  nothingTicked: 'Nothing ticked: waiting for your decision',
  allDecided: 'All decided: finish the review',
  readyToCountersign: 'Ready to countersign',
  filters: {
    waiting: 'Waiting for you',
    countersign: 'To countersign',
    awaitingCountersign: 'Awaiting countersign',
    unfinished: 'To finish',
    actions: 'Action required',
    returned: 'Returned',
    quiet: 'Quiet 30 days',
    all: 'All',
  },
  returnedOn: (title: string, date: string) => `Returned ${date}: ${title}`,
};

/** One learner, as staff see them. */
export const enrolmentTexts = {
  title: 'Learner',
  assessedBy: (names: string) => `Assessed by ${names}`,
  nobodyNamed: 'No assessor named yet',
  /** What follows the number of confirmed criteria. */
  ofConfirmed: (total: number) => `of ${number(total)} criteria confirmed`,
  unconfirmed: 'unconfirmed',
  evidence: 'Evidence',
  criteria: 'Criteria',
  noEvidence: (learner: string) => `${learner} has not added any evidence yet.`,
  record: 'Record',
  showRecord: 'Read and check the record',
  evidenceTitle: 'Title',
  status: 'Status',
  sent: 'Submitted',
  ticked: 'Ticked',
  confirmed: 'Confirmed',
  all: 'All',
  waiting: 'Waiting',
  filter: 'Filter criteria',
  sum: (confirmed: number, total: number, waiting: number) =>
    `${number(confirmed)} of ${number(total)} confirmed${waiting > 0 ? `, ${number(waiting)} waiting` : ''}`,
  criteriaOf: (unit: string) => `Criteria of unit ${unit}`,
  standing: 'Standing',
  criterion: 'Criterion',
  why: 'Why',
  since: (date: string) => `Since ${date}.`,
  evidenceLink: 'Evidence',
  evidenceFor: (ref: string) => `for ${ref}`,
  gradebook: {
    notEnrolled: 'The LMS does not list this person any more, so it is told nothing.',
    keptTheirs: 'A manager keeps the grade that somebody typed into the gradebook.',
    changedByHand: 'Somebody typed another grade into the gradebook; a manager chooses, in Scores.',
    notTaken: 'The gradebook has not taken the last number; Scores says why.',
    paused: 'The gradebook has not been told yet: publishing is paused.',
    nothingSent: 'Nothing has been sent to the gradebook yet.',
    soon: 'The gradebook has not been told yet; it will be shortly.',
    told: (given: number, maximum: number, date: string, upToDate: boolean) =>
      `The gradebook was told ${number(given)} of ${number(maximum)} on ${date}${upToDate ? ', and that is still right.' : '; the newer number is on its way.'}`,
  },
};

/** Recording evidence for a learner. */
export const recordTexts = {
  button: 'Record evidence',
  title: 'Record evidence',
  heading: (learner: string) => `Record evidence for ${learner}`,
  intro: (learner: string) =>
    `For what you saw, heard or asked yourself. It is under your name in the history and on screen; ${learner} reads it, and you choose the criteria next.`,
  method: 'What it is',
  titleField: 'Title',
  titleMissing: 'Give it a title, so that everybody finds it again.',
  words: 'What happened, and what it shows',
  save: 'Save and choose criteria',
  cancel: 'Cancel',
  filesWait: 'Wait until the files are sent.',
  addFiles: 'Add files',
  leave: 'Leave without saving what you wrote?',
};

/** What became of a trainee assessor’s ticks. */
export const traineeWorkTexts = {
  tab: 'Countersigned',
  title: 'What was countersigned',
  intro: 'The evidence you ticked, the newest decision first.',
  empty: 'Nothing yet. What you tick and hand over shows here, with what became of it.',
  emptyTitle: 'No ticks of yours yet',
  evidence: 'Evidence',
  countersigned: 'Countersigned',
  notAgreed: 'Not agreed',
  waiting: 'Waiting',
  why: 'What the assessor said',
  noWords: 'No feedback was written.',
  handedOver: (date: string) => `Handed over ${date}`,
  notHandedOver: 'Not handed over yet',
  returned: (name: string) => `Returned to the learner by ${name}`,
  none: 'none',
};
