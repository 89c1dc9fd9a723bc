import type { QualificationView } from '../../../shared/api/views.ts';

export type MatrixMode = 'criteria' | 'units';
/** One column: a criterion or a whole unit; `from` and `to` say which letters of a row it covers. */
export type MatrixColumn = {
  readonly key: string;
  /** What the head shows: "1.1", or "201". */
  readonly ref: string;
  /** What it is called in full. */
  readonly title: string;
  readonly unitRef: string;
  readonly unitTitle: string;
  /** Whether it is the first of its unit. */
  readonly first: boolean;
  readonly from: number;
  readonly to: number;
};

/** The columns of the matrix, in the specification's order, which is the order of a row's letters. */
export function matrixColumns(qualification: QualificationView, mode: MatrixMode): MatrixColumn[] {
  const columns: MatrixColumn[] = [];
  let place = 0;
  for (const unit of qualification.units) {
    const named = { unitRef: unit.ref, unitTitle: unit.title };
    const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria);
    const from = place;
    place += criteria.length;
    if (mode === 'units')
      columns.push({ key: unit.ref, ref: unit.ref, title: unit.title, ...named, first: true, from, to: place });
    else
      criteria.forEach(({ id, ref, text }, index) => {
        const at = from + index;
        columns.push({ key: id, ref, title: text, ...named, first: index === 0, from: at, to: at + 1 });
      });
  }
  return columns;
}

/** Runs of columns of the same unit within a stretch of columns, for the upper row of heads. */
export function unitRuns(
  columns: readonly MatrixColumn[],
): { readonly unitRef: string; readonly unitTitle: string; readonly length: number; readonly first: boolean }[] {
  const runs: { unitRef: string; unitTitle: string; length: number; first: boolean }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last?.unitRef === column.unitRef) last.length += 1;
    else runs.push({ unitRef: column.unitRef, unitTitle: column.unitTitle, length: 1, first: column.first });
  }
  return runs;
}
