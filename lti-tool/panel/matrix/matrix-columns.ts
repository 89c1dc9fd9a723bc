import type { QualificationView } from '../../../shared/api/views.ts';

export const matrixModes = ['criteria', 'outcomes', 'units'] as const;
export type MatrixMode = (typeof matrixModes)[number];
/** One column: a criterion, an outcome or a whole unit; `from` and `to` say which letters of a row it covers. */
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

type Part = Pick<MatrixColumn, 'key' | 'ref' | 'title'> & { readonly criteria: number };

/** What a unit is divided into, with how many criteria each part has. */
function partsOf(unit: QualificationView['units'][number], mode: MatrixMode): Part[] {
  const { ref, title, outcomes } = unit;
  if (mode === 'units')
    return [{ key: ref, ref, title, criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0) }];
  if (mode === 'outcomes')
    return outcomes.map((outcome) => ({
      ...{ key: `${ref}/${outcome.ref}`, ref: outcome.ref, title: outcome.title },
      criteria: outcome.criteria.length,
    }));
  return outcomes.flatMap((outcome) =>
    outcome.criteria.map(({ id, ref: own, text }) => ({ key: id, ref: own, title: text, criteria: 1 })),
  );
}

/**
 * The columns of the matrix, in the specification's order, which is the order of a row's letters.
 * @param only the one unit to show; null for all
 */
export function matrixColumns(
  qualification: QualificationView,
  mode: MatrixMode,
  only: string | null = null,
): MatrixColumn[] {
  const columns: MatrixColumn[] = [];
  let place = 0;
  for (const unit of qualification.units) {
    const named = { unitRef: unit.ref, unitTitle: unit.title };
    partsOf(unit, mode).forEach(({ criteria, ...part }, index) => {
      const from = place;
      place += criteria;
      if (only === null || unit.ref === only) columns.push({ ...part, ...named, first: index === 0, from, to: place });
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
