import { expect } from 'chai';
import { inOrder, isNew, monthsBefore, percentOf, ruleFor } from '../../../shared/domain/sampling-plan.ts';
import { aPlan, person } from '../../builders/domain/sampling.ts';

describe('a sampling plan (R9)', () => {
  describe('percentages', () => {
    const rows: ReadonlyArray<readonly [percent: number, of: number, number]> = [
      [25, 4, 1],
      [25, 5, 2],
      [25, 1, 1],
      [10, 96, 10],
      [10, 100, 10],
      [1, 1, 1],
      [0, 50, 0],
      [100, 22, 22],
      [33, 0, 0],
      [29, 100, 29],
    ];
    for (const [percent, of, is] of rows)
      it(`${percent}% of ${of} is ${is}, rounded up`, () => {
        expect(percentOf(percent, of)).to.equal(is);
      });
  });

  describe('the rule for a confirmation', () => {
    const plan = aPlan({
      percent: 25,
      assessors: [{ assessorId: person('tessa'), percent: 40 }],
      methods: [
        { method: 'witnessTestimony', percent: 50 },
        { method: 'product', percent: 5 },
      ],
      units: [{ unitRef: '203', percent: 60 }],
    });
    const rule = (assessor: string, method: 'observation' | 'witnessTestimony' | 'product', unitRef: string) =>
      ruleFor(plan, false, { assessorId: person(assessor), method, unitRef });

    it('is the usual percentage where nothing is named', () => {
      expect(rule('toni', 'observation', '201')).to.deep.equal({ rule: { kind: 'usual' }, percent: 25 });
    });
    it('is what is named, also where that is less than usual', () => {
      expect(rule('toni', 'product', '201').percent).to.equal(5);
      expect(rule('tessa', 'observation', '201')).to.deep.equal({ rule: { kind: 'assessor' }, percent: 40 });
    });
    it('is the highest of what is named', () => {
      expect(rule('tessa', 'product', '201').percent).to.equal(40);
      expect(rule('tessa', 'witnessTestimony', '201').rule.kind).to.equal('method');
      expect(rule('tessa', 'witnessTestimony', '203')).to.deep.equal({
        rule: { kind: 'unit', unitRef: '203' },
        percent: 60,
      });
    });
    it('is everything for a new assessor, whatever is named', () => {
      const place = { assessorId: person('tessa'), method: 'product' as const, unitRef: '201' };
      expect(ruleFor(plan, true, place)).to.deep.equal({ rule: { kind: 'newAssessor' }, percent: 100 });
    });
  });

  describe('a new assessor', () => {
    const plan = aPlan({ newAssessor: { months: 6, confirmations: 20 } });
    const now = '2026-11-23T09:00:00.000Z';
    const rows: ReadonlyArray<readonly [string, string, number, boolean]> = [
      ['began last month and has confirmed much', '2026-10-23T09:00:00.000Z', 400, true],
      ['began long ago and has confirmed little', '2020-01-01T09:00:00.000Z', 19, true],
      ['began long ago and has confirmed enough', '2020-01-01T09:00:00.000Z', 20, false],
      ['began exactly so long ago', '2026-05-23T09:00:00.000Z', 20, false],
      ['began a moment later than that', '2026-05-23T09:00:00.001Z', 20, true],
    ];
    for (const [says, first, confirmations, is] of rows)
      it(`${is ? 'is' : 'is not'} who ${says}`, () => {
        expect(isNew({ first, confirmations }, plan, now)).to.equal(is);
      });
  });

  it('counts months back to the last day of a shorter month', () => {
    expect(monthsBefore('2026-03-31T10:00:00.000Z', 1)).to.equal('2026-02-28T10:00:00.000Z');
    expect(monthsBefore('2026-01-15T10:00:00.000Z', 13)).to.equal('2024-12-15T10:00:00.000Z');
  });

  it('is kept in the order of the specification and of the methods', () => {
    const plan = aPlan({
      assessors: [
        { assessorId: person('toni'), percent: 1 },
        { assessorId: person('tessa'), percent: 2 },
      ],
      methods: [
        { method: 'questioning', percent: 3 },
        { method: 'observation', percent: 4 },
      ],
      units: [
        { unitRef: '101', percent: 5 },
        { unitRef: '201', percent: 6 },
      ],
    });
    const ordered = inOrder(plan, ['201', '101']);
    expect(ordered.assessors.map((each) => each.percent)).to.deep.equal([2, 1]);
    expect(ordered.methods.map((each) => each.percent)).to.deep.equal([4, 3]);
    expect(ordered.units.map((each) => each.percent)).to.deep.equal([6, 5]);
  });
});
