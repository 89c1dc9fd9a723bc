import { useCallback, useEffect, useState } from 'preact/hooks';
import { AskError } from '../ask.ts';

export type Asked<T> = { readonly value: T | null; readonly fault: AskError | null; readonly busy: boolean };

export const asFault = (cause: unknown): AskError =>
  cause instanceof AskError ? cause : new AskError('internal', 'Something went wrong. Close this and open it again.');

/** Asks when drawn first and whenever `again` is called. A stale answer never wins; what is known stays meanwhile. */
export function useAsked<T>(ask: () => Promise<T>, deps: readonly unknown[]) {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, fault: null, busy: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    setAsked((known) => ({ ...known, busy: true }));
    ask().then(
      (value) => current && setAsked({ value, fault: null, busy: false }),
      (cause: unknown) => current && setAsked((known) => ({ value: known.value, fault: asFault(cause), busy: false })),
    );
    return () => {
      current = false;
    };
  }, [...deps, round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { ...asked, again };
}
