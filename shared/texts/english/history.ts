import type { RecordDeed } from '../../api/record-views.ts';
import { number } from '../locale.ts';
import { counted } from '../plurals.ts';
import { countingTexts } from './counting.ts';

const { criteria } = countingTexts;

/** The history of one criterion, the record of a learner's whole qualification, and whether a record is whole. */
export const historyTexts = {
  loading: 'The history is on its way.',
  empty: 'Nothing has happened to this criterion yet: nobody has ticked it.',
  whole: (entries: number) =>
    `The record of this evidence item is whole: ${counted(entries, { one: 'entry', other: 'entries' })} checked.`,
  brokenAt: (entry: number, entries: number) =>
    `The record of this evidence item breaks at entry ${number(entry)} of ${number(entries)}: that entry, or the one before it, was changed behind the application. Do not rely on it, and tell whoever runs Countersign for your centre.`,
  doesNotFit: (entries: number) =>
    `The ${number(entries)} entries fit together, but the evidence item is not what they lead to: it was changed behind the application. Do not rely on it, and tell whoever runs Countersign for your centre.`,
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
    loading: 'The record is read and checked.',
    empty: 'Nothing is recorded yet: there is no evidence.',
    again: 'Try again',
    open: 'Open the evidence',
    entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    checked: (items: number, broken: number) =>
      broken === 0
        ? `${items === 1 ? 'The record of 1 evidence item is' : `The records of all ${items} evidence items are`} whole.`
        : `${broken} of ${items} records ${broken === 1 ? 'is' : 'are'} not whole. Do not rely on ${broken === 1 ? 'it' : 'them'}, and tell whoever runs Countersign for your centre.`,
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
          return `accepted ${deed.added === 1 ? `1 ${whose} tick` : `${deed.added} ${whose} ticks`} at once`;
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
          return `sampled ${criteria(deed.accepted + deed.actions)}${deed.actions > 0 ? `, action required on ${deed.actions}` : ''}`;
        case 'notMet':
          return `marked ${criteria(deed.criteria)} not met`;
        default:
          return {
            created: 'began it',
            edited: 'changed its words',
            attached: 'added a file',
            detached: 'removed a file',
            handedOver: 'handed it over for countersigning',
            erased: 'erased its texts',
          }[deed.kind];
      }
    },
  },
};
