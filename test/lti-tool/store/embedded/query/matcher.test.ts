import { BSONRegExp, Long, ObjectId } from 'bson';
import { expect } from 'chai';
import { compileMatcher } from '../../../../../lti-tool/store/embedded/query/matcher.ts';

type Fields = Record<string, unknown>;

const MATCHES: readonly [what: string, filter: Fields, yes: readonly Fields[], no: readonly Fields[]][] = [
  ['null matches null and missing', { a: null }, [{ a: null }, {}, { a: [1, null] }], [{ a: 0 }, { a: '' }, { a: [] }]],
  ['null in a path', { 'a.b': null }, [{}, { a: 4 }, { a: {} }, { a: [{ b: 1 }, {}] }], [{ a: { b: 1 } }, { a: [] }]],
  ['$ne of an array element', { a: { $ne: 1 } }, [{ a: [2] }, {}], [{ a: [1, 2] }, { a: 1 }]],
  ['a whole array', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
  [
    'a whole object, in order',
    { a: { b: 1, c: 2 } },
    [{ a: { b: 1, c: 2 } }],
    [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }],
  ],
  ['numbers of all types', { a: 5 }, [{ a: Long.fromNumber(5) }, { a: 5 }], [{ a: '5' }]],
  ['$gt within one type only', { a: { $gt: 1 } }, [{ a: 2 }, { a: [0, 3] }], [{ a: '2' }, { a: new Date() }, {}]],
  ['$lt on text', { a: { $lt: 'b' } }, [{ a: 'a' }, { a: '' }], [{ a: 'b' }, { a: 0 }, { a: null }]],
  ['$gte null', { a: { $gte: null } }, [{ a: null }, {}], [{ a: 0 }]],
  ['a range is met by different elements', { a: { $gt: 5, $lt: 3 } }, [{ a: [1, 9] }], [{ a: [4] }]],
  [
    '$elemMatch asks it of one element',
    { a: { $elemMatch: { $gt: 3, $lt: 5 } } },
    [{ a: [4] }],
    [{ a: [1, 9] }, { a: 4 }],
  ],
  [
    '$elemMatch on objects',
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }],
  ],
  ['$in with null and a pattern', { a: { $in: [null, new BSONRegExp('^x')] } }, [{}, { a: 'xy' }], [{ a: 'yx' }]],
  ['$nin', { a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: [3, 1] }]],
  ['$exists in arrays', { 'a.b': { $exists: true } }, [{ a: [{}, { b: null }] }], [{ a: [{}] }, { a: [] }, {}]],
  ['$exists false', { a: { $exists: false } }, [{}], [{ a: null }]],
  ['an index into an array', { 'a.1': 'x' }, [{ a: ['y', 'x'] }, { a: { 1: 'x' } }], [{ a: ['x'] }]],
  ['$size', { a: { $size: 0 } }, [{ a: [] }], [{ a: [1] }, {}, { a: '' }]],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, {}]],
  ['$all of one on a scalar', { a: { $all: [1] } }, [{ a: 1 }], [{ a: 2 }]],
  ['$not also matches missing', { a: { $not: { $gt: 1 } } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: 2 }]],
  ['$regex with options', { a: { $regex: '^AB$', $options: 'im' } }, [{ a: 'x\nab' }], [{ a: 'xab' }, { a: 5 }]],
  [
    '$type by name and number',
    { a: { $type: ['string', 8] } },
    [{ a: 'x' }, { a: true }, { a: [1, 'x'] }],
    [{ a: 1 }, {}],
  ],
  ['$type of identifiers', { a: { $type: 'objectId' } }, [{ a: new ObjectId() }], [{ a: String(new ObjectId()) }]],
  ['$mod', { a: { $mod: [4, 1] } }, [{ a: 5 }, { a: Long.fromNumber(9) }], [{ a: 6 }, { a: 'x' }]],
  ['$expr', { $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }]],
  ['$comment means nothing', { a: 1, $comment: 'why' }, [{ a: 1 }], [{ a: 2 }]],
  [
    'nested $and, $or and $nor',
    { $or: [{ $and: [{ a: 1 }, { b: 1 }] }, { $nor: [{ a: 1 }] }] },
    [{ a: 2 }],
    [{ a: 1 }],
  ],
  ['an empty filter', {}, [{}, { a: 1 }], []],
];

describe('a query filter', () => {
  for (const [what, filter, yes, no] of MATCHES) {
    it(`matches as MongoDB does: ${what}`, () => {
      const matches = compileMatcher(filter);
      for (const document of yes) expect(matches(document), JSON.stringify(document)).to.equal(true);
      for (const document of no) expect(matches(document), JSON.stringify(document)).to.equal(false);
    });
  }

  it('is refused when it makes no sense', () => {
    const senseless: Fields[] = [
      { $nonsense: 1 },
      { a: { $nonsense: 1 } },
      { a: { $in: 1 } },
      { $and: [] },
      { $or: [1] },
      { a: { $not: 1 } },
      { a: { $mod: [0, 1] } },
      { a: { $type: 'nonsense' } },
      { a: { $regex: 'a', $options: 'q' } },
      { a: { $options: 'i' } },
      { a: { $elemMatch: 1 } },
    ];
    for (const filter of senseless) {
      expect(() => compileMatcher(filter), JSON.stringify(filter))
        .to.throw()
        .with.property('code', 2);
    }
  });
});
