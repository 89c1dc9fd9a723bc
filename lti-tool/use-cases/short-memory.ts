import type { Clock } from './ports.ts';

/**
 * What was read from the database a moment ago. It spares a burst of requests the same read, and it is forgotten after so few
 * seconds that what another process changes is seen soon; what this process changes it forgets at once.
 */
export type ShortMemory<T> = {
  /** What is remembered, or else what `read` finds, which is remembered then. Nothing found is not remembered. */
  recall(key: string, read: () => Promise<T | null>): Promise<T | null>;
  forget(key: string): void;
  forgetAll(): void;
};

type Remembered<T> = { readonly reading: Promise<T | null>; readonly readAt: number };

/**
 * @param lifeMs how long something is remembered, in milliseconds from the moment that reading it began
 * @param most so many are remembered; of more, the oldest goes
 */
export function createShortMemory<T>(deps: {
  readonly clock: Clock;
  readonly lifeMs: number;
  readonly most?: number;
}): ShortMemory<T> {
  const { clock, lifeMs, most = 10_000 } = deps;
  const known = new Map<string, Remembered<T>>();

  /** A clock that was put back makes nothing live longer. */
  const isFresh = ({ readAt }: Remembered<T>): boolean => {
    const age = clock.now() - readAt;
    return age >= 0 && age < lifeMs;
  };
  function remember(key: string, read: () => Promise<T | null>): Promise<T | null> {
    const reading = read();
    const remembered = { reading, readAt: clock.now() };
    known.delete(key);
    known.set(key, remembered);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    const drop = () => {
      if (known.get(key) === remembered) known.delete(key);
    };
    reading.then((value) => value === null && drop(), drop);
    return reading;
  }

  return {
    recall(key, read) {
      const remembered = known.get(key);
      return remembered !== undefined && isFresh(remembered) ? remembered.reading : remember(key, read);
    },
    forget: (key) => void known.delete(key),
    forgetAll: () => known.clear(),
  };
}
