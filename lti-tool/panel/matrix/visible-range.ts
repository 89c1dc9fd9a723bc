/** A stretch of rows or columns: `from` inclusive, `to` exclusive. */
export type Range = { readonly from: number; readonly to: number };

/** Cells move in and out in blocks of this many, so that a scroll of a few pixels draws nothing. */
export const block = 8;

/** At least as many are drawn beyond each edge, so that a slow scroll meets no gap. */
const ahead = 3;

/**
 * Which rows or columns to draw: those in sight, a few more on each side, and the rest of
 * their blocks.
 * @param offset pixels scrolled
 * @param sight pixels in sight
 * @param size pixels of one row or column
 * @param count how many there are
 */
export function visibleRange(offset: number, sight: number, size: number, count: number): Range {
  const first = Math.floor(Math.max(0, offset) / size);
  const last = Math.ceil((Math.max(0, offset) + Math.max(0, sight)) / size);
  const from = Math.max(0, Math.floor((first - ahead) / block) * block);
  const to = Math.min(count, Math.ceil((last + ahead) / block) * block);
  return { from: Math.min(from, count), to };
}

export const sameRange = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;
