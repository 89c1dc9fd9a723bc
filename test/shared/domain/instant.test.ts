import { expect } from 'chai';
import { earlier, type Instant, later } from '../../../shared/domain/instant.ts';
import { at } from '../../builders/domain/evidence.ts';

describe('instants', () => {
  const rows: ReadonlyArray<{
    what: string;
    a: Instant | null;
    b: Instant | null;
    later: Instant | null;
    earlier: Instant | null;
  }> = [
    { what: 'two in order', a: at(1), b: at(2), later: at(2), earlier: at(1) },
    { what: 'two out of order', a: at(2), b: at(1), later: at(2), earlier: at(1) },
    { what: 'the same twice', a: at(1), b: at(1), later: at(1), earlier: at(1) },
    { what: 'only the first', a: at(1), b: null, later: at(1), earlier: at(1) },
    { what: 'only the second', a: null, b: at(1), later: at(1), earlier: at(1) },
    { what: 'none', a: null, b: null, later: null, earlier: null },
  ];
  for (const row of rows) {
    it(`of ${row.what}: the later and the earlier one`, () => {
      expect(later(row.a, row.b)).to.equal(row.later);
      expect(earlier(row.a, row.b)).to.equal(row.earlier);
    });
  }
});
