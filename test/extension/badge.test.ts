import { expect } from 'chai';
import fc from 'fast-check';
import { badgeOf, freshFor } from '../../extension/background/badge.ts';

const now = Date.parse('2026-11-23T09:00:00.000Z');
const known = (toConfirm: number, more: object = {}) => ({
  toolUrl: 'https://tool.example',
  person: 'Priya Nair',
  expiresAt: '2027-02-01T00:00:00.000Z',
  lost: false,
  allowed: true,
  counts: {
    ...{ toConfirm, toAssess: 0, returned: 0 },
    places: toConfirm > 0 ? [{ title: 'Group A', role: 'assessor' as const, count: toConfirm }] : [],
  },
  checkedAt: now,
  ...more,
});

describe('the badge', () => {
  it('shows what waits, and of what the number is made', () => {
    expect(badgeOf([known(70)], now)).to.deep.equal({
      text: '70',
      title: 'Countersign: 70\nGroup A: 70 criteria to confirm',
    });
  });
  it('says what it counts for a trainee assessor and for a learner', () => {
    const counts = {
      ...{ toConfirm: 0, toAssess: 1, returned: 2 },
      places: [
        { title: 'Group A', role: 'traineeAssessor' as const, count: 1 },
        { title: 'Group B', role: 'learner' as const, count: 2 },
      ],
    };
    expect(badgeOf([known(0, { counts })], now)).to.deep.equal({
      text: '3',
      title: 'Countersign: 3\nGroup A: 1 criterion to assess\nGroup B: 2 returned to you',
    });
  });
  it('is not there while nothing waits', () => expect(badgeOf([known(0)], now).text).to.equal(''));
  it('says how to begin while nothing is connected', () =>
    expect(badgeOf([], now)).to.deep.equal({ text: '', title: 'Countersign: click to connect' }));
  it('fits in the button', () => expect(badgeOf([known(1000)], now).text).to.equal('999+'));
  it('adds up several persons and tools, and tells them apart', () => {
    const other = known(5, { person: 'Sam', toolUrl: 'https://other.example' });
    expect(badgeOf([known(2), other], now)).to.deep.include({ text: '7' });
    expect(badgeOf([known(2), other], now).title).to.contain('(Sam, other.example)');
  });

  for (const [says, change] of [
    ['never asked', { counts: null, checkedAt: null }],
    ['asked too long ago', { checkedAt: now - freshFor }],
    ['lost', { lost: true }],
    ['no leave of the browser', { allowed: false }],
    ['expired', { expiresAt: '2026-11-23T09:00:00.000Z' }],
  ] as const)
    it(`shows "?" for a number that is not known: ${says}`, () => {
      expect(badgeOf([known(4, change)], now).text).to.equal('?');
      expect(badgeOf([known(9), known(4, change)], now).text).to.equal('?');
    });

  it('never shows 0, and never a number while any is not known', () => {
    const pairing = fc.record({ count: fc.nat(2000), lost: fc.boolean(), age: fc.nat(2 * freshFor) });
    fc.assert(
      fc.property(fc.array(pairing, { minLength: 1, maxLength: 4 }), (all) => {
        const { text } = badgeOf(
          all.map(({ count, lost, age }) => known(count, { lost, checkedAt: now - age })),
          now,
        );
        const isKnown = all.every(({ lost, age }) => !lost && age < freshFor);
        const sum = all.reduce((total, { count }) => total + count, 0);
        expect(text).to.equal(!isKnown ? '?' : sum === 0 ? '' : sum > 999 ? '999+' : String(sum));
      }),
    );
  });
});
