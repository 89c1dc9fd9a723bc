import { setLocale } from '../../../shared/texts/locale.ts';
import { sessionTexts } from '../../../shared/texts/parts.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { HistoryHost } from '../quality/history/HistoryHost.tsx';
import { LazyScreen } from './LazyScreen.tsx';
import { sessionEnded } from './session.ts';
import { styled } from './sheets.ts';
import { useTools } from './toolbox.ts';
import { useResource } from './use-resource.ts';

const loadLearner = () => styled(import('../learner/LearnerApp.tsx'), 'learner').then((module) => module.LearnerApp);
const loadStaff = () => import('../assessor/StaffApp.tsx').then((module) => module.StaffApp);
const loadChoice = () =>
  styled(import('./ChooseQualification.tsx'), 'content').then((module) => module.ChooseQualification);

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
      <LazyScreen key="choice" load={loadChoice} props={{ me, onChosen: set }} />
    ) : me.role === 'learner' ? (
      <LazyScreen key="learner" load={loadLearner} props={{ me }} />
    ) : (
      <LazyScreen key="staff" load={loadStaff} props={{ me, qualificationId: me.qualificationId }} />
    );
  return (
    <>
      {screens}
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
