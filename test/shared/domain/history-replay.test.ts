import { expect } from 'chai';
import type { Change, Evidence } from '../../../shared/domain/evidence.ts';
import { fitsHistory } from '../../../shared/domain/history.ts';
import { anEvidence, aTick } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { personIn } from '../../builders/domain/people.ts';

const tick = (ref: string) => aTick(ref, personIn.assessor);
const changes: readonly Change[] = [
  { kind: 'created', after: { title: 'Call' } },
  { kind: 'ticked', column: 'learner', added: [tick('1.1'), tick('1.2'), tick('1.3')], removed: [] },
  { kind: 'ticked', column: 'learner', added: [], removed: [tick('1.3')] },
  { kind: 'status', before: 'draft', after: 'submitted', feedback: '' },
  { kind: 'acceptedAll', column: 'assessor', of: 'learner', added: [tick('1.1'), tick('1.2')] },
  { kind: 'undone', sequence: 4, column: 'assessor', removed: [tick('1.1'), tick('1.2')] },
  { kind: 'ticked', column: 'assessor', added: [tick('1.2')], removed: [] },
];
const item = (over: Partial<Evidence> = {}): Evidence =>
  anEvidence({
    status: 'submitted',
    ticks: { learner: [tick('1.1'), tick('1.2')], trainee: [], assessor: [tick('1.2')] },
    history: aHistory(changes),
    ...over,
  });

describe('R11: an item against its history', () => {
  it('fits when ticks and status are what the history leads to', () => {
    expect(fitsHistory(item())).to.equal(true);
  });

  it('fits a fresh draft', () => {
    const ticks = { learner: [], trainee: [], assessor: [] };
    expect(fitsHistory(item({ status: 'draft', ticks, history: aHistory(changes.slice(0, 1)) }))).to.equal(true);
  });

  const edits: ReadonlyArray<readonly [string, Partial<Evidence>]> = [
    ['a confirmation was slipped in', { ticks: { ...item().ticks, assessor: [tick('1.1'), tick('1.2')] } }],
    ['a confirmation was taken out', { ticks: { ...item().ticks, assessor: [] } }],
    ['a tick was swapped for another', { ticks: { ...item().ticks, learner: [tick('1.1'), tick('1.3')] } }],
    ['a tick is there twice', { ticks: { ...item().ticks, assessor: [tick('1.2'), tick('1.2')] } }],
    ['the status was changed', { status: 'assessed' }],
    ['the newest entries of the history were cut off', { history: aHistory(changes.slice(0, 5)) }],
  ];
  for (const [sentence, edit] of edits) {
    it(`does not fit when ${sentence}`, () => {
      expect(fitsHistory(item(edit))).to.equal(false);
    });
  }
});
