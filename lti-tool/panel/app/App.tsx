import { lazy, Suspense } from 'preact/compat';
import { setLocale } from '../../../shared/texts/locale.ts';
import { sessionTexts } from '../../../shared/texts/parts.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { HistoryHost } from '../quality/history/HistoryHost.tsx';
import { sessionEnded } from './session.ts';
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
  if (sessionEnded.value) return <Ended />;
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  const me = resource.value;
  setLocale(me?.locale ?? null);
  if (me === null) return <Skeleton lines={6} />;
  const screens =
    me.qualificationId === null ? (
      <ChooseQualification me={me} onChosen={set} />
    ) : me.role === 'learner' ? (
      <LearnerApp me={me} />
    ) : (
      <StaffApp me={me} qualificationId={me.qualificationId} />
    );
  return (
    <>
      <Suspense fallback={<Skeleton lines={6} />}>{screens}</Suspense>
      <HistoryHost />
    </>
  );
}

function Ended() {
  const words = sessionTexts;
  return (
    <main class="page">
      <div class="empty">
        <PageHeading title={words.endedTitle}>{words.endedTitle}</PageHeading>
        <p>{words.ended}</p>
      </div>
    </main>
  );
}
