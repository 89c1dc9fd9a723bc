import { lazy, Suspense } from 'preact/compat';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useTools } from './toolbox.ts';
import { useResource } from './use-resource.ts';

const LearnerApp = lazy(() => import('../learner/LearnerApp.tsx').then((module) => module.LearnerApp));
const StaffApp = lazy(() => import('../assessor/StaffApp.tsx').then((module) => module.StaffApp));
const ChooseQualification = lazy(() =>
  import('./ChooseQualification.tsx').then((module) => module.ChooseQualification),
);

/** Finds out who is here and opens the screens of their role. */
export function App() {
  const { client } = useTools();
  const { resource, reload, set } = useResource((signal) => client.call('me', { signal }), []);
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  const me = resource.value;
  if (me === null) return <Skeleton lines={6} />;
  const screens =
    me.qualificationId === null ? (
      <ChooseQualification me={me} onChosen={set} />
    ) : me.role === 'learner' ? (
      <LearnerApp me={me} />
    ) : (
      <StaffApp me={me} qualificationId={me.qualificationId} />
    );
  return <Suspense fallback={<Skeleton lines={6} />}>{screens}</Suspense>;
}
