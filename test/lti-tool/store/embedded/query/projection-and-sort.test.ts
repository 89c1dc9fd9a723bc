import { expect } from 'chai';
import { compileProjection } from '../../../../../lti-tool/store/embedded/query/projection.ts';
import { sortBy } from '../../../../../lti-tool/store/embedded/query/sort.ts';

describe('a projection', () => {
  const document = { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 1 }, 5, { x: 2 }] };
  const projected = (projection: Record<string, unknown>) => compileProjection(projection)?.(document);

  it('keeps the fields asked for, with _id unless that is dropped', () => {
    expect(projected({ a: 1 })).to.deep.equal({ _id: 1, a: 1 });
    expect(projected({ a: true, 'b.c': 1, _id: 0 })).to.deep.equal({ a: 1, b: { c: 2 } });
    expect(projected({ 'list.x': 1, _id: 0 })).to.deep.equal({ list: [{ x: 1 }, { x: 2 }] });
    expect(projected({ none: 1, 'a.b': 1 })).to.deep.equal({ _id: 1 });
    expect(projected({ _id: 1 })).to.deep.equal({ _id: 1 });
  });

  it('drops the fields asked for', () => {
    expect(projected({ b: 0, list: 0 })).to.deep.equal({ _id: 1, a: 1 });
    expect(projected({ _id: 0, 'b.c': 0, 'list.y': false })).to.deep.equal({
      a: 1,
      b: { d: 3 },
      list: [{ x: 1 }, 5, { x: 2 }],
    });
  });

  it('leaves whole documents whole', () => {
    expect(compileProjection({})).to.equal(null);
    expect(compileProjection(undefined)).to.equal(null);
  });

  it('does not mix keeping and dropping, and takes no path inside another', () => {
    expect(() => projected({ a: 1, b: 0 })).to.throw('exclusion and inclusion');
    expect(() => projected({ b: 1, 'b.c': 1 })).to.throw('collision');
  });

  it('knows $slice', () => {
    expect(projected({ list: { $slice: 1 } })).to.deep.include({ list: [{ x: 1, y: 1 }] });
  });
});

describe('a sort', () => {
  const sorted = (documents: Record<string, unknown>[], specification: Record<string, unknown>) =>
    sortBy(documents, specification, (document) => document);

  it('orders by several fields and keeps equal ones in their order', () => {
    const documents = [
      { i: 1, a: 'x', b: 1 },
      { i: 2, a: 'y', b: 2 },
      { i: 3, a: 'x', b: 2 },
      { i: 4, a: 'x', b: 1 },
    ];
    expect(sorted(documents, { a: -1, b: 1 }).map(({ i }) => i)).to.deep.equal([2, 1, 4, 3]);
  });

  it('puts missing before numbers, and numbers before text', () => {
    const documents = [{ a: 'x' }, { a: 2 }, {}, { a: null }, { a: 1 }];
    expect(sorted(documents, { a: 1 })).to.deep.equal([{}, { a: null }, { a: 1 }, { a: 2 }, { a: 'x' }]);
  });

  it('takes the smallest element of an array when ascending, the greatest when descending', () => {
    const documents = [{ a: [2, 9] }, { a: 5 }, { a: [1, 3] }];
    expect(sorted(documents, { a: 1 })).to.deep.equal([{ a: [1, 3] }, { a: [2, 9] }, { a: 5 }]);
    expect(sorted(documents, { a: -1 })).to.deep.equal([{ a: [2, 9] }, { a: 5 }, { a: [1, 3] }]);
  });

  it('refuses other directions than 1 and -1', () => {
    expect(() => sorted([], { a: 2 })).to.throw('1 (ascending) or -1 (descending)');
  });
});
