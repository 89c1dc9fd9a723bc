/** A moment as ISO 8601 in UTC with milliseconds ("2026-11-23T10:47:47.000Z"). Compares in text order. */
export type Instant = string;

/** The later of two moments; null counts as "never". */
export const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b > a) ? b : a;

/** The earlier of two moments; null counts as "none", so the other wins. */
export const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;
