import { expect } from 'chai';
import { criterionHistory } from '../../../shared/domain/criterion-history.ts';
import type { Change } from '../../../shared/domain/evidence.ts';
import { anEvidence, aTick, at, criterion } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { learnerId, personIn } from '../../builders/domain/people.ts';

const mine = aTick('1.1', learnerId);
const other = aTick('1.2', learnerId);
const assessors = aTick('1.1', personIn.assessor);
const status = (before: 'draft' | 'submitted', after: 'submitted' | 'assessed' | 'withdrawn'): Change => ({
  ...{ kind: 'status', before, after, feedback: '' },
});
const sample: Change = {
  kind: 'sampled',
  confirmations: [
    {
      ...{ criterionId: criterion('1.1'), outcome: 'actionRequired' },
      ...{ confirmedById: personIn.assessor, confirmedAt: at(0) },
    },
  ],
  feedback: 'Ask how.',
};
const changes: readonly Change[] = [
  { kind: 'created', after: { title: 'Call' } },
  { kind: 'ticked', column: 'learner', added: [other], removed: [] },
  { kind: 'ticked', column: 'learner', added: [mine], removed: [] },
  status('draft', 'submitted'),
  { kind: 'ticked', column: 'trainee', added: [aTick('1.1', personIn.traineeAssessor)], removed: [] },
  { kind: 'acceptedAll', column: 'assessor', of: 'trainee', added: [assessors] },
  { kind: 'undone', sequence: 5, column: 'assessor', removed: [assessors] },
  { kind: 'ticked', column: 'assessor', added: [assessors], removed: [] },
  status('submitted', 'assessed'),
  sample,
  { kind: 'ticked', column: 'assessor', added: [assessors], removed: [assessors] },
  { ...sample, confirmations: [{ ...sample.confirmations[0], outcome: 'accepted' }] } as Change,
  status('submitted', 'withdrawn'),
];
const history = (ref: string) => criterionHistory(anEvidence({ history: aHistory(changes) }), criterion(ref));

describe('the history of a criterion', () => {
  it('tells every change of it, with its standing before and after', () => {
    const told = history('1.1').map(({ sequence, what, before, after }) => [
      sequence,
      what.kind === 'tick'
        ? `${what.column} ${what.on ? 'on' : 'off'} ${what.how}`
        : what.kind === 'status'
          ? what.after
          : what.kind === 'sample'
            ? what.outcome
            : what.kind,
      before,
      after,
    ]);
    expect(told).to.deep.equal([
      [2, 'learner on byHand', 'untouched', 'draft'],
      [3, 'submitted', 'draft', 'awaitingAssessor'],
      [4, 'trainee on byHand', 'awaitingAssessor', 'awaitingCountersign'],
      [5, 'assessor on acceptedAll', 'awaitingCountersign', 'confirmed'],
      [6, 'assessor off undone', 'confirmed', 'awaitingCountersign'],
      [7, 'assessor on byHand', 'awaitingCountersign', 'confirmed'],
      [8, 'assessed', 'confirmed', 'confirmed'],
      [9, 'actionRequired', 'confirmed', 'reopened'],
      [10, 'assessor on byHand', 'reopened', 'confirmed'],
      [11, 'accepted', 'confirmed', 'confirmed'],
      [12, 'withdrawn', 'confirmed', 'untouched'],
    ]);
  });

  it('leaves out what is about other criteria', () => {
    expect(history('1.2').map(({ sequence }) => sequence)).to.deep.equal([1, 3, 8, 12]);
    expect(history('2.1')).to.deep.equal([]);
  });

  it('tells who did it, acting as what, from where and when', () => {
    const [first] = history('1.1');
    expect(first).to.include({ byId: personIn.assessor, actingAs: 'assessor', origin: 'panel', at: at(2) });
  });
});
