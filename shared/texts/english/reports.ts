import { number } from '../locale.ts';
import { counted } from '../plurals.ts';

/** What is holding progress back. */
export const reportsTexts = {
  title: 'Reports',
  heading: 'What is holding progress back',
  intro: 'Ticks that nobody has confirmed, longest wait first. Only what a qualified assessor confirmed counts.',
  nothingTitle: 'Nothing waits',
  nothing: 'Every tick on submitted evidence has been decided.',
  assessors: 'Assessors',
  units: 'Units',
  evidence: 'Evidence',
  nobody: 'Nobody named',
  nobodyHint: 'A centre manager can assign these learners',
  oldest: 'Oldest',
  mean: 'Mean',
  unconfirmed: 'Unconfirmed',
  items: 'Evidence',
  learners: 'Learners',
  learner: 'Learner',
  assessor: 'Assessor',
  unit: 'Unit',
  evidenceTitle: 'Title',
  since: 'Since',
  toCountersign: (count: number) => counted(count, { one: 'to countersign', other: 'to countersign' }),
  csv: 'CSV',
  print: 'Print',
  file: 'Holding progress back.csv',
  kind: 'Kind',
  kinds: { assessor: 'Assessor', unit: 'Unit', evidence: 'Evidence' },
  name: 'Name',
  more: (count: number) => `Show ${number(count)} more`,
};
