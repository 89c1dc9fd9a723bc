/** A clock and a timer in milliseconds, handed in so that a test owns them. `after` returns what calls it off. */
export type Timers = { readonly now: () => number; readonly after: (ms: number, run: () => void) => () => void };

/** The browser's own timer. */
export const after: Timers['after'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
