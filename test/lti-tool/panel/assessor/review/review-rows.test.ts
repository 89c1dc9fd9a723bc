import { expect } from 'chai';
import {
  criterionIds,
  nextUndecided,
  splitCriteria,
} from '../../../../../lti-tool/panel/assessor/review/review-rows.ts';
import { treeRows } from '../../../../../lti-tool/panel/criteria/tree-rows.ts';
import { evidence, id, qualification, tick } from './evidence-sample.ts';

const order = ['201/1.1', '201/1.2', '201/1.3', '201/2.1'].map(id);
const open = new Set([id('201/1.1'), id('201/1.3')]);

describe('the criteria a review shows', () => {
  const split = splitCriteria(
    qualification,
    evidence({ ticks: { learner: [tick('201/1.2')], trainee: [], assessor: [] } }),
  );

  it('are whole outcomes in which somebody ticked', () => {
    expect([...split.offered]).to.deep.equal(['201/1.1', '201/1.2', '201/1.3']);
    expect(split.unitRefs).to.deep.equal(['201']);
  });

  it('fold away the rest of the chosen units, counted by place', () => {
    expect([...split.rest]).to.deep.equal(['201/2.1', '201/2.2', '202/1.1', '202/1.2']);
    expect(split).to.include({ restHere: 2, restElsewhere: 2 });
  });

  it('fold away everything where nobody ticked', () => {
    expect(splitCriteria(qualification, evidence())).to.include({ restHere: 0, restElsewhere: 7 });
  });

  it('come in the order of their rows', () => {
    const rows = treeRows(qualification, { unitRefs: ['201'], query: '', folded: new Set(), only: split.offered });
    expect(criterionIds(rows)).to.deep.equal(['201/1.1', '201/1.2', '201/1.3']);
  });
});

describe('the next criterion to decide', () => {
  it('starts with the first, or going back with the last', () => {
    expect(nextUndecided(order, open, null, 1)).to.equal('201/1.1');
    expect(nextUndecided(order, open, null, -1)).to.equal('201/1.3');
  });

  it('goes on from the current one, decided or not', () => {
    expect(nextUndecided(order, open, id('201/1.1'), 1)).to.equal('201/1.3');
    expect(nextUndecided(order, open, id('201/1.2'), 1)).to.equal('201/1.3');
    expect(nextUndecided(order, open, id('201/2.1'), -1)).to.equal('201/1.3');
  });

  it('goes round at the ends', () => {
    expect(nextUndecided(order, open, id('201/1.3'), 1)).to.equal('201/1.1');
    expect(nextUndecided(order, open, id('201/1.1'), -1)).to.equal('201/1.3');
  });

  it('stays on the only one, and is none where none is left', () => {
    expect(nextUndecided(order, new Set([id('201/1.2')]), id('201/1.2'), 1)).to.equal('201/1.2');
    expect(nextUndecided(order, new Set(), id('201/1.2'), 1)).to.equal(null);
    expect(nextUndecided([], open, null, 1)).to.equal(null);
  });
});
