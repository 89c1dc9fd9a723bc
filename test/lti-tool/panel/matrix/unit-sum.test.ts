import { expect } from 'chai';
import { confirmedPercent, unitSum } from '../../../../lti-tool/panel/matrix/unit-sum.ts';
import { row } from './matrix-sample.ts';

describe('the sum of a unit', () => {
  it('is confirmed only when all of it is', () => {
    expect(unitSum('cccc', 0, 4)).to.deep.equal({ standing: 'confirmed', confirmed: 4, waiting: 0, total: 4 });
    expect(unitSum('ccc.', 0, 4).standing).to.equal('untouched');
  });

  it('puts what needs somebody first', () => {
    expect(unitSum('canr', 0, 4).standing).to.equal('reopened');
    expect(unitSum('cant', 0, 4)).to.include({ standing: 'awaitingCountersign', waiting: 2 });
    expect(unitSum('.dn.', 0, 4).standing).to.equal('notAgreed');
  });

  it('looks at its own stretch only', () => {
    expect(unitSum('ccaa', 0, 2)).to.include({ standing: 'confirmed', total: 2 });
  });

  it('has no standing where the unit was not chosen', () => {
    expect(unitSum('cc--', 2, 4)).to.deep.equal({ standing: null, confirmed: 0, waiting: 0, total: 0 });
  });
});

describe('the share confirmed of a column', () => {
  it('counts only learners who have it, and is 100 only when all are confirmed', () => {
    const rows = [...Array.from({ length: 199 }, () => row('A', 'c')), row('B', '.'), row('C', '-')];
    expect(confirmedPercent(rows, 0, 1)).to.equal(99);
    expect(confirmedPercent([row('A', 'c'), row('C', '-')], 0, 1)).to.equal(100);
    expect(confirmedPercent([row('C', '-')], 0, 1)).to.equal(null);
  });
});
