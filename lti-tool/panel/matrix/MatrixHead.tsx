import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { ColumnGap } from './ColumnGap.tsx';
import { type MatrixColumn, type MatrixMode, unitRuns } from './matrix-columns.ts';

type Props = {
  readonly columns: readonly MatrixColumn[];
  /** The columns in sight: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly mode: MatrixMode;
  /** Criteria of every learner's units, where all have as many; else null. */
  readonly of: number | null;
};

/** Two rows of heads: units, and below them the refs of their criteria. By units, the refs and below them the titles. */
export function MatrixHead({ columns, from, to, mode, of }: Props) {
  const seen = columns.slice(from, to);
  const before = <ColumnGap columns={from} />;
  const after = <ColumnGap columns={columns.length - to} />;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th class="name" rowSpan={2} scope="col" aria-colindex={1}>
          {matrixTexts.learner} {of !== null && <span class="tally">{matrixTexts.of(of)}</span>}
        </th>
        {before}
        {mode !== 'units'
          ? unitRuns(seen).map((run) => (
              <th
                key={run.unitRef}
                class={run.first ? 'unit first' : 'unit'}
                scope="colgroup"
                colSpan={run.length}
                title={`${run.unitRef} ${run.unitTitle}`}
              >
                <span>
                  {run.unitRef} {run.unitTitle}
                </span>
              </th>
            ))
          : seen.map((column, place) => (
              <th key={column.key} class="unit first" scope="col" aria-colindex={from + place + 2}>
                <span>{column.ref}</span>
              </th>
            ))}
        {after}
      </tr>
      <tr aria-rowindex={2}>
        {before}
        {seen.map((column, place) => (
          <th
            key={column.key}
            scope="col"
            class={column.first ? 'first' : undefined}
            title={`${column.unitRef} ${mode !== 'units' ? `${column.ref} ` : ''}${column.title}`}
            aria-colindex={from + place + 2}
          >
            {mode !== 'units' ? column.ref : <span class="clipped">{column.title}</span>}
          </th>
        ))}
        {after}
      </tr>
    </thead>
  );
}
