const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * The value below which a share of the values lie (nearest rank).
 * @param share 0 to 1; 0.95 is p95
 * @throws RangeError where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const ranked = sorted(values);
  const found = ranked[Math.max(0, Math.ceil(share * ranked.length) - 1)];
  if (found === undefined) throw new RangeError('There is nothing to take a percentile of.');
  return found;
}

/** The middle value, or the mean of the two in the middle. @throws RangeError where there are no values */
export function median(values: readonly number[]): number {
  const ranked = sorted(values);
  const [low, high] = [ranked[Math.ceil(ranked.length / 2) - 1], ranked[Math.floor(ranked.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('There is nothing to take a median of.');
  return (low + high) / 2;
}

/**
 * How cost follows size, as the exponent of a power: 0 for a cost that stays, 1 for one that grows with size, 2 for one
 * that grows with its square.
 */
export function growthExponent(
  from: { readonly size: number; readonly cost: number },
  to: { readonly size: number; readonly cost: number },
): number {
  return Math.log(to.cost / from.cost) / Math.log(to.size / from.size);
}

/** Pseudo-random numbers from 0 to 1, the same for the same seed, so that two runs work on the same cohort. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
