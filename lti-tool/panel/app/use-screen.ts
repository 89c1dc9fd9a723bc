import { ApiError } from '../../../shared/client/api-client.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { useResource } from './use-resource.ts';

/** Code that is fetched when it is first asked for; where it could not be, that is said, and it can be tried again. */
export function useScreen<Screen>(load: () => Promise<Screen>) {
  return useResource(
    () =>
      load().then(
        (Screen) => ({ Screen }),
        () => Promise.reject(new ApiError('offline', partsTexts.screenOffline)),
      ),
    [load],
  );
}
