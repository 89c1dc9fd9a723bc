import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { ColumnGap } from './ColumnGap.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { cellHeight, cellWidth } from './stretch-marks.ts';
import { confirmedPercent } from './unit-sum.ts';
import { useWindow } from './use-window.ts';

type Props = {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly mode: MatrixMode;
};

/** Pixels; the stylesheet says the same. */
const sizes = { row: cellHeight, criteria: cellWidth, units: 124 };

/**
 * The matrix as a real table of which only the part in sight is drawn, with gaps that keep the rest of the room;
 * row and column numbers tell a screen reader where it is in the whole.
 */
export function MatrixTable({ rows, columns, mode }: Props) {
  const region = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const width = sizes[mode];
  const seen = useWindow(region, {
    row: sizes.row,
    column: width,
    rows: rows.length,
    columns: columns.length,
  });
  useLayoutEffect(() => {
    if (table.current) table.current.style.width = `calc(var(--name) + ${columns.length * width}px)`;
  }, [columns, width]);
  const percents = useMemo(
    () => columns.map((column) => confirmedPercent(rows, column.from, column.to)),
    [rows, columns],
  );
  const totals = new Set(rows.map((row) => row.total));
  const [sameTotal] = totals;
  const drawn = rows.slice(seen.rows.from, seen.rows.to);
  const { from, to } = seen.columns;
  return (
    <ScrollRegion class={`matrix by-${mode}`} label="Learners by criteria" region={region}>
      <table ref={table} aria-rowcount={rows.length + 3} aria-colcount={columns.length + 1}>
        <caption class="sr">Standing of every {mode === 'units' ? 'unit' : 'criterion'} for every learner</caption>
        <colgroup>
          <col class="name-column" />
          <col class="cell-column" span={columns.length} />
        </colgroup>
        <MatrixHead
          columns={columns}
          from={from}
          to={to}
          mode={mode}
          of={totals.size === 1 ? (sameTotal ?? null) : null}
        />
        <tbody>
          <Gap rows={seen.rows.from} />
          {drawn.map((row, place) => (
            <MatrixLine
              key={row.enrolmentId}
              row={row}
              index={seen.rows.from + place}
              columns={columns}
              from={from}
              to={to}
              mode={mode}
              showTotal={totals.size > 1}
            />
          ))}
          <Gap rows={rows.length - seen.rows.to} />
        </tbody>
        <tfoot>
          <tr aria-rowindex={rows.length + 3}>
            <th class="name" scope="row" aria-colindex={1}>
              Confirmed, %
            </th>
            <ColumnGap columns={from} />
            {columns.slice(from, to).map((column, place) => (
              <td key={column.key} class={column.first ? 'first' : undefined} aria-colindex={from + place + 2}>
                {percents[from + place] ?? '–'}
              </td>
            ))}
            <ColumnGap columns={columns.length - to} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? (
    <tr class="gap">
      <td aria-hidden="true" style={{ height: `${rows * sizes.row}px` }} />
    </tr>
  ) : null;
}
