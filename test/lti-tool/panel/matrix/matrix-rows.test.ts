import { expect } from 'chai';
import {
  filterCount,
  type MatrixChoice,
  shownRows,
  waitingSince,
} from '../../../../lti-tool/panel/matrix/matrix-rows.ts';
import { type PersonId, parseId } from '../../../../shared/domain/ids.ts';
import { row } from './matrix-sample.ts';

const rows = [row('Zoe Hart', 'ccaa'), row('Amy Lee', 'c.n-'), row('Ben Hart', 'cctr'), row('cal', 'cccc')];
const names = (shown: readonly { name: string }[]) => shown.map((each) => each.name);

const all = { from: 0, to: 4 };
const now = Date.parse('2026-11-23T09:00:00.000Z');
const everything: MatrixChoice = {
  ...{ filter: 'all', sort: 'name', query: '', whose: 'all', unitRef: null, days: 0 },
};
const shown = (choice: Partial<MatrixChoice>, given = rows, span = all) =>
  shownRows(given, { ...everything, ...choice }, span, now);

describe('the rows of the matrix', () => {
  it('are sorted by name, whatever the case', () => {
    expect(names(shown({ filter: 'all', sort: 'name', query: '' }))).to.deep.equal([
      'Amy Lee',
      'Ben Hart',
      'cal',
      'Zoe Hart',
    ]);
  });

  it('are sorted by least confirmed, as a share of what each has to do', () => {
    expect(names(shown({ filter: 'all', sort: 'confirmed', query: '' }))).to.deep.equal([
      'Amy Lee',
      'Ben Hart',
      'Zoe Hart',
      'cal',
    ]);
  });

  it('are sorted by most waiting', () => {
    expect(names(shown({ filter: 'all', sort: 'waiting', query: '' }))).to.deep.equal([
      'Zoe Hart',
      'Ben Hart',
      'Amy Lee',
      'cal',
    ]);
  });

  it('are filtered by what somebody has to look at', () => {
    expect(names(shown({ filter: 'waiting', sort: 'name', query: '' }))).to.deep.equal(['Ben Hart', 'Zoe Hart']);
    expect(names(shown({ filter: 'notAgreed', sort: 'name', query: '' }))).to.deep.equal(['Amy Lee']);
    expect(names(shown({ filter: 'reopened', sort: 'name', query: '' }))).to.deep.equal(['Ben Hart']);
  });

  it('are searched by name within the filter', () => {
    expect(names(shown({ filter: 'waiting', sort: 'name', query: 'HART ben' }))).to.deep.equal(['Ben Hart']);
  });

  it('are counted by criteria for each filter, and by learner for all', () => {
    expect(filterCount(rows, 'waiting', all)).to.equal(3);
    expect(filterCount(rows, 'notAgreed', all)).to.equal(1);
    expect(filterCount(rows, 'reopened', all)).to.equal(1);
    expect(filterCount(rows, 'all', all)).to.equal(4);
  });

  it('leave the rows they were given in their order', () => {
    expect(names(rows)[0]).to.equal('Zoe Hart');
  });

  describe('of assessors, units and waits', () => {
    const priya = parseId<PersonId>('priya');
    const waits = (unitRef: string, day: string) => ({ unitRef, since: `2026-11-${day}T10:00:00.000Z` });
    const given = [
      { ...row('Amy', 'ca--'), assessorIds: [priya], waits: [waits('201', '20')] },
      { ...row('Ben', 'ccaa'), assessorIds: [], waits: [waits('202', '01')] },
      { ...row('Cal', 'aac.'), assessorIds: [priya], waits: [waits('201', '09'), waits('202', '22')] },
    ];

    it('are those of one assessor, or of nobody', () => {
      expect(names(shown({ whose: priya }, given))).to.deep.equal(['Amy', 'Cal']);
      expect(names(shown({ whose: 'unassigned' }, given))).to.deep.equal(['Ben']);
    });

    it('are those who chose the one unit shown, counted in it', () => {
      const in202 = shown({ unitRef: '202' }, given, { from: 2, to: 4 });
      expect(in202.map(({ name, confirmed, total }) => [name, confirmed, total])).to.deep.equal([
        ['Ben', 0, 2],
        ['Cal', 1, 2],
      ]);
    });

    it('are those with something that has waited longer than so many days, in the unit shown', () => {
      expect(names(shown({ days: 3 }, given))).to.deep.equal(['Ben', 'Cal']);
      expect(names(shown({ days: 14 }, given))).to.deep.equal(['Ben']);
      expect(names(shown({ days: 7, unitRef: '202' }, given, { from: 2, to: 4 }))).to.deep.equal(['Ben']);
    });

    it('are sorted by the longest wait', () => {
      expect(names(shown({ sort: 'longest' }, [...given, row('Dan', 'cccc')]))).to.deep.equal([
        ...['Ben', 'Cal', 'Amy', 'Dan'],
      ]);
      expect(waitingSince(row('Dan', 'cccc'), null)).to.equal(null);
    });

    it('are counted within the unit shown', () => {
      expect(filterCount(given, 'waiting', { from: 2, to: 4 })).to.equal(2);
    });
  });
});
