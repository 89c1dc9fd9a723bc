import { expect } from 'chai';
import { tallyOf, unitsProgress } from '../../../../lti-tool/panel/learner/standing-tally.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import { criterion, smallQualification } from '../small-qualification.ts';

describe('tallyOf', () => {
  it('counts every standing in exactly one of its numbers', () => {
    expect(tallyOf(standings)).to.deep.equal({ confirmed: 1, waiting: 3, needsWork: 2, untouched: 1 });
  });
});

describe('unitsProgress', () => {
  const confirmed = {
    criterionId: criterion('201/1.2'),
    standing: 'confirmed',
    since: null,
    evidenceId: null,
    byName: null,
    confirmations: 1,
  } as const;
  it('gives the standings of each chosen unit in order', () => {
    const [unit, ...others] = unitsProgress(smallQualification, { unitRefs: ['201'], criteria: [confirmed] });
    expect(unit?.standings).to.deep.equal(['untouched', 'confirmed', 'untouched']);
    expect(unit?.tally.confirmed).to.equal(1);
    expect(others).to.deep.equal([]);
  });
});
