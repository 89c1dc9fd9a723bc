import type { Timers } from '../../../../lti-tool/panel/app/timers.ts';

/** A clock that moves only when told: `pass(ms)` runs what is due by then. */
export function handTimers(start = 0): Timers & { readonly pass: (ms: number) => void; readonly due: () => number[] } {
  let now = start;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after: (ms, run) => {
      const one = { at: now + ms, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass: (ms) => {
      now += ms;
      const ready = waiting.filter((one) => one.at <= now);
      waiting = waiting.filter((one) => one.at > now);
      for (const one of ready) one.run();
    },
    due: () => waiting.map((one) => one.at - now),
  };
}
