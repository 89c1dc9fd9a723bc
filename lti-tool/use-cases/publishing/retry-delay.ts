const firstDelay = 1_000;
const longestDelay = 300_000;

/** How long to wait before a try, in milliseconds: doubling, with jitter, never sooner than the platform asked. */
export function retryDelay(attempts: number, retryAfterMs: number | null, random: () => number): number {
  const doubled = Math.min(longestDelay, firstDelay * 2 ** Math.min(attempts, 16));
  return Math.max(retryAfterMs ?? 0, Math.round(doubled * (0.5 + random() / 2)));
}
