import { retryDelay } from '../use-cases/publishing/retry-delay.ts';
import type { PlatformHealth } from '../use-cases/publishing/verdicts.ts';

/** Failures in a row after which a platform counts as down. */
const failuresToOpen = 5;
/** Of a rest after those, as a number of doublings of a second. */
const firstRest = 2;

/**
 * A circuit breaker of one platform. While it is down nobody asks it but one probe now and then, each time later, up
 * to five minutes; the first success lets all through again. A platform that asks for patience gets it at once.
 */
export function createBreaker(deps: { readonly now: () => number; readonly random: () => number }) {
  let failures = 0;
  let rests = 0;
  let openUntil = 0;
  let openedAt = 0;

  const open = (wait: number) => {
    openedAt = deps.now();
    openUntil = Math.max(openUntil, openedAt + wait);
  };

  return {
    /** How many calls may be under way now, of at most `most`. */
    allows(most: number): number {
      const now = deps.now();
      // A clock that stepped back does not lengthen the rest.
      if (now < openUntil && now >= openedAt) return 0;
      return failures >= failuresToOpen ? 1 : most;
    },
    /** When the next call may be made, in milliseconds. */
    opensAt: (): number => (deps.now() >= openedAt ? openUntil : 0),
    tell(health: PlatformHealth, retryAfterMs: number | null): void {
      if (health === 'up') {
        failures = 0;
        rests = 0;
        openUntil = 0;
      }
      if (health !== 'down') return;
      failures += 1;
      if (retryAfterMs !== null) open(retryAfterMs);
      if (failures < failuresToOpen) return;
      open(retryDelay(firstRest + rests, retryAfterMs, deps.random));
      rests = Math.min(rests + 1, 16);
    },
  };
}
export type Breaker = ReturnType<typeof createBreaker>;
