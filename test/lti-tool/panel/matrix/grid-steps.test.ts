import { expect } from 'chai';
import fc from 'fast-check';
import { type GridPlace, stepIn } from '../../../../lti-tool/panel/matrix/grid-steps.ts';

const size = { rows: 20, columns: 9, page: 7, rtl: false };
const at = (row: number, column: number): GridPlace => ({ row, column });

describe('a step in the grid', () => {
  const rows: ReadonlyArray<readonly [string, boolean, GridPlace | null, GridPlace | null]> = [
    ['ArrowDown', false, null, at(0, 0)],
    ['ArrowDown', false, at(3, 4), at(4, 4)],
    ['ArrowUp', false, at(0, 4), at(0, 4)],
    ['ArrowRight', false, at(3, 8), at(3, 8)],
    ['ArrowLeft', false, at(3, 0), at(3, -1)],
    ['ArrowLeft', false, at(3, -1), at(3, -1)],
    ['PageDown', false, at(3, 4), at(10, 4)],
    ['PageDown', false, at(18, 4), at(19, 4)],
    ['PageUp', false, at(3, 4), at(0, 4)],
    ['Home', false, at(3, 4), at(3, -1)],
    ['End', false, at(3, 4), at(3, 8)],
    ['Home', true, at(3, 4), at(0, -1)],
    ['End', true, at(3, 4), at(19, 8)],
    ['Tab', false, at(3, 4), null],
    ['a', false, at(3, 4), null],
  ];
  for (const [key, ctrl, from, to] of rows) {
    it(`by ${ctrl ? 'Ctrl+' : ''}${key} from ${from ? `${from.row}/${from.column}` : 'outside'} leads to ${to ? `${to.row}/${to.column}` : 'nowhere'}`, () => {
      expect(stepIn(key, ctrl, from, size)).to.deep.equal(to);
    });
  }

  it('goes the other way where the page reads from right to left', () => {
    expect(stepIn('ArrowLeft', false, at(3, 4), { ...size, rtl: true })).to.deep.equal(at(3, 5));
  });

  it('never leaves the grid', () => {
    const keys = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'PageDown',
      'PageUp',
      'Home',
      'End',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (steps) => {
        let here: GridPlace | null = null;
        for (const [key, ctrl] of steps) here = stepIn(key, ctrl, here, size);
        if (here) {
          expect(here.row).to.be.within(0, 19);
          expect(here.column).to.be.within(-1, 8);
        }
      }),
    );
    expect(stepIn('ArrowDown', false, null, { ...size, rows: 0 })).to.equal(null);
  });
});
