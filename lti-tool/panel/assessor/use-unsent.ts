import { useEffect, useState } from 'preact/hooks';
import type { ReviewDesk } from './review/review-desk.ts';

/** Milliseconds between tries to send what could not be sent. */
const retryEvery = 10_000;

/**
 * How many ticks could not be sent. While there are any they are tried again, at once when the network is back; before the
 * page is left with ticks or feedback that exist nowhere else, the browser asks.
 */
export function useUnsent(desk: ReviewDesk): number {
  const [unsent, setUnsent] = useState(0);
  useEffect(() => desk.subscribe(() => setUnsent(desk.unsent())), [desk]);
  useEffect(() => {
    if (unsent === 0) return;
    const retry = () => void desk.retryAll();
    addEventListener('online', retry);
    const timer = setInterval(retry, retryEvery);
    return () => {
      removeEventListener('online', retry);
      clearInterval(timer);
    };
  }, [desk, unsent > 0]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.hasUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [desk]);
  return unsent;
}
