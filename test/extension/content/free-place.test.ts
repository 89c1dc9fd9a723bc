import { expect } from 'chai';
import fc from 'fast-check';
import { type Box, freePlace, isFree, nextFree } from '../../../extension/content/free-place.ts';

const view = { width: 120, height: 90 };
const box: fc.Arbitrary<Box> = fc.record({
  left: fc.integer({ min: -20, max: 120 }),
  top: fc.integer({ min: -20, max: 90 }),
  width: fc.integer({ min: 1, max: 60 }),
  height: fc.integer({ min: 1, max: 40 }),
});
const size = fc.record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 50 }) });
const point = fc.record({ left: fc.integer({ min: -30, max: 150 }), top: fc.integer({ min: -30, max: 120 }) });
const taken = fc.array(box, { maxLength: 8 });
const inView = ({ left, top, width, height }: Box) =>
  left >= 0 && top >= 0 && left + width <= view.width && top + height <= view.height;

describe('a free place in a window', () => {
  it('is whole in the window and on nothing, and the nearest of all there are', () => {
    fc.assert(
      fc.property(size, point, taken, (ours, wanted, boxes) => {
        const away = ({ left, top }: typeof wanted) => Math.abs(left - wanted.left) + Math.abs(top - wanted.top);
        // Every place there is, tried one by one.
        let least = Number.POSITIVE_INFINITY;
        for (let left = 0; left + ours.width <= view.width; left += 1)
          for (let top = 0; top + ours.height <= view.height; top += 1)
            if (away({ left, top }) < least && isFree({ left, top, ...ours }, boxes)) least = away({ left, top });
        const found = freePlace(ours, wanted, boxes, view);
        expect(found === null ? Number.POSITIVE_INFINITY : away(found)).to.equal(least);
        if (found)
          expect([inView({ ...found, ...ours }), isFree({ ...found, ...ours }, boxes)]).to.deep.equal([true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the wanted one where that is free', () =>
    expect(freePlace({ width: 10, height: 10 }, { left: 7, top: 9 }, [], view)).to.deep.equal({ left: 7, top: 9 }));

  it('is none where something is larger than the window, or the window is full', () => {
    expect(freePlace({ width: 121, height: 1 }, { left: 0, top: 0 }, [], view)).to.equal(null);
    expect(freePlace({ width: 1, height: 1 }, { left: 0, top: 0 }, [{ left: 0, top: 0, ...view }], view)).to.equal(
      null,
    );
  });

  it('follows in the direction of a step, beyond what lies in between', () => {
    const step = fc.constantFrom<[number, number]>([16, 0], [-16, 0], [0, 16], [0, -16]);
    fc.assert(
      fc.property(box.filter(inView), step, taken, (ours, by, boxes) => {
        const next = nextFree(ours, by, boxes, view);
        if (next === null) return;
        expect([inView({ ...ours, ...next }), isFree({ ...ours, ...next }, boxes)]).to.deep.equal([true, true]);
        expect(Math.sign(next.left - ours.left)).to.equal(Math.sign(by[0]));
        expect(Math.sign(next.top - ours.top)).to.equal(Math.sign(by[1]));
      }),
    );
  });
});
