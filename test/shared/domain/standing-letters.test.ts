import { expect } from 'chai';
import { letterOf, notChosen, standingOf, standings } from '../../../shared/domain/standing.ts';

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
});
