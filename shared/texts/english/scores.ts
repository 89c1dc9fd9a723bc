import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';

/** One learner by name, several by their number. */
const whose = (names: readonly string[]): string =>
  plural(names.length, { one: names[0] ?? '', other: `${number(names.length)} learners` });

/** The Scores screen. */
export const scoresTexts = {
  title: 'Scores',
  caption: 'Score publishing by learner',
  /** Of a table that shows only some of its rows at once. */
  captionPart: (from: number, to: number, total: number) =>
    `Score publishing by learner, rows ${number(from)} to ${number(to)} of ${number(total)}`,
  pages: 'More scores',
  part: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
  previous: (count: number) => `Previous ${number(count)}`,
  next: (count: number) => `Next ${number(count)}`,
  learner: 'Learner',
  unit: (ref: string) => `unit ${ref}`,
  confirmed: 'Confirmed',
  gradebook: 'Gradebook',
  state: 'State',
  happened: 'What happened, what to do',
  action: 'Action',
  none: 'none',
  of: (score: number, maximum: number) => `${number(score)} of ${number(maximum)}`,
  nothingToSend: 'Nothing is confirmed yet, so there is nothing to send',
  upToDate: (count: number, total: number) =>
    `${number(count)} of ${number(total)} gradebook ${plural(total, { one: 'score is', other: 'scores are' })} up to date`,
  checked: (moment: string) => `checked ${moment}`,
  check: 'Check the gradebook now',
  checking: 'The gradebook is being compared.',
  filterLabel: 'Filter scores',
  filters: { all: 'All', needsYou: 'Needs you', onTheWay: 'On the way', inStep: 'Up to date' },
  search: 'Search learners',
  noLearnersTitle: 'No learners here yet',
  noLearners: 'They show up once they have opened Countersign in this course.',
  nobodyTitle: 'Nobody here',
  nobody: 'No learner fits this filter and search.',
  states: {
    inStep: 'Up to date',
    nothingYet: 'Nothing to send yet',
    due: 'Sending',
    retrying: 'Will retry',
    stopped: 'Stopped',
    changedByHand: 'Changed by hand',
    keptTheirs: 'LMS grade kept',
    notEnrolled: 'Not enrolled',
  },
  retryAt: (moment: string) => `Will retry ${moment}`,
  typedFirst: (grade: string) => `Somebody typed ${grade} into the gradebook before our first score.`,
  typedOver: (ours: number, grade: string) => `Somebody changed ${number(ours)} to ${grade} in the gradebook by hand.`,
  kept: (grade: string) => `A manager keeps the grade in the gradebook (${grade}). Nothing is sent.`,
  trouble: (reason: string, code: string, remedy: string) => `${reason} (code ${code}). ${remedy}`.trim(),
  /** What to do about a score that waits for a person. Nothing for what passes by itself. */
  remedies: {
    unreachable: '',
    busy: '',
    failed: '',
    clockBehind: 'It is sent when the time has come; ask whoever runs Countersign to check its clock.',
    laterScore: '',
    columnBusy: '',
    noColumn: 'Switch grading on in the activity’s settings, open the activity again, then try.',
    columnGone: 'Switch grading on in the activity’s settings, open the activity again, then try.',
    noUnits: 'Choose the learner’s units, then try.',
    learnerGone: 'Enrol them in the course again, then try.',
    locked: 'Unlock the grade or its column in the LMS, then try.',
    notAllowed: 'Ask the LMS administrator to allow this tool to send grades, then try.',
    refused: 'Check in the LMS that this person is a learner of the course, then try.',
    overridden: 'Remove the override in the LMS gradebook, then try.',
    notKept: 'Look at the grade in the LMS, then try.',
    laterScoreStays: 'Look at the grade in the LMS; if ours should count, try.',
  },
  takingBack: 'This unit does not count any more: its score is taken back.',
  notListed: 'The LMS does not list this person in the course any more.',
  sentAgain: 'The LMS did not keep the last score; it is sent again.',
  /** After the name of a button in a learner's row, for screen readers. */
  forLearner: (name: string) => `for ${name}`,
  publishOurs: 'Publish ours',
  keepTheirs: 'Keep theirs',
  managerChooses: 'A manager chooses',
  tryNow: 'Try now',
  publishNow: 'Publish now',
  publishAll: 'Publish all',
  onTheirWay: (names: readonly string[]) =>
    plural(names.length, {
      one: `${names[0]}’s score is on its way.`,
      other: `${number(names.length)} scores are on their way.`,
    }),
  answered: (done: number, of: number) => `${number(done)} of ${number(of)} answered`,
  byHand: (count: number) => `${counted(count, { one: 'grade was', other: 'grades were' })} changed by hand.`,
  publishOursForAll: 'Publish ours for all',
  keepTheirsForAll: 'Keep theirs for all',
  choice: {
    ours: {
      title: (names: readonly string[]) => `Publish our score for ${whose(names)}?`,
      explained: 'The grade that somebody typed in the LMS is replaced by what assessors have confirmed.',
      done: 'Our scores are on their way.',
    },
    theirs: {
      title: (names: readonly string[]) => `Keep the LMS grade of ${whose(names)}?`,
      explained: 'Nothing is sent for them any more, whatever is confirmed later, until you publish ours again.',
      done: 'The grades in the LMS are kept.',
    },
  },
  pause: 'Pause',
  pauseTitle: (platform: string) => `Pause publishing to ${platform}?`,
  pauseExplained: (platform: string) =>
    `No scores are sent to any course of ${platform} until somebody resumes. Nothing is lost: what is confirmed meanwhile is sent then.`,
  paused: 'Publishing is paused. What is confirmed meanwhile is sent afterwards.',
  pausedSince: (platform: string, moment: string) =>
    `Publishing to ${platform} has been paused since ${moment}. What is confirmed meanwhile is sent afterwards.`,
  resume: 'Resume',
  resumed: 'Publishing goes on.',
  notCompared: (fault: string) => `The gradebook could not be compared: ${fault} It is tried again by itself.`,
  otherScale: (refused: number, shown: number | null) =>
    `The LMS does not let Countersign set the column’s maximum to ${number(refused)}${shown === null ? '' : `, so it shows scores out of ${number(shown)}`}. The share is right all the same.`,
  columns: {
    one: 'Scores go to one gradebook column, for the whole qualification.',
    units: 'Scores go to a gradebook column for the qualification and one more for each unit.',
    noMore: 'The LMS does not let Countersign add more.',
    wantUnits: 'Add a column for each unit',
    wantOne: 'Only one column',
    askUnits: 'Add a gradebook column for each unit?',
    askOne: 'Stop sending scores for each unit?',
    add: (count: number) => `Add ${counted(count, { one: 'column', other: 'columns' })}`,
    unitsExplained: (count: number, platform: string) =>
      `${counted(count, { one: 'column is', other: 'columns are' })} added to the gradebook in ${platform}, named after the units, and everybody’s scores are sent to them. Check there whether they should count towards the course total: the column for the whole qualification already holds every unit.`,
    oneExplained: (platform: string) =>
      `The scores in the unit columns are taken back. The empty columns stay in ${platform} until somebody deletes them there. The column for the whole qualification goes on as it is.`,
    chosen: {
      one: 'The scores in the unit columns are being taken back.',
      units: 'Columns for the units are on their way.',
    },
  },
  sent: (moment: string) => `Sent ${moment}`,
  sentBefore: 'Scores sent',
  sentFor: (name: string) => `for ${name}: all scores sent`,
  history: {
    title: (name: string, unitRef: string | null) =>
      `Scores sent for ${name}${unitRef === null ? '' : `, unit ${unitRef}`}`,
    none: 'None yet.',
    takenBack: 'Taken back',
    close: 'Close',
    answers: {
      accepted: 'The LMS took it.',
      stale: 'The LMS held a grade with a later time.',
      lineItemGone: 'The gradebook column was gone.',
      unknown: 'The answer never came.',
      notTaken: 'The LMS did not take it.',
    },
  },
  cancel: 'Cancel',
  csv: {
    button: 'CSV',
    file: 'Scores.csv',
    learner: 'Learner',
    unit: 'Unit',
    confirmed: 'Confirmed',
    of: 'Of',
    gradebook: 'Gradebook',
    state: 'State',
    published: 'Last published',
    nextTry: 'Next try',
    happened: 'What happened',
  },
};
