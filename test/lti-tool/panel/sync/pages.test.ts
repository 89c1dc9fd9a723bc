import { expect } from 'chai';
import fc from 'fast-check';
import { pageOf, pageSize } from '../../../../lti-tool/panel/sync/pages.ts';

describe('the pages of a long table', () => {
  it('hold a hundred rows each, the last one the rest', () => {
    expect(pageOf(250, 0)).to.deep.equal({ page: 0, from: 0, to: 100 });
    expect(pageOf(250, 1)).to.deep.equal({ page: 1, from: 100, to: 200 });
    expect(pageOf(250, 2)).to.deep.equal({ page: 2, from: 200, to: 250 });
  });
  it('end with the last full one where the rows come out even', () => {
    expect(pageOf(200, 2)).to.deep.equal({ page: 1, from: 100, to: 200 });
  });
  it('give the last one to who stands beyond it, because rows went', () => {
    expect(pageOf(120, 9)).to.deep.equal({ page: 1, from: 100, to: 120 });
    expect(pageOf(0, 3)).to.deep.equal({ page: 0, from: 0, to: 0 });
  });
  it('hold every row once', () => {
    fc.assert(
      fc.property(fc.nat(2_000), (count) => {
        const rows: number[] = [];
        for (let page = 0; page < Math.ceil(count / pageSize); page += 1) {
          const { from, to } = pageOf(count, page);
          for (let row = from; row < to; row += 1) rows.push(row);
        }
        expect(rows).to.deep.equal(Array.from({ length: count }, (_, row) => row));
      }),
    );
  });
});
