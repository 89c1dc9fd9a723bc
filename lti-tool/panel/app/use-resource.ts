import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from './as-api-error.ts';

export type Resource<T> =
  | { readonly state: 'loading'; readonly value: T | null }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly value: T | null; readonly error: ApiError };

/**
 * Loads something and loads it again when `deps` change or `reload` is called. A stale reply never wins.
 * `set` puts a newer value in, such as the reply to a change.
 */
export function useResource<T>(load: (signal: AbortSignal) => Promise<T>, deps: readonly unknown[]) {
  const [resource, setResource] = useState<Resource<T>>({ state: 'loading', value: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setResource((known) => ({ state: 'loading', value: round === 0 ? null : known.value }));
    load(controller.signal).then(
      (value) => !controller.signal.aborted && setResource({ state: 'ready', value }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setResource((known) => ({ state: 'failed', value: known.value, error: asApiError(error) }));
      },
    );
    return () => controller.abort();
  }, [...deps, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  const set = useCallback((value: T) => setResource({ state: 'ready', value }), []);
  return { resource, reload, set };
}
