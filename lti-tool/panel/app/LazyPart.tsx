import type { ComponentChild, ComponentType } from 'preact';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useScreen } from './use-screen.ts';

type LazyPartProps<Props extends object> = {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Where the notice stands when the code could not be fetched; in the part's place unless said. */
  readonly around?: (notice: ComponentChild) => ComponentChild;
};

/** A part of a screen whose code is fetched when it is first asked for: nothing until it is there. */
export function LazyPart<Props extends object>({ load, props, around = (notice) => notice }: LazyPartProps<Props>) {
  const { resource, reload } = useScreen(load);
  if (resource.state === 'failed') return <>{around(<ErrorNotice error={resource.error} retry={reload} />)}</>;
  if (resource.value === null) return null;
  const { Screen } = resource.value;
  return <Screen {...props} />;
}
