import { expect } from 'chai';
import { acceptParts } from '../../../../../lti-tool/panel/assessor/review/accept-parts.ts';
import { treeRows } from '../../../../../lti-tool/panel/criteria/tree-rows.ts';
import { id, qualification } from './evidence-sample.ts';

const parts = (learner: string[], trainee: string[] = []) => {
  const rows = treeRows(qualification, { unitRefs: ['201', '202'], query: '', folded: new Set(), only: null });
  const found = acceptParts(rows, { learner: learner.map(id), trainee: trainee.map(id) });
  return [...found].flatMap(([key, here]) => here.map(({ of, ids, place }) => [key, of, ids.length, place]));
};

describe('accepting the ticks of one unit or outcome', () => {
  it('is offered where it is less than all', () => {
    expect(parts(['201/1.1', '201/1.2', '202/1.1'])).to.deep.equal([
      ['201', 'learner', 2, 'unit 201'],
      ['201#1', 'learner', 2, 'outcome 201 1'],
      ['202', 'learner', 1, 'unit 202'],
      ['202#1', 'learner', 1, 'outcome 202 1'],
    ]);
  });
  it('is not offered where one part has them all: the link on top does the same', () => {
    expect(parts(['201/1.1', '201/1.2'])).to.deep.equal([]);
  });
  it('is offered for trainee ticks apart', () => {
    expect(parts([], ['201/1.1', '201/2.1'])).to.deep.equal([
      ['201#1', 'trainee', 1, 'outcome 201 1'],
      ['201#2', 'trainee', 1, 'outcome 201 2'],
    ]);
  });
});
