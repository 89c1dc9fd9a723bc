import { expect } from 'chai';
import type { Change, Evidence } from '../../../shared/domain/evidence.ts';
import { fitsHistory } from '../../../shared/domain/history.ts';
import { anEvidence, aTick } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { anActor, personIn } from '../../builders/domain/people.ts';

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

  describe('with samples', () => {
    const confirmedById = personIn.assessor;
    const sampled = (outcome: 'accepted' | 'actionRequired'): Change => ({
      kind: 'sampled',
      confirmations: [{ criterionId: tick('1.2').criterionId, outcome, confirmedById, confirmedAt: tick('1.2').at }],
      feedback: 'Ask how.',
    });
    const history = aHistory([...changes, sampled('actionRequired')], { actor: anActor('iqa') });
    const last = history.at(-1);
    const { byId, at } = last ?? { byId: personIn.iqa, at: '' };
    const reopenings = [{ criterionId: tick('1.2').criterionId, byId, at }];
    const { confirmations, feedback } = sampled('actionRequired') as Extract<Change, { kind: 'sampled' }>;
    const samples = [{ byId, at, confirmations, feedback }];

    it('fits when samples and what is reopened are what the history tells', () => {
      expect(fitsHistory(item({ history, reopenings, samples }))).to.equal(true);
    });
    it('fits once an assessor confirmed again', () => {
      const again: Change = { kind: 'ticked', column: 'assessor', added: [tick('1.2')], removed: [tick('1.2')] };
      const actor = anActor('iqa');
      const longer = aHistory([...changes, sampled('actionRequired'), again], { actor });
      expect(fitsHistory(item({ history: longer, samples }))).to.equal(true);
    });
    it('does not fit when the reopening was taken away behind the application', () => {
      expect(fitsHistory(item({ history, samples }))).to.equal(false);
    });
    it('does not fit when a sample was changed into an acceptance', () => {
      const changed = samples.map((sample) => ({
        ...sample,
        confirmations: sample.confirmations.map((each) => ({ ...each, outcome: 'accepted' as const })),
      }));
      expect(fitsHistory(item({ history, reopenings, samples: changed }))).to.equal(false);
      expect(fitsHistory(item({ history, reopenings }))).to.equal(false);
    });
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
