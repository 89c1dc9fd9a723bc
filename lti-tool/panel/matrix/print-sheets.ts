import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';

/** Columns that fit beside the names on a page of A4 across. */
const perSheet: Readonly<Record<MatrixMode, number>> = { criteria: 34, outcomes: 14, units: 9 };

/**
 * Marks that a browser lays out for paper without hanging, one for each learner and column: some 200 learners by 300
 * criteria. A unit's or outcome's cell is heavier than a criterion's.
 */
const mostMarks: Readonly<Record<MatrixMode, number>> = { criteria: 60_000, outcomes: 15_000, units: 15_000 };

/** Whether so many learners and columns can be printed at once. */
export const isPrintable = (learners: number, columns: number, mode: MatrixMode): boolean =>
  learners * columns <= mostMarks[mode];

/** The columns of each sheet. A unit is cut only where it is wider than a page. */
export function printSheets(columns: readonly MatrixColumn[], mode: MatrixMode): MatrixColumn[][] {
  const most = perSheet[mode];
  const sheets: MatrixColumn[][] = [];
  let start = 0;
  while (start < columns.length) {
    let end = Math.min(columns.length, start + most);
    if (end < columns.length) {
      // Back to where a unit begins, unless it began this sheet.
      const whole = columns.slice(start + 1, end + 1).findLastIndex((column) => column.first);
      if (whole >= 0) end = start + 1 + whole;
    }
    sheets.push(columns.slice(start, end));
    start = end;
  }
  return sheets;
}
