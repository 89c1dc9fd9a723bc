import type { ComponentType } from 'preact';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Interlude } from './Interlude.tsx';
import { useScreen } from './use-screen.ts';

/** A screen whose code is fetched when it is first asked for; a failed fetch can be tried again. */
export function LazyScreen<Props extends object>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}) {
  const { resource, reload } = useScreen(load);
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
