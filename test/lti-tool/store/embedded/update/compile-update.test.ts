import { Long, Timestamp } from 'bson';
import { expect } from 'chai';
import { compileUpdate } from '../../../../../lti-tool/store/embedded/update/compile-update.ts';
import { upsertBase } from '../../../../../lti-tool/store/embedded/update/upsert-base.ts';

type Fields = Record<string, unknown>;

const UPDATES: readonly [what: string, before: Fields, update: unknown, after: Fields][] = [
  ['$set makes missing objects', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set by number makes a field of an object', { a: {} }, { $set: { 'a.12345': 1 } }, { a: { 12345: 1 } }],
  ['$set by number in an array', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set inside an array element', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$unset of nothing', { a: 1 }, { $unset: { 'b.c': '', 'a.b': '' } }, { a: 1 }],
  ['$inc of nothing', {}, { $inc: { 'a.n': -2 } }, { a: { n: -2 } }],
  ['$mul of nothing is 0', {}, { $mul: { n: 3 } }, { n: 0 }],
  ['$inc of a fraction', { n: 1 }, { $inc: { n: 0.5 } }, { n: 1.5 }],
  ['$min and $max of nothing', {}, { $min: { a: 1 }, $max: { b: 2 } }, { a: 1, b: 2 }],
  ['$max of dates', { d: new Date(1) }, { $max: { d: new Date(2) } }, { d: new Date(2) }],
  ['$rename', { a: { b: 1 }, c: 2 }, { $rename: { 'a.b': 'd.e', none: 'x' } }, { a: {}, c: 2, d: { e: 1 } }],
  ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  ['$push sorted', { a: [3] }, { $push: { a: { $each: [1, 2], $sort: -1, $slice: 2 } } }, { a: [3, 2] }],
  [
    '$push objects sorted by a field',
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  ['$push an array as one element', {}, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
  ['$push none', { a: [1] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
  ['$addToSet of equal objects', { a: [{ b: 1 }] }, { $addToSet: { a: { b: 1 } } }, { a: [{ b: 1 }] }],
  ['$addToSet each once', {}, { $addToSet: { a: { $each: [1, 1, 2] } } }, { a: [1, 2] }],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by fields', { a: [{ b: 1 }, { b: 2, c: 1 }] }, { $pull: { a: { b: { $in: [2] } } } }, { a: [{ b: 1 }] }],
  ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  ['$[] is every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  ['$setOnInsert does nothing here', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ['$currentDate', {}, { $currentDate: { a: true } }, { a: new Date(5000) }],
  ['$currentDate as timestamp', {}, { $currentDate: { a: { $type: 'timestamp' } } }, { a: Timestamp.fromBits(1, 5) }],
  ['a replacement keeps the _id', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  ['a pipeline', { a: 2 }, [{ $set: { b: { $multiply: ['$a', 2] } } }, { $unset: 'a' }], { b: 4 }],
  ['empty operators', { a: 1 }, { $set: {} }, { a: 1 }],
];

describe('an update', () => {
  const apply = (before: Fields, update: unknown, filter: Fields = {}, arrayFilters?: unknown) =>
    compileUpdate(update, { now: 5000, arrayFilters })(before, { filter, inserting: false });

  for (const [what, before, update, after] of UPDATES) {
    it(`does as MongoDB does: ${what}`, () => {
      const kept = structuredClone(before);
      expect(apply(before, update)).to.deep.equal(after);
      expect(before, 'the old document is left alone').to.deep.equal(kept);
    });
  }

  it('counts on in 64 bits when either side has them', () => {
    const big = Long.fromBigInt(2n ** 60n);
    expect(String(apply({ n: big }, { $inc: { n: 1 } }).n)).to.equal(String(2n ** 60n + 1n));
    expect(String(apply({ n: 2 }, { $mul: { n: big } }).n)).to.equal(String(2n ** 61n));
    expect(apply({ n: Long.fromNumber(4) }, { $mul: { n: 0.5 } }).n).to.equal(2);
  });

  it('finds the element for $ by the whole condition on it', () => {
    const before = {
      a: [
        { b: 1, c: 1 },
        { b: 1, c: 2 },
      ],
    };
    const found = apply(before, { $set: { 'a.$.d': true } }, { a: { $elemMatch: { b: 1, c: 2 } } });
    expect(found).to.deep.equal({
      a: [
        { b: 1, c: 1 },
        { b: 1, c: 2, d: true },
      ],
    });
    expect(apply({ a: [5, 7] }, { $set: { 'a.$': 0 } }, { a: { $gt: 5 } })).to.deep.equal({ a: [5, 0] });
  });

  it('takes array filters on elements and on their fields', () => {
    const raised = apply({ a: [1, 5, 9] }, { $inc: { 'a.$[low]': 1 } }, {}, [{ low: { $lt: 6 } }]);
    expect(raised).to.deep.equal({ a: [2, 6, 9] });
    expect(() => apply({ a: [1] }, { $inc: { 'a.$[x]': 1 } })).to.throw('No array filter found');
  });

  it('shares with the old document what it does not change', () => {
    const before = { big: { list: [1, 2, 3] }, n: 1 };
    expect(apply(before, { $inc: { n: 1 } }).big).to.equal(before.big);
    expect(apply(before, { $pull: { 'big.list': 9 }, $max: { n: 0 } })).to.equal(before);
  });

  it('sets on insert whatever MongoDB sets, nulls and empty lists too', () => {
    const $setOnInsert = { a: null, b: [], c: [0], d: {}, e: '' };
    const update = compileUpdate({ $setOnInsert }, { now: 0 });
    expect(update({}, { filter: {}, inserting: true })).to.deep.equal($setOnInsert);
  });

  it('starts an upsert from the fields that the filter holds to one value', () => {
    const filter = { _id: 'x', 'a.b': 1, c: { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 4 }], f: { $in: [5] } };
    const base = upsertBase(filter);
    expect(base).to.deep.equal({ _id: 'x', a: { b: 1 }, c: 2, e: 4 });
    const update = compileUpdate({ $setOnInsert: { g: 6 }, $set: { c: 7 } }, { now: 0 });
    expect(update(base, { filter, inserting: true })).to.deep.equal({ _id: 'x', a: { b: 1 }, c: 7, e: 4, g: 6 });
  });
});
