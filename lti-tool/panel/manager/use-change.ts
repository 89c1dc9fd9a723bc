import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from '../app/as-api-error.ts';

/** Makes one change at a time, and tells what it did or why it did not. */
export function useChange() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiError | null>(null);
  const [said, say] = useState<ComponentChildren | null>(null);
  const make = async (change: () => Promise<ComponentChildren | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    say(null);
    try {
      say(await change());
    } catch (cause) {
      setFault(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, said, make, hear: () => say(null) };
}
