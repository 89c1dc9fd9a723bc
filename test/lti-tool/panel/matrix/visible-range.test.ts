import { expect } from 'chai';
import { block, sameRange, visibleRange } from '../../../../lti-tool/panel/matrix/visible-range.ts';

describe('the part of the matrix that is drawn', () => {
  it('starts at the first row and goes a little past what is in sight', () => {
    expect(visibleRange(0, 500, 25, 1000)).to.deep.equal({ from: 0, to: 24 });
  });

  it('holds everything in sight at every scroll, and not much more', () => {
    for (let offset = 0; offset < 25_000; offset += 137) {
      const { from, to } = visibleRange(offset, 500, 25, 1000);
      expect(from).to.be.at.most(Math.floor(offset / 25));
      expect(to).to.be.at.least(Math.min(1000, Math.ceil((offset + 500) / 25)));
      expect(to - from).to.be.at.most(Math.ceil(500 / 25) + 4 * block);
    }
  });

  it('changes only once a block', () => {
    const ranges = new Set<string>();
    for (let offset = 1000; offset < 1000 + 25 * block; offset += 1) {
      const range = visibleRange(offset, 500, 25, 1000);
      ranges.add(`${range.from} ${range.to}`);
    }
    expect(ranges.size).to.be.at.most(3);
  });

  it('ends with the last row, and survives a scroll past it or an empty table', () => {
    expect(visibleRange(24_900, 500, 25, 1000).to).to.equal(1000);
    expect(visibleRange(90_000, 500, 25, 10)).to.deep.equal({ from: 10, to: 10 });
    expect(visibleRange(-20, 0, 25, 0)).to.deep.equal({ from: 0, to: 0 });
  });

  it('is the same when both ends are', () => {
    expect(sameRange({ from: 0, to: 8 }, { from: 0, to: 8 })).to.equal(true);
    expect(sameRange({ from: 0, to: 8 }, { from: 0, to: 16 })).to.equal(false);
  });
});
