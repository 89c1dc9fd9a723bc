import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Range, sameRange, visibleRange } from './visible-range.ts';

/** Pixels of a row and a column, and how many rows and columns there are. */
export type WindowSizes = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};
type Window = { readonly rows: Range; readonly columns: Range };

/** Drawn before the region's size is known. */
const unknown = { scrollTop: 0, scrollLeft: 0, clientHeight: 800, clientWidth: 1280 };

/** The rows and columns in sight of a scrolling region, followed as it scrolls and changes its size. */
export function useWindow(region: RefObject<HTMLElement | null>, sizes: WindowSizes): Window {
  const { row, column, rows, columns } = sizes;
  const measure = (at: typeof unknown): Window => ({
    rows: visibleRange(at.scrollTop, at.clientHeight, row, rows),
    // Negative where the page reads from right to left.
    columns: visibleRange(Math.abs(at.scrollLeft), at.clientWidth, column, columns),
  });
  const [seen, setSeen] = useState<Window>(() => measure(unknown));
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const element = region.current;
    if (!element) return;
    const look = () => {
      hadFocus.current = element.contains(document.activeElement);
      const next = measure(element);
      setSeen((before) =>
        sameRange(before.rows, next.rows) && sameRange(before.columns, next.columns) ? before : next,
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [row, column, rows, columns]);
  useLayoutEffect(() => {
    // The focused name was scrolled away and its row dropped: the region keeps the keyboard.
    if (hadFocus.current && document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  }, [seen]);
  const { rows: down, columns: across } = seen;
  return {
    rows: { from: Math.min(down.from, rows), to: Math.min(down.to, rows) },
    columns: { from: Math.min(across.from, columns), to: Math.min(across.to, columns) },
  };
}
