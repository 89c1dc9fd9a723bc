import { expect } from 'chai';
import fc from 'fast-check';
import { matrixColumns, matrixModes } from '../../../../lti-tool/panel/matrix/matrix-columns.ts';
import { isPrintable, printSheets } from '../../../../lti-tool/panel/matrix/print-sheets.ts';
import type { QualificationView } from '../../../../shared/api/views.ts';
import { qualification } from '../assessor/review/evidence-sample.ts';

/** A qualification with units of so many criteria. */
const withUnits = (sizes: readonly number[]): QualificationView => ({
  ...qualification,
  units: sizes.map((size, unit) => ({
    ...{ ref: String(unit), title: `Unit ${unit}`, mandatory: true, credit: null },
    outcomes: [
      {
        ref: '1',
        title: 'Outcome',
        criteria: Array.from({ length: size }, (_, index) => ({
          ...{ id: `${unit}/1.${index}` as never, ref: `1.${index}`, text: 'Text' },
        })),
      },
    ],
  })),
});
const sheets = (...sizes: number[]) =>
  printSheets(matrixColumns(withUnits(sizes), 'criteria'), 'criteria').map((sheet) => sheet.length);

describe('the sheets of a printed matrix', () => {
  it('hold whole units', () => {
    expect(sheets(20, 10, 10)).to.deep.equal([30, 10]);
    expect(sheets(34)).to.deep.equal([34]);
  });

  it('cut a unit only where it is wider than a page', () => {
    expect(sheets(10, 50, 5)).to.deep.equal([10, 34, 21]);
  });

  it('are not made of more than a browser can lay out', () => {
    expect(isPrintable(200, 300, 'criteria')).to.equal(true);
    expect(isPrintable(1_000, 300, 'criteria')).to.equal(false);
    expect(isPrintable(1_000, 15, 'units')).to.equal(true);
    expect(isPrintable(1_000, 30, 'units')).to.equal(false);
  });

  it('hold every column once, in order, whatever the units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }),
        fc.constantFrom(...matrixModes),
        (sizes, mode) => {
          const columns = matrixColumns(withUnits(sizes), mode);
          expect(printSheets(columns, mode).flat()).to.deep.equal(columns);
        },
      ),
    );
  });
});
