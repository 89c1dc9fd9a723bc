import { expect } from 'chai';
import {
  criteriaOfUnits,
  criteriaUnder,
  type TreeNode,
  tickState,
  withCriterionIds,
} from '../../../shared/domain/qualification.ts';
import { criteria } from '../../builders/domain/evidence.ts';
import { aQualification, aUnit } from '../../builders/domain/qualification.ts';

const idsOf = (found: ReturnType<typeof criteriaUnder>): string[] => found.map((criterion) => criterion.id);

describe('a qualification', () => {
  const tree = aQualification();
  const unit201 = ['201/1.1', '201/1.2', '201/1.3', '201/2.1', '201/2.2', '201/2.3'];
  const unit202 = ['202/1.1', '202/1.2'];

  const places: ReadonlyArray<readonly [string, TreeNode, string[]]> = [
    ['the whole tree', {}, [...unit201, ...unit202]],
    ['a unit', { unitRef: '201' }, unit201],
    ['an outcome of a unit', { unitRef: '201', outcomeRef: '2' }, unit201.slice(3)],
    ['an unknown unit', { unitRef: '999' }, []],
    ['an unknown outcome', { unitRef: '202', outcomeRef: '2' }, []],
  ];
  for (const [place, node, ids] of places) {
    it(`R5: has the criteria of ${place} in the order of the specification`, () => {
      expect(idsOf(criteriaUnder(tree, node))).to.deep.equal(ids);
    });
  }

  it('R5: is asked for the whole tree when no place is named', () => {
    expect(criteriaUnder(tree)).to.deep.equal(criteriaUnder(tree, {}));
  });

  const choices: ReadonlyArray<readonly [string, string[], string[]]> = [
    ['one unit', ['202'], unit202],
    ['units in the order of the specification, not of the choice', ['202', '201'], [...unit201, ...unit202]],
    ['a unit once that was chosen twice', ['202', '202'], unit202],
    ['nothing when no unit is chosen', [], []],
    ['nothing of units that it does not have', ['999'], []],
  ];
  for (const [what, refs, ids] of choices) {
    it(`R6: counts the criteria of ${what}`, () => {
      expect(idsOf(criteriaOfUnits(tree, refs))).to.deep.equal(ids);
    });
  }

  it('gives each criterion an id of its unit and its ref, and keeps all else', () => {
    const criterion = { ref: '1.1', text: 'Greet customers' };
    const outcome = { ref: '1', title: 'Greet', criteria: [criterion] };
    const unit = { ref: '301', title: 'Greeting', mandatory: false, credit: null, outcomes: [outcome] };
    expect(withCriterionIds([unit])).to.deep.equal([
      { ...unit, outcomes: [{ ...outcome, criteria: [{ ...criterion, id: '301/1.1' }] }] },
    ]);
  });

  it('tells criteria of two units with the same ref apart', () => {
    const ids = idsOf(criteriaUnder({ units: [aUnit('201', { '1': ['1.1'] }), aUnit('202', { '1': ['1.1'] })] }));
    expect(ids).to.deep.equal(['201/1.1', '202/1.1']);
  });
});

describe('a tri-state box (R5)', () => {
  const outcome = criteriaUnder(aQualification(), { unitRef: '201', outcomeRef: '1' });
  const rows: ReadonlyArray<readonly [string, string[], 'none' | 'some' | 'all']> = [
    ['nothing below it is ticked', [], 'none'],
    ['one criterion below it is ticked', ['1.2'], 'some'],
    ['all but one are ticked', ['1.1', '1.2'], 'some'],
    ['all are ticked', ['1.1', '1.2', '1.3'], 'all'],
    ['all are ticked and more elsewhere', ['1.1', '1.2', '1.3', '2.1'], 'all'],
    ['only criteria elsewhere are ticked', ['2.1', '2.2'], 'none'],
  ];
  for (const [when, refs, state] of rows) {
    it(`is "${state}" when ${when}`, () => {
      expect(tickState(outcome, new Set(criteria(...refs)))).to.equal(state);
    });
  }

  it('is "none" where there is nothing to tick', () => {
    expect(tickState([], new Set(criteria('1.1')))).to.equal('none');
  });
});
