import { expect } from 'chai';
import { filterCount, shownRows } from '../../../../lti-tool/panel/matrix/matrix-rows.ts';
import { row } from './matrix-sample.ts';

const rows = [row('Zoe Hart', 'ccaa'), row('Amy Lee', 'c.n-'), row('Ben Hart', 'cctr'), row('cal', 'cccc')];
const names = (shown: readonly { name: string }[]) => shown.map((each) => each.name);

describe('the rows of the matrix', () => {
  it('are sorted by name, whatever the case', () => {
    expect(names(shownRows(rows, 'all', 'name', ''))).to.deep.equal(['Amy Lee', 'Ben Hart', 'cal', 'Zoe Hart']);
  });

  it('are sorted by least confirmed, as a share of what each has to do', () => {
    expect(names(shownRows(rows, 'all', 'confirmed', ''))).to.deep.equal(['Amy Lee', 'Ben Hart', 'Zoe Hart', 'cal']);
  });

  it('are sorted by most waiting', () => {
    expect(names(shownRows(rows, 'all', 'waiting', ''))).to.deep.equal(['Zoe Hart', 'Ben Hart', 'Amy Lee', 'cal']);
  });

  it('are filtered by what somebody has to look at', () => {
    expect(names(shownRows(rows, 'waiting', 'name', ''))).to.deep.equal(['Ben Hart', 'Zoe Hart']);
    expect(names(shownRows(rows, 'notAgreed', 'name', ''))).to.deep.equal(['Amy Lee']);
    expect(names(shownRows(rows, 'reopened', 'name', ''))).to.deep.equal(['Ben Hart']);
  });

  it('are searched by name within the filter', () => {
    expect(names(shownRows(rows, 'waiting', 'name', 'HART ben'))).to.deep.equal(['Ben Hart']);
  });

  it('are counted by criteria for each filter, and by learner for all', () => {
    expect(filterCount(rows, 'waiting')).to.equal(3);
    expect(filterCount(rows, 'notAgreed')).to.equal(1);
    expect(filterCount(rows, 'reopened')).to.equal(1);
    expect(filterCount(rows, 'all')).to.equal(4);
  });

  it('leave the rows they were given in their order', () => {
    expect(names(rows)[0]).to.equal('Zoe Hart');
  });
});
