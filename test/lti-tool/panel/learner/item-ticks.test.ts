import { expect } from 'chai';
import { itemTicks } from '../../../../lti-tool/panel/learner/item-ticks.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { EvidenceStatus } from '../../../../shared/domain/evidence.ts';
import { criterion, smallQualification } from '../small-qualification.ts';

const tick = (id: string, byName: string) => ({ criterionId: criterion(id), byName, at: '2026-11-20T09:00:00.000Z' });
const ticks: EvidenceView['ticks'] = {
  learner: [tick('202/1.1', 'Amelia'), tick('201/1.1', 'Amelia'), tick('201/1.2', 'Amelia')],
  trainee: [tick('201/1.2', 'Tom')],
  assessor: [tick('201/2.1', 'Priya'), tick('202/1.1', 'Priya')],
};
const standingsFor = (status: EvidenceStatus) =>
  Object.fromEntries(
    itemTicks(smallQualification, { ticks, status, reopened: [criterion('202/1.1')] }).flatMap((unit) =>
      unit.ticks.map((row) => [row.criterion.id, row.standing]),
    ),
  );

describe('itemTicks', () => {
  it('lists what anybody ticked, unit by unit in order, with who did', () => {
    const units = itemTicks(smallQualification, { ticks, status: 'submitted', reopened: [] });
    expect(units.map((unit) => [unit.ref, unit.ticks.map((row) => row.criterion.ref)])).to.deep.equal([
      ['201', ['1.1', '1.2', '2.1']],
      ['202', ['1.1']],
    ]);
    expect(units[0]?.ticks[1]?.by).to.deep.equal({ learner: 'Amelia', trainee: 'Tom' });
  });
  it('tells what waits for whom while submitted', () => {
    expect(standingsFor('submitted')).to.deep.equal({
      '201/1.1': 'awaitingAssessor',
      '201/1.2': 'awaitingCountersign',
      '201/2.1': 'confirmed',
      '202/1.1': 'reopened',
    });
  });
  it('tells what was not agreed once the review is finished', () => {
    expect(standingsFor('assessed')).to.include({
      '201/1.1': 'notAgreed',
      '201/1.2': 'notAgreed',
      '201/2.1': 'confirmed',
    });
  });
  it('counts nothing of withdrawn evidence', () => {
    expect(Object.values(standingsFor('withdrawn'))).to.have.members([
      'untouched',
      'untouched',
      'untouched',
      'untouched',
    ]);
  });
});
