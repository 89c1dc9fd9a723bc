import { number } from '../locale.ts';
import { counted } from '../plurals.ts';
/** The matrix of learners and criteria. */
export const matrixTexts = {
  title: 'Matrix',
  noLearnersTitle: 'No learners here yet',
  noLearners: 'They show up once they have opened Countersign in this course.',
  nobodyTitle: 'Nobody here',
  nobody: 'No learner fits these filters and this search.',
  showAll: 'Show all learners',
  learners: (count: number) => counted(count, { one: 'learner', other: 'learners' }),
  percentConfirmed: (percent: number) => `${number(percent)}% confirmed`,
  filterLabel: 'Filter the matrix',
  filters: { all: 'All', waiting: 'Waiting', notAgreed: 'Not agreed', reopened: 'Reopened' },
  search: 'Search learners',
  more: 'Filters',
  learnersOf: (name: string) => `Learners of ${name}`,
  unit: 'Unit',
  allUnits: 'All units',
  waited: 'Waiting longer than',
  waitedLonger: (days: number) => (days === 0 ? 'Any wait' : `Over ${number(days)} days`),
  sort: 'Order',
  sorts: {
    name: 'By name',
    confirmed: 'Least confirmed',
    waiting: 'Most waiting',
    longest: 'Longest waiting',
  },
  columns: 'Columns',
  modes: { criteria: 'By criteria', outcomes: 'By outcomes', units: 'By units' },
  region: {
    criteria: 'Learners by criteria',
    outcomes: 'Learners by outcomes',
    units: 'Learners by units',
  },
  caption: {
    criteria: 'Standing of every criterion for every learner. Arrow keys move, Enter opens the evidence.',
    outcomes: 'Standing of every outcome for every learner. Arrow keys move, Enter opens its criteria.',
    units: 'Standing of every unit for every learner. Arrow keys move, Enter opens its criteria.',
  },
  learner: 'Learner',
  of: (total: number) => `of ${number(total)}`,
  percent: 'Confirmed, %',
  symbols: 'Symbols',
  outside: 'Not in their units',
  partly: 'Confirmed, more evidence needed',
  sum: (confirmed: number, total: number, waiting: number) =>
    `${number(confirmed)} of ${number(total)}${waiting > 0 ? `, ${number(waiting)} waiting` : ''}`,
  waiting: (count: number) => `${number(count)} waiting`,
  csv: {
    button: 'CSV',
    file: (number: string) => `Matrix ${number}.csv`,
    learner: 'Learner',
    assessors: 'Assessors',
    confirmed: 'Confirmed',
    of: 'Of',
    waitingSince: 'Waiting since',
  },
  print: 'Print',
  tooMuchTitle: 'Too much for one print',
  tooMuch: (learners: number, columns: number) =>
    `${number(learners)} learners by ${number(columns)} columns would be hundreds of pages. Choose one unit, one assessor’s learners or a filter first, then print; or save all of it as CSV.`,
  printTitle: 'Matrix for print',
  printSubtitle: (learners: number, mode: string, date: string) =>
    `${counted(learners, { one: 'learner', other: 'learners' })}, ${mode.toLowerCase()}, ${date}`,
  backToMatrix: 'Back to the matrix',
  openLearner: 'Open the learner',
  back: 'All criteria',
  close: 'Close',
  noEvidence: (givenName: string) =>
    `There is no evidence for it that you can see. Drafts are private to ${givenName}.`,
  evidenceState: (item: { confirmed: boolean; unconfirmed: boolean; reopened: boolean; status: string }) => {
    if (item.status === 'withdrawn') return 'withdrawn, does not count';
    if (item.reopened) return 'reopened by the IQA';
    if (item.confirmed) return 'confirmed';
    if (item.unconfirmed) return 'not confirmed yet';
    return item.status === 'assessed' ? 'not agreed' : 'returned to the learner';
  },
};
