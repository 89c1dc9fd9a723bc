import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { type GridPlace, stepIn } from './grid-steps.ts';

type Grid = {
  readonly rows: number;
  readonly columns: number;
  /** Pixels of a row and a column. */
  readonly row: number;
  readonly column: number;
  readonly onOpen: (place: GridPlace) => void;
};

/** Rows of heads above the first row of the table. */
const headRows = 2;

/** The cell of a place, where it is drawn now. */
const cellAt = (region: HTMLElement, { row, column }: GridPlace): HTMLElement | null =>
  region.querySelector(`tr[aria-rowindex="${row + headRows + 1}"] > [aria-colindex="${column + 2}"]`);

/** The place of the cell that something is in; null for heads and sums. */
function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest('tbody [aria-colindex]') : null;
  const row = Number(cell?.closest('tr')?.getAttribute('aria-rowindex'));
  const column = Number(cell?.getAttribute('aria-colindex'));
  return cell && row > 0 ? { row: row - headRows - 1, column: column - 2 } : null;
}

/** Scrolls so far that a place is in sight between the heads, the sums and the names. */
function bringIntoSight(region: HTMLElement, { row, column }: GridPlace, sizes: Grid): void {
  const height = (part: string) => region.querySelector<HTMLElement>(part)?.offsetHeight ?? 0;
  const sight = region.clientHeight - height('thead') - height('tfoot');
  const top = row * sizes.row;
  region.scrollTop = Math.min(top, Math.max(region.scrollTop, top + sizes.row - sight));
  if (column < 0) return;
  const across = region.clientWidth - (region.querySelector<HTMLElement>('thead .name')?.offsetWidth ?? 0);
  const start = column * sizes.column;
  const left = Math.min(start, Math.max(Math.abs(region.scrollLeft), start + sizes.column - across));
  region.scrollLeft = getComputedStyle(region).direction === 'rtl' ? -left : left;
}

/**
 * The matrix by keyboard, as a grid: one stop of the Tab key, arrow keys from cell to cell, Enter opens. Only the cells in
 * sight exist, so a cell gets the focus once it is drawn.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function useGrid(region: RefObject<HTMLElement | null>, grid: Grid) {
  const here = useRef<GridPlace | null>(null);
  const wanted = useRef<GridPlace | null>(null);
  const now = useRef(grid);
  now.current = grid;
  const focusWanted = () => {
    const cell = wanted.current && region.current && cellAt(region.current, wanted.current);
    if (!cell) return;
    wanted.current = null;
    cell.tabIndex = -1;
    cell.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const element = region.current;
    if (!element || event.altKey || event.metaKey) return;
    // A cell that is still to be drawn counts already, so that fast keys lose no step.
    const from = wanted.current ?? placeOf(event.target) ?? here.current;
    if ((event.key === 'Enter' || event.key === ' ') && placeOf(event.target)) {
      event.preventDefault();
      if (from) now.current.onOpen(from);
      return;
    }
    const page = Math.max(1, Math.floor(element.clientHeight / now.current.row) - 4);
    const rtl = getComputedStyle(element).direction === 'rtl';
    const next = stepIn(event.key, event.ctrlKey, from, { ...now.current, page, rtl });
    if (next === null) return;
    event.preventDefault();
    here.current = next;
    wanted.current = next;
    bringIntoSight(element, next, now.current);
    focusWanted();
  }, []);
  const onClick = useCallback((event: MouseEvent) => {
    const place = placeOf(event.target);
    // A name is a link of its own.
    if (place === null || place.column < 0) return;
    here.current = place;
    now.current.onOpen(place);
  }, []);
  return { onKeyDown, onClick };
}
