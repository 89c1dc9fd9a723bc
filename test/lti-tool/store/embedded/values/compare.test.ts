import { Binary, BSONRegExp, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { compareValues } from '../../../../../lti-tool/store/embedded/values/compare.ts';
import { valueKey } from '../../../../../lti-tool/store/embedded/values/value-key.ts';

/** Values in MongoDB's order, each group of equal values together. */
const ASCENDING: readonly (readonly unknown[])[] = [
  [new MinKey()],
  [null, undefined],
  [Number.NaN],
  [Number.NEGATIVE_INFINITY],
  [-1.5],
  [0, -0, Long.fromNumber(0), Decimal128.fromString('0.00')],
  [1, Long.fromNumber(1), Decimal128.fromString('1.0')],
  [1.5, Decimal128.fromString('1.50')],
  [2 ** 53, Long.fromBigInt(2n ** 53n)],
  [Long.fromBigInt(2n ** 53n + 1n)],
  [2 ** 60, Long.fromBigInt(2n ** 60n)],
  [Long.fromBigInt(1152921504606847000n)],
  [1e30],
  [''],
  ['Z'],
  ['a'],
  ['ab'],
  [{}],
  [{ a: 1 }],
  [{ a: 1, b: 1 }],
  [{ a: 2 }],
  [{ b: 1 }],
  [{ a: 'text' }],
  [[]],
  [[1]],
  [[1, 2]],
  [[2]],
  [new Binary(Buffer.from([255]))],
  [new Binary(Buffer.from([1, 2]))],
  [new Binary(Buffer.from([1, 3]))],
  [new ObjectId('000000000000000000000001')],
  [new ObjectId('000000000000000000000002')],
  [false],
  [true],
  [new Date(-5)],
  [new Date(5)],
  [Timestamp.fromBits(1, 1)],
  [Timestamp.fromBits(1, 2)],
  [new BSONRegExp('a', 'i')],
  [new BSONRegExp('b', '')],
  [new MaxKey()],
];

describe('the order of values', () => {
  it("is MongoDB's, across types and within them", () => {
    for (const [i, lower] of ASCENDING.entries()) {
      for (const [j, higher] of ASCENDING.entries()) {
        for (const left of lower) {
          for (const right of higher) {
            expect(Math.sign(compareValues(left, right)), `${String(left)} to ${String(right)}`).to.equal(
              Math.sign(i - j),
            );
          }
        }
      }
    }
  });
});

describe('the key of a value', () => {
  it('is the same for equal values and another for any other', () => {
    const keys = ASCENDING.map((group) => new Set(group.map(valueKey)));
    expect(keys.every(({ size }) => size === 1)).to.equal(true);
    expect(new Set(keys.flatMap((group) => [...group])).size).to.equal(ASCENDING.length);
  });

  it('tells sequences of values apart, wherever one ends and the next begins', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.object(),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), fc.array(value, { maxLength: 3 }), (left, right) => {
        const same = left.length === right.length && left.every((one, i) => compareValues(one, right[i]) === 0);
        expect(left.map(valueKey).join('') === right.map(valueKey).join('')).to.equal(same);
      }),
    );
  });
});
