import type { RecordDeed } from '../../api/record-views.ts';
import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
import { countingTexts } from './counting.ts';

const { criteria } = countingTexts;
const entries = (count: number): string => counted(count, { one: 'entry', other: 'entries' });

/** The history of one criterion, the record of a learner's whole qualification, and whether a record is whole. */
export const historyTexts = {
  loading: 'Loading the history…',
  empty: 'Nothing has happened to this criterion yet: nobody has ticked it.',
  whole: (count: number) => `The record of this evidence item is whole: ${entries(count)} checked.`,
  brokenAt: (entry: number, entries: number) =>
    `The record of this evidence item breaks at entry ${number(entry)} of ${number(entries)}: that entry, or the one before it, was changed outside Countersign. Do not rely on it, and tell whoever runs Countersign for your centre.`,
  doesNotFit: (entries: number) =>
    `The ${number(entries)} entries fit together, but the evidence item is not what they lead to: it was changed outside Countersign. Do not rely on it, and tell whoever runs Countersign for your centre.`,
  what: {
    learnerTicked: 'ticked it',
    traineeTicked: 'ticked it as trainee assessor',
    confirmed: 'confirmed it',
    countersigned: 'countersigned it',
    confirmedAgain: 'confirmed it again',
    learnerUnticked: 'took the tick back',
    traineeUnticked: 'took the trainee assessor’s tick back',
    unconfirmed: 'took the confirmation back',
    accepted: 'agreed with the confirmation (sampled)',
    actionRequired: 'asked for action and reopened it (sampled)',
    submitted: 'submitted the evidence',
    returned: 'returned the evidence',
    assessed: 'finished the review',
    withdrawn: 'withdrew the evidence',
    draft: 'made it a draft again',
    notMet: 'marked it not met',
  },
  how: { byHand: '', acceptedAll: ' with “accept all”', undone: ' by undoing “accept all”' },
  origin: {
    panel: 'in the panel',
    extension: 'from the browser extension',
    api: 'through the API',
    system: 'by the system',
  },
  stays: (standing: string) => `stays ${standing.toLowerCase()}`,
  goes: (before: string, after: string) => `${before} → ${after}`,
  goesInWords: (before: string, after: string) => `${before}, then ${after}`,

  /** The record of a learner's whole qualification. */
  wholeRecord: {
    loading: 'Reading and checking the record…',
    empty: 'Nothing is recorded yet: there is no evidence.',
    again: 'Try again',
    open: 'Open the evidence',
    entries,
    checked: (items: number, broken: number) =>
      broken === 0
        ? `${plural(items, { one: 'The record of 1 evidence item is', other: `The records of all ${number(items)} evidence items are` })} whole.`
        : `${number(broken)} of ${number(items)} records ${plural(broken, { one: 'is', other: 'are' })} not whole. Do not rely on ${plural(broken, { one: 'it', other: 'them' })}, and tell whoever runs Countersign for your centre.`,
    deed: (deed: RecordDeed): string => {
      switch (deed.kind) {
        case 'ticked': {
          const verb = deed.column === 'assessor' ? ['confirmed', 'took back'] : ['ticked', 'unticked'];
          return [
            ...(deed.added > 0 ? [`${verb[0]} ${criteria(deed.added)}`] : []),
            ...(deed.removed > deed.added || deed.added === 0 ? [`${verb[1]} ${criteria(deed.removed)}`] : []),
          ].join(' and ');
        }
        case 'acceptedAll': {
          const whose = deed.of === 'learner' ? 'learner' : 'trainee assessor';
          return `accepted ${counted(deed.added, { one: `${whose} tick`, other: `${whose} ticks` })} at once`;
        }
        case 'undone':
          return `undid accepting ${criteria(deed.removed)}`;
        case 'status':
          return {
            draft: 'made it a draft again',
            submitted: 'submitted it',
            returned: 'returned it',
            assessed: 'finished the review',
            withdrawn: 'withdrew it',
          }[deed.after];
        case 'sampled':
          return `sampled ${criteria(deed.accepted + deed.actions)}${deed.actions > 0 ? `, action required on ${number(deed.actions)}` : ''}`;
        case 'notMet':
          return `marked ${criteria(deed.criteria)} not met`;
        default:
          return {
            created: 'began it',
            edited: 'changed its words',
            attached: 'added a file',
            detached: 'removed a file',
            handedOver: 'handed it over for countersigning',
            commented: 'wrote a comment',
            erased: 'erased its texts',
          }[deed.kind];
      }
    },
  },
};
