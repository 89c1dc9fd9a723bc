import { useEffect, useRef } from 'preact/hooks';
import type { OperationName, ParamsOf, ReplyOf } from '../../../shared/api/operations.ts';
import { Live } from './live.ts';
import { after } from './timers.ts';
import { useTools } from './toolbox.ts';

let touchedAt = Date.now();
for (const event of ['pointerdown', 'pointermove', 'keydown', 'scroll'])
  addEventListener(
    event,
    () => {
      touchedAt = Date.now();
    },
    { passive: true, capture: true },
  );

/**
 * Looks every few seconds whether an answer has changed, and hands on a new one. The first look has no name to ask by, so
 * it hands on what there is. `null` for params: nothing to look at.
 */
export function useLive<Name extends OperationName>(
  name: Name,
  params: ParamsOf<Name> | null,
  onNews: (value: ReplyOf<Name>) => void,
): void {
  const { client } = useTools();
  const latest = useRef(onNews);
  latest.current = onNews;
  const key = params === null ? null : JSON.stringify(params);
  useEffect(() => {
    if (params === null) return;
    let etag: string | null = null;
    const live = new Live({
      now: () => Date.now(),
      after,
      isHidden: () => document.visibilityState === 'hidden',
      touchedAt: () => touchedAt,
      look: async (signal) => {
        const news = await client.look(name, { params, signal }, etag);
        if (news === null) return;
        etag = news.etag;
        latest.current(news.value);
      },
    });
    const seen = () => document.visibilityState === 'visible' && void live.now();
    const back = () => void live.now();
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', back);
    return () => {
      live.stop();
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', back);
    };
  }, [client, name, key]);
}
