import { expect } from 'chai';
import { growthExponent, median, percentile, seededRandom } from '../../../scripts/bench/statistics.ts';

describe('the statistics of a benchmark', () => {
  it('take the middle of an odd number of values, and the mean of the two in the middle of an even one', () => {
    expect(median([9, 1, 4])).to.equal(4);
    expect(median([9, 1, 4, 6])).to.equal(5);
    expect(median([3])).to.equal(3);
  });

  it('rank values for a percentile', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, 0.95)).to.equal(95);
    expect(percentile(values, 1)).to.equal(100);
    expect(percentile(values, 0)).to.equal(1);
    expect(percentile([7], 0.95)).to.equal(7);
  });

  it('refuse to make something of nothing', () => {
    expect(() => median([])).to.throw(RangeError);
    expect(() => percentile([], 0.5)).to.throw(RangeError);
  });

  it('tell a cost that stays from one that grows with size, or with its square', () => {
    const grown = (cost: number) => growthExponent({ size: 10, cost: 2 }, { size: 100, cost });
    expect(grown(2)).to.equal(0);
    expect(grown(20)).to.be.closeTo(1, 1e-9);
    expect(grown(200)).to.be.closeTo(2, 1e-9);
  });

  it('draw the same numbers from the same seed, all from 0 to 1', () => {
    const drawn = (seed: number) => Array.from({ length: 50 }, seededRandom(seed));
    expect(drawn(3)).to.deep.equal(drawn(3));
    expect(drawn(3)).to.not.deep.equal(drawn(4));
    expect(drawn(3).every((value) => value >= 0 && value < 1)).to.equal(true);
  });
});
