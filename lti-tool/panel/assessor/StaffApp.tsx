import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { MeView } from '../../../shared/api/views.ts';
import type { EnrolmentId, EvidenceId, QualificationId } from '../../../shared/domain/ids.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Interlude } from '../app/Interlude.tsx';
import { LazyScreen } from '../app/LazyScreen.tsx';
import { goTo, place } from '../app/router.ts';
import { styled } from '../app/sheets.ts';
import { useTools } from '../app/toolbox.ts';
import { useLive } from '../app/use-live.ts';
import { useResource } from '../app/use-resource.ts';
import { TopBar } from '../parts/TopBar.tsx';
import { caseloadLines } from './caseload/caseload-lines.ts';
import { createReviewDesk } from './review/review-desk.ts';
import { assesses, staffPlace } from './staff-places.ts';
import { staffTabs } from './staff-tabs.ts';
import { UnsentNotice } from './UnsentNotice.tsx';
import { useUnsent } from './use-unsent.ts';
import { nextWaiting, waitingQueue } from './waiting-queue.ts';

const loadCaseload = () => import('./caseload/Caseload.tsx').then((module) => module.Caseload);
const loadReview = () => styled(import('./review/Review.tsx'), 'evidence').then((module) => module.Review);
const loadEnrolment = () =>
  styled(import('./enrolment/EnrolmentPage.tsx'), 'evidence').then((module) => module.EnrolmentPage);
const loadRecord = () => styled(import('./record/RecordPage.tsx'), 'evidence').then((module) => module.RecordPage);
const loadWork = () => styled(import('./work/WorkPage.tsx'), 'evidence').then((module) => module.WorkPage);
const loadMatrix = () => styled(import('../matrix/MatrixPage.tsx'), 'matrix').then((module) => module.MatrixPage);

const loadExtension = () =>
  styled(import('../extension/ExtensionPage.tsx'), 'pages').then((module) => module.ExtensionPage);
const loadReports = () => styled(import('../reports/ReportsPage.tsx'), 'pages').then((module) => module.ReportsPage);
const loadCentre = () => styled(import('../manager/CentrePage.tsx'), 'pages').then((module) => module.CentrePage);
const loadQuality = () =>
  styled(import('../quality/QualityPlaces.tsx'), 'evidence', 'quality').then((module) => module.QualityPlaces);
const loadSync = () => styled(import('../sync/SyncPage.tsx'), 'pages').then((module) => module.SyncPage);

/** What the last decision did, told on the screen that comes after it: that evidence, or the caseload for null. */
type Said = { readonly message: string; readonly on: EvidenceId | null };

/** The screens of everybody but learners: caseload, a learner's page, review and matrix. */
export function StaffApp({ me, qualificationId }: { me: MeView; qualificationId: QualificationId }) {
  const { client } = useTools();
  const specification = useResource(
    (signal) => client.call('qualification', { params: { qualificationId }, signal }),
    [qualificationId],
  );
  const hasCaseload = assesses(me.role);
  // Beside what it shows, not after it.
  useEffect(() => {
    if (hasCaseload) loadCaseload().catch(() => {});
  }, [hasCaseload]);
  const caseload = useResource(
    (signal) => (hasCaseload ? client.call('caseload', { signal }) : Promise.resolve({ unconfirmed: 0, rows: [] })),
    [hasCaseload],
  );
  const lines = useMemo(
    () => caseload.resource.value && caseloadLines(caseload.resource.value, me.role),
    [caseload.resource.value, me.role],
  );
  const desk = useMemo(() => createReviewDesk(client), [client]);
  const unsent = useUnsent(desk);
  const [said, say] = useState<Said | null>(null);
  const here = staffPlace(place.value, me.role);

  useLive('caseload', hasCaseload ? {} : null, caseload.set);

  const decided = useCallback(
    async (id: EvidenceId, message: string) => {
      const before = waitingQueue(lines ?? []);
      const fresh = await client.call('caseload').catch(() => null);
      if (fresh) caseload.set(fresh);
      const after = fresh ? waitingQueue(caseloadLines(fresh, me.role)) : before.filter((other) => other !== id);
      const next = nextWaiting(before, id, after);
      say({ message, on: next });
      if (next) goTo('evidence', next);
      else goTo('caseload');
    },
    [client, lines, me.role, caseload.set],
  );

  const bar = <TopBar me={me} tabs={staffTabs(me.role, here.screen)} />;
  const framed = (screen: ComponentChildren) => (
    <>
      {bar}
      <UnsentNotice unsent={unsent} onRetry={() => void desk.retryAll()} />
      {screen}
    </>
  );
  const { resource } = specification;
  const qualification = resource.value;
  if (qualification === null)
    return framed(
      <Interlude
        title={partsTexts.product}
        error={resource.state === 'failed' ? resource.error : null}
        retry={specification.reload}
      />,
    );
  switch (here.screen) {
    case 'caseload':
      return framed(
        <LazyScreen
          key="caseload"
          load={loadCaseload}
          props={{
            role: me.role,
            me: me.person.id,
            lines,
            error: caseload.resource.state === 'failed' ? caseload.resource.error : null,
            reload: caseload.reload,
            said: said?.on === null ? said.message : null,
            onHeard: () => say(null),
            prepare: loadReview,
          }}
        />,
      );
    case 'enrolment':
      return framed(
        <LazyScreen
          key={here.id}
          load={loadEnrolment}
          props={{ role: me.role, qualification, enrolmentId: here.id as EnrolmentId }}
        />,
      );
    case 'evidence':
      return (
        <LazyScreen
          key={here.id}
          load={loadReview}
          props={{
            me,
            qualification,
            evidenceId: here.id as EvidenceId,
            queue: waitingQueue(lines ?? []),
            desk,
            unsent,
            said: said?.on === here.id ? said.message : null,
            onHeard: () => say(null),
            onDecided: decided,
          }}
        />
      );
    case 'record':
      return framed(
        <LazyScreen key={`record ${here.id}`} load={loadRecord} props={{ enrolmentId: here.id as EnrolmentId }} />,
      );
    case 'work':
      return framed(<LazyScreen key="work" load={loadWork} props={{ qualification }} />);
    case 'matrix':
      return framed(<LazyScreen key="matrix" load={loadMatrix} props={{ qualification, me: me.person.id }} />);
    case 'reports':
      return framed(<LazyScreen key="reports" load={loadReports} props={{ qualification }} />);
    case 'centre':
      return framed(<LazyScreen key="centre" load={loadCentre} props={{ section: here.section }} />);
    case 'sampling':
    case 'sample':
      return (
        <LazyScreen
          key="quality"
          load={loadQuality}
          props={{
            me,
            qualification,
            evidenceId: here.screen === 'sample' ? (here.id as EvidenceId) : null,
            bar: <TopBar me={me} tabs={staffTabs(me.role, here.screen)} />,
          }}
        />
      );
    case 'sync':
      return framed(<LazyScreen key="sync" load={loadSync} props={{}} />);
    case 'extension':
      return framed(<LazyScreen key="extension" load={loadExtension} props={{ role: me.role }} />);
  }
}
