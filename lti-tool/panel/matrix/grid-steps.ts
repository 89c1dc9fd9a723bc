/** A cell: its row, and its column from 0; -1 is the name before them. */
export type GridPlace = { readonly row: number; readonly column: number };
type Size = {
  readonly rows: number;
  readonly columns: number;
  /** Rows of a page. */
  readonly page: number;
  /** The page reads from right to left. */
  readonly rtl: boolean;
};

/** Where a key leads from a cell; null for a key that leads nowhere. The first step from outside is into the first cell. */
export function stepIn(key: string, ctrl: boolean, from: GridPlace | null, size: Size): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = from ?? { row: 0, column: -1 };
  const forward = size.rtl ? -1 : 1;
  const places: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + forward },
    ArrowLeft: { row, column: column - forward },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
    Home: { row: ctrl ? 0 : row, column: -1 },
    End: { row: ctrl ? last.row : row, column: last.column },
  };
  const next = places[key];
  if (next === undefined || size.rows === 0) return null;
  if (from === null) return { row: 0, column: Math.min(0, last.column) };
  return {
    row: Math.min(Math.max(next.row, 0), last.row),
    column: Math.min(Math.max(next.column, -1), last.column),
  };
}
