import { useEffect } from 'preact/hooks';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';

type Props = {
  /** The heading of the screen that is not there yet. */
  readonly title: string;
  /** Why it is not there; null while it is on its way. */
  readonly error: ApiError | null;
  readonly retry: () => void;
};

/** Stands in for a screen while it loads, or when it could not be loaded; it tries again when the network is back. */
export function Interlude({ title, error, retry }: Props) {
  const offline = error?.code === 'offline';
  useEffect(() => {
    if (!offline) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [offline, retry]);
  return (
    <main>
      <h1 class="sr">{title}</h1>
      {error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={8} />}
    </main>
  );
}
