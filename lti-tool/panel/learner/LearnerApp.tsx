import { useEffect } from 'preact/hooks';
import type { MeView } from '../../../shared/api/views.ts';
import type { EnrolmentId, QualificationId } from '../../../shared/domain/ids.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { LazyScreen } from '../app/LazyScreen.tsx';
import { hrefTo, place } from '../app/router.ts';
import { styled } from '../app/sheets.ts';
import { useTools } from '../app/toolbox.ts';
import { useLive } from '../app/use-live.ts';
import { useResource } from '../app/use-resource.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useWarm } from '../parts/use-warm.ts';
import { EvidenceListPlace } from './EvidenceListPlace.tsx';
import { NotEnrolled } from './NotEnrolled.tsx';
import { ProgressPlace } from './ProgressPlace.tsx';
import { useOnChange } from './use-on-change.ts';

const loadExtension = () =>
  styled(import('../extension/ExtensionPage.tsx'), 'pages').then((module) => module.ExtensionPage);
const loadItem = () => styled(import('./EvidencePlace.tsx'), 'evidence').then((module) => module.EvidencePlace);
const loadNew = () => styled(import('./NewEvidencePlace.tsx'), 'evidence').then((module) => module.NewEvidencePlace);

type Props = { readonly me: MeView };

/** The learner's screens: progress, evidence, one item of evidence. */
export function LearnerApp({ me }: Props) {
  useWarm(true);
  const [section] = place.value;
  const inEvidence = section === 'evidence';
  const inExtension = section === 'extension';
  return (
    <>
      <TopBar
        me={me}
        tabs={[
          { label: learnerTexts.tabs.progress, href: hrefTo(), current: !inEvidence && !inExtension },
          { label: learnerTexts.tabs.evidence, href: hrefTo('evidence'), current: inEvidence },
          { label: learnerTexts.tabs.extension, href: hrefTo('extension'), current: inExtension },
        ]}
      />
      {inExtension ? (
        <LazyScreen key="extension" load={loadExtension} props={{ role: me.role }} />
      ) : me.enrolmentId && me.qualificationId ? (
        <Places me={me} enrolmentId={me.enrolmentId} qualificationId={me.qualificationId} />
      ) : (
        <NotEnrolled me={me} />
      )}
    </>
  );
}

type Ids = { readonly enrolmentId: EnrolmentId; readonly qualificationId: QualificationId };

function Places({ me, enrolmentId, qualificationId }: Props & Ids) {
  const { client } = useTools();
  const params = { enrolmentId };
  const tree = useResource((signal) => client.call('qualification', { params: { qualificationId }, signal }), []);
  const standing = useResource((signal) => client.call('enrolment', { params, signal }), []);
  const list = useResource((signal) => client.call('evidenceOfEnrolment', { params, signal }), []);
  const [section, id, part] = place.value;

  // Coming back from an evidence item, the numbers may have moved.
  useOnChange(`${section} ${id}`, () => {
    standing.reload();
    list.reload();
  });

  useLive('enrolment', params, standing.set);
  useLive('evidenceOfEnrolment', params, list.set);

  const isReady = list.resource.value !== null;
  // What comes next is fetched once the first screen is there, so that it opens at once, or offline.
  useEffect(() => {
    if (isReady) Promise.all([loadItem(), loadNew()]).catch(() => {});
  }, [isReady]);

  const failed = [tree, standing, list].find(({ resource }) => resource.state === 'failed');
  const retry = () => {
    for (const { resource, reload } of [tree, standing, list]) if (resource.state === 'failed') reload();
  };
  const notice = failed?.resource.state === 'failed' && <ErrorNotice error={failed.resource.error} retry={retry} />;
  const [qualification, enrolment, items] = [tree.resource.value, standing.resource.value, list.resource.value?.items];
  if (!qualification || !enrolment || !items) return <main>{notice || <Skeleton lines={8} />}</main>;

  const shared = { qualification, enrolment };
  if (section === 'evidence' && id === 'new') return <LazyScreen key="new" load={loadNew} props={shared} />;
  if (section === 'evidence' && id) return <LazyScreen key={id} load={loadItem} props={{ ...shared, id, part }} />;
  return (
    <>
      {notice}
      {section === 'evidence' ? (
        <EvidenceListPlace items={items} />
      ) : (
        <ProgressPlace me={me} items={items} {...shared} />
      )}
    </>
  );
}
