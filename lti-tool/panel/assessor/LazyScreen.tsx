import type { ComponentType } from 'preact';
import { ApiError } from '../../../shared/client/api-client.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { staffTexts } from '../../../shared/texts/staff.ts';
import { useResource } from '../app/use-resource.ts';
import { Interlude } from './Interlude.tsx';

/** A screen whose code is fetched when it is first asked for; a failed fetch can be tried again. */
export function LazyScreen<Props extends object>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}) {
  const { resource, reload } = useResource(
    () =>
      load().then(
        (Screen) => ({ Screen }),
        () => Promise.reject(new ApiError('offline', staffTexts.screenOffline)),
      ),
    [load],
  );
  if (resource.value === null)
    return (
      <Interlude
        title={partsTexts.product}
        error={resource.state === 'failed' ? resource.error : null}
        retry={reload}
      />
    );
  const { Screen } = resource.value;
  return <Screen {...props} />;
}
