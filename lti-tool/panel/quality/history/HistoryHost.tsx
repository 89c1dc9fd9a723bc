import { lazy, Suspense } from 'preact/compat';
import { askedHistory } from './asked-history.ts';

const HistoryDialog = lazy(() => import('./HistoryDialog.tsx').then((module) => module.HistoryDialog));

/** Shows the history that was asked for, over whatever screen is open. */
export function HistoryHost() {
  const asked = askedHistory.value;
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <HistoryDialog
        key={`${asked.enrolmentId} ${asked.criterionId}`}
        asked={asked}
        onClose={() => {
          askedHistory.value = null;
        }}
      />
    </Suspense>
  );
}
