import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { goTo } from '../app/router.ts';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { ColumnGap } from './ColumnGap.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { cellHeight, cellWidth } from './stretch-marks.ts';
import { confirmedPercent } from './unit-sum.ts';
import { useGrid } from './use-grid.ts';
import { useWindow } from './use-window.ts';

type Props = {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly mode: MatrixMode;
  readonly onOpen: (row: MatrixRow, column: MatrixColumn) => void;
};

/** Pixels; the stylesheet says the same. */
const sizes = { row: cellHeight, criteria: cellWidth, outcomes: 68, units: 124 };

/**
 * The matrix as a real table of which only the part in sight is drawn, with gaps that keep the rest of the room;
 * row and column numbers tell a screen reader where it is in the whole.
 */
export function MatrixTable({ rows, columns, mode, onOpen }: Props) {
  const region = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const width = sizes[mode];
  const size = { row: sizes.row, column: width, rows: rows.length, columns: columns.length };
  const seen = useWindow(region, size);
  const { onKeyDown, onClick } = useGrid(region, {
    ...size,
    onOpen: (place) => {
      const row = rows[place.row];
      const column = columns[place.column];
      if (row && column) onOpen(row, column);
      else if (row) goTo('enrolment', row.enrolmentId);
    },
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
  const words = matrixTexts;
  return (
    <ScrollRegion
      class={`matrix by-${mode}`}
      label={words.region[mode]}
      region={region}
      keys={onKeyDown}
      click={onClick}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the arrow keys move in (ARIA in HTML allows it) */}
      <table ref={table} role="grid" aria-rowcount={rows.length + 3} aria-colcount={columns.length + 1}>
        <caption class="sr">{words.caption[mode]}</caption>
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
              {words.percent}
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
