import { qualityNoticeTexts } from '../../../../shared/texts/quality-notices.ts';
import { useScreen } from '../../app/use-screen.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { type AskedHistory, askedHistory } from './asked-history.ts';

const loadDialog = () => import('./HistoryDialog.tsx').then((module) => module.HistoryDialog);

/** Shows the history that was asked for, over whatever screen is open. */
export function HistoryHost() {
  const asked = askedHistory.value;
  return asked && <History key={`${asked.enrolmentId} ${asked.criterionId}`} asked={asked} />;
}

function History({ asked }: { asked: AskedHistory }) {
  const { resource, reload } = useScreen(loadDialog);
  const close = () => {
    askedHistory.value = null;
  };
  if (resource.state === 'failed')
    return (
      <Dialog title={qualityNoticeTexts.historyOf(asked.label)} onClose={close}>
        <ErrorNotice error={resource.error} retry={reload} />
      </Dialog>
    );
  if (resource.value === null) return null;
  const { Screen } = resource.value;
  return <Screen asked={asked} onClose={close} />;
}
