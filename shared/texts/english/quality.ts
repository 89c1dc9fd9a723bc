import type { SamplingPick, SamplingRuleView } from '../../api/quality-views.ts';
import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
import { countingTexts } from './counting.ts';

const { criteria } = countingTexts;
const confirmations = (count: number): string => counted(count, { one: 'confirmation', other: 'confirmations' });

/** Sampling, and what an assessor does with an IQA’s action. */
export const qualityTexts = {
  tab: 'Sampling',
  title: 'Sampling',
  criteria,
  met: (met: number, of: number) =>
    of === 0
      ? 'Nothing has been confirmed yet'
      : `Plan met for ${number(met)} of ${number(of)} ${plural(of, { one: 'assessor', other: 'assessors' })}`,
  planInWords: (percent: number, named: number, months: number, fewer: number) =>
    `${number(percent)}% of each assessor’s confirmations${named > 0 ? `, ${number(named)} named ${plural(named, { one: 'percentage', other: 'percentages' })}` : ''}; and everything that a new assessor confirms: in their first ${plural(months, { one: 'month', other: `${number(months)} months` })} here, or with fewer than ${confirmations(fewer)}.`,
  planChanged: (name: string, date: string) => `Changed by ${name} on ${date}.`,
  planUsual: 'This is the usual plan; nobody has changed it.',
  readOnly: 'You can read all of this. Only an IQA can sample or change the plan.',
  editPlan: 'Edit plan',
  csv: 'CSV',
  csvFile: 'Sampling.csv',
  columns: { learner: 'Learner', trainee: 'Trainee', assessor: 'Assessor' },
  noAssessorsTitle: 'Nothing to sample yet',
  noAssessors: 'Assessors show up here once they have confirmed something, with what the plan asks to be sampled.',

  byAssessor: 'Plan by assessor',
  assessor: 'Assessor',
  plan: 'Plan',
  confirmations: 'Confirmations',
  sampled: 'Sampled',
  isMet: 'Plan met?',
  sampledOf: (required: number) => `of ${number(required)}`,
  newAssessor: 'New assessor',
  whyNew: (first: string, count: number) => `New here: first confirmation ${first}, ${confirmations(count)} so far`,
  metYes: 'Met',
  nothingAsked: 'Nothing to sample',
  toGo: (count: number) => `${number(count)} to go`,
  rule: (rule: SamplingRuleView, methodName: string): string => {
    switch (rule.kind) {
      case 'newAssessor':
        return 'New assessor: everything';
      case 'assessor':
        return 'Set for this assessor';
      case 'method':
        return methodName;
      case 'unit':
        return `Unit ${rule.unitRef}`;
      case 'usual':
        return 'Everything else';
    }
  },

  next: 'Next to sample',
  nextIntro: (reviews: number) =>
    `The plan asks for ${counted(reviews, { one: 'more review', other: 'more reviews' })}.`,
  nothingNextTitle: 'The plan is met',
  nothingNext: 'Every assessor’s confirmations are sampled as far as the plan asks. You can still sample any review.',
  review: 'Review',
  toSample: 'To sample',
  why: 'Why',
  because: (pick: SamplingPick, methodName: string): string => {
    const who = pick.assessor.name;
    const rule = {
      newAssessor: `${who} is new here, so everything is sampled.`,
      assessor: `${number(pick.percent)}% is set for ${who}.`,
      method: `${number(pick.percent)}% is set for ${methodName.toLowerCase()}.`,
      unit: `${number(pick.percent)}% is set for unit ${pick.rule.kind === 'unit' ? pick.rule.unitRef : ''}.`,
      usual: `${number(pick.percent)}% of ${who}’s confirmations are sampled.`,
    }[pick.rule.kind];
    const turn = {
      again: 'Confirmed again after an action.',
      firstOfKind: 'Nothing of this method and unit is sampled yet.',
      leastSampled: 'Its method, unit and learner are next in turn.',
      leftOut: 'Part of it was left out of a sample before.',
    }[pick.because];
    return `${rule} ${turn}`;
  },
  confirmedOn: (name: string, date: string) => `${name}, ${date}`,
  ownPick: 'You confirmed this yourself, so another IQA has to sample it.',
  showAll: (count: number) => `Show all ${number(count)}`,

  report: 'What samples found',
  reportEmpty: 'Nothing has been sampled yet.',
  accepted: 'Agreed',
  actionRequired: 'Action required',
  open: 'Still open',
  agreement: 'Agreement',
  csvHead: [
    'Assessor',
    'New',
    'Plan',
    'Confirmations',
    'To be sampled',
    'Sampled',
    'Outstanding',
    'Plan met',
    'Agreed in all samples',
    'Action required in all samples',
    'Still open',
  ],
  yes: 'yes',
  no: 'no',

  planDialog: 'Sampling plan',
  percentUsual: 'Of every assessor’s confirmations',
  percentLabel: (what: string) => `Percentage for ${what}`,
  usualHint: 'Leave a field empty for the percentage above. Where several fit a confirmation, the highest counts.',
  byPerson: 'By assessor',
  byMethod: 'By method',
  byUnit: 'By unit',
  named: (count: number) => (count === 0 ? 'as usual' : `${number(count)} set`),
  newLegend: 'Who is a new assessor',
  newHint: 'Everything that a new assessor confirms is sampled, whatever is set above.',
  months: 'Months after the first confirmation here',
  fewer: 'Or fewer confirmations than',
  save: 'Save plan',
  cancel: 'Cancel',
  planSaved: 'The plan is saved. What is next to sample is chosen by it.',

  sampleTitle: (name: string) => `Sample ${name}`,
  back: 'Sampling',
  backTo: 'Back to Sampling',
  sampleThis: 'Sample this review',
  criteriaToSample: 'Criteria, who ticked them, and your decision',
  confirmedBy: (name: string, date: string) => `Confirmed by ${name}, ${date}.`,
  ownReason: 'You confirmed this yourself: another IQA has to sample it.',
  reopenedReason: 'Reopened: it waits for an assessor to confirm it again.',
  sampledBefore: (outcome: 'accepted' | 'actionRequired', name: string, date: string) =>
    outcome === 'accepted' ? `Agreed by ${name}, ${date}.` : `Action asked for by ${name}, ${date}.`,
  decisionOn: (ref: string) => `Your decision on ${ref}`,
  choices: { accepted: 'Agree', actionRequired: 'Action required', leftOut: 'Leave out' },
  setAll: 'All of these:',
  nothingConfirmed: 'Nothing on this evidence is confirmed, so there is nothing to sample.',
  maySeeOnly: 'You can look at this; only an IQA can sample it.',
  cannotSample: 'You cannot sample this evidence: it is your own, or it was withdrawn.',
  feedbackTo: (names: string) => `Feedback to ${names}`,
  feedbackMissing: 'Say what the assessor should do, then record.',
  record: (accepted: number, actions: number) =>
    actions === 0
      ? `Record: ${number(accepted)} agreed`
      : `Record: ${number(accepted)} agreed, ${number(actions)} action required`,
  chooseSome: 'Choose at least one criterion.',
  skip: 'Skip',
  leave: {
    title: 'Leave without recording?',
    lost: 'Your decisions and feedback here are not recorded yet, and would be lost.',
    stay: 'Go on sampling',
    leave: 'Leave',
  },

  actionTitle: (count: number) => `Reopen ${criteria(count)}?`,
  actionLead: (count: number) =>
    `${plural(count, { one: 'This stops', other: 'These stop' })} counting until an assessor confirms ${plural(count, { one: 'it', other: 'them' })} again:`,
  progressGoes: (name: string, from: number, to: number, total: number) =>
    from === to
      ? `${name}’s progress stays at ${number(from)} of ${number(total)}: other evidence confirms the same.`
      : `${name}’s progress goes from ${number(from)} to ${number(to)} of ${number(total)}, and the gradebook is told the same.`,
  staysConfirmed: (refs: string, count: number) =>
    `${refs} ${plural(count, { one: 'stays', other: 'stay' })} confirmed by other evidence.`,
  toldWho: (names: string, learner: string) =>
    `${names} will read your feedback. ${learner} is told that a quality check reopened this, but not what you wrote.`,

  recorded: (name: string, accepted: number, actions: number) =>
    `Sample of ${name} recorded: ${number(accepted)} agreed${actions > 0 ? `, ${number(actions)} action required` : ''}.`,
  nothingRecorded: 'Nothing was recorded.',
  differs: (ref: string, now: 'notConfirmed' | 'confirmedAgain' | 'reopened') =>
    ({
      notConfirmed: `${ref} is no longer confirmed.`,
      confirmedAgain: `${ref} was confirmed again since you opened this, so look at it first.`,
      reopened: `${ref} was reopened by somebody else in the meantime.`,
    })[now],

  doConfirm: (refs: string, count: number, finished: boolean) => {
    const it = plural(count, { one: 'it', other: 'them' });
    const until = plural(count, { one: 'it does not count', other: 'they do not count' });
    const agreed = finished ? `mark ${it} not met` : 'finish or return the review first';
    return `Look at the evidence again and tick ${refs} to confirm ${it} again. Until then ${until}. If the IQA is right, ${agreed}.`;
  },
  notMet: {
    open: 'Not met…',
    title: 'Not met after all?',
    lead: (learner: string) => `This takes your confirmation back, and ${learner} can offer more evidence.`,
    reason: (learner: string) => `What is missing? ${learner} reads this.`,
    missing: 'Say what is missing, so that the learner knows what to offer.',
    afterwards: 'This closes the IQA’s action. You can still confirm it later, until an IQA has agreed.',
    button: (count: number) => (count > 1 ? `Mark ${number(count)} not met` : 'Mark not met'),
    done: (count: number) => `${criteria(count)} marked not met.`,
    told: (learner: string) => `${learner} reads why.`,
    is: 'Not met',
  },
  doLearn: (refs: string) =>
    `A qualified assessor looks at ${refs} again. You do not need to do anything; read what was said.`,
  asksFor: (by: string, refs: string, date: string) => `${by} (IQA) asks for action on ${refs}, ${date}`,
};
