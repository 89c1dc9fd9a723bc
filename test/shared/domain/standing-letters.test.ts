import { expect } from 'chai';
import {
  isPartlyConfirmed,
  letterFor,
  letterOf,
  notChosen,
  standingOf,
  standings,
  untouched,
} from '../../../shared/domain/standing.ts';

describe('the letter of a standing', () => {
  for (const standing of standings) {
    it(`leads back to ${standing}`, () => {
      expect(letterOf(standing)).to.have.length(1);
      expect(standingOf(letterOf(standing))).to.equal(standing);
    });
  }

  it('is of no two standings the same, nor the sign for units not chosen', () => {
    expect(new Set([...standings.map(letterOf), notChosen]).size).to.equal(standings.length + 1);
  });

  it('is of no standing for units not chosen or an unknown sign', () => {
    expect(standingOf(notChosen)).to.equal(null);
    expect(standingOf('x')).to.equal(null);
    expect(standingOf('')).to.equal(null);
  });

  it('of an untouched criterion tells whether some of the evidence it needs confirms it', () => {
    const partly = letterFor({ ...untouched, confirmations: 1 });
    expect(standings.map(letterOf)).not.to.include(partly);
    expect(standingOf(partly)).to.equal('untouched');
    expect(isPartlyConfirmed(partly)).to.equal(true);
    expect(letterFor(untouched)).to.equal(letterOf('untouched'));
    expect(isPartlyConfirmed(letterOf('untouched'))).to.equal(false);
  });
});
