import { expect } from 'chai';
import { matrixColumns, unitRuns } from '../../../../lti-tool/panel/matrix/matrix-columns.ts';
import { qualification } from '../assessor/review/evidence-sample.ts';

describe('the columns of the matrix', () => {
  const criteria = matrixColumns(qualification, 'criteria');

  it('are the criteria in the order of the letters', () => {
    expect(criteria.map((column) => `${column.unitRef} ${column.ref}`)).to.deep.equal([
      '201 1.1',
      '201 1.2',
      '201 1.3',
      '201 2.1',
      '201 2.2',
      '202 1.1',
      '202 1.2',
      '203 1.1',
      '203 1.2',
    ]);
    expect(criteria.map((column) => column.from)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('mark the first of each unit', () => {
    expect(criteria.filter((column) => column.first).map((column) => column.key)).to.deep.equal([
      '201/1.1',
      '202/1.1',
      '203/1.1',
    ]);
  });

  it('are units with the stretch of letters they cover', () => {
    const units = matrixColumns(qualification, 'units').map(({ ref, from, to }) => ({ ref, from, to }));
    expect(units).to.deep.equal([
      { ref: '201', from: 0, to: 5 },
      { ref: '202', from: 5, to: 7 },
      { ref: '203', from: 7, to: 9 },
    ]);
  });

  it('are outcomes with the stretch of letters they cover, of one unit where one is shown', () => {
    const outcomes = matrixColumns(qualification, 'outcomes', '201').map(({ key, first, from, to }) => [
      ...[key, first, from, to],
    ]);
    expect(outcomes).to.deep.equal([
      ['201/1', true, 0, 3],
      ['201/2', false, 3, 5],
    ]);
    expect(matrixColumns(qualification, 'criteria', '202').map(({ from }) => from)).to.deep.equal([5, 6]);
  });

  it('run under the head of their unit, cut where the window cuts', () => {
    expect(unitRuns(criteria.slice(2, 6))).to.deep.equal([
      { unitRef: '201', unitTitle: 'Unit 201', length: 3, first: false },
      { unitRef: '202', unitTitle: 'Unit 202', length: 1, first: true },
    ]);
  });
});
