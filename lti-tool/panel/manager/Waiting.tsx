import type { ApiError } from '../../../shared/client/api-client.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';

/** Stands in for a section while it loads, or when it could not be loaded. */
export function Waiting({ error, retry }: { error: ApiError | null; retry: () => void }) {
  return error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={6} />;
}
