import { qualityNoticeTexts } from '../../../../shared/texts/quality-notices.ts';
import { LazyPart } from '../../app/LazyPart.tsx';
import { styled } from '../../app/sheets.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { askedHistory } from './asked-history.ts';

const loadDialog = () => styled(import('./HistoryDialog.tsx'), 'quality').then((module) => module.HistoryDialog);

/** Shows the history that was asked for, over whatever screen is open. */
export function HistoryHost() {
  const asked = askedHistory.value;
  if (asked === null) return null;
  const onClose = () => {
    askedHistory.value = null;
  };
  return (
    <LazyPart
      key={`${asked.enrolmentId} ${asked.criterionId}`}
      load={loadDialog}
      props={{ asked, onClose }}
      around={(notice) => (
        <Dialog title={qualityNoticeTexts.historyOf(asked.label)} onClose={onClose}>
          {notice}
        </Dialog>
      )}
    />
  );
}
