import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { answerText, moment } from './sync-words.ts';

type Props = { readonly row: ScoreRow; readonly onClose: () => void };

/** Every score that was sent for a learner: what, when, and what the LMS answered. */
export function HistoryDialog({ row, onClose }: Props) {
  const { client, now } = useTools();
  const words = scoresTexts.history;
  const params = { enrolmentId: row.enrolmentId };
  const { resource, reload } = useResource((signal) => client.call('scoreRecords', { params, signal }), []);
  const records = resource.value?.records.filter(({ unitRef }) => unitRef === row.unitRef);
  return (
    <Dialog title={words.title(row.learner.name, row.unitRef)} onClose={onClose}>
      {resource.state === 'failed' && <ErrorNotice error={resource.error} retry={reload} />}
      {resource.state === 'loading' && <Skeleton lines={3} />}
      {records?.length === 0 && <p>{words.none}</p>}
      {records && records.length > 0 && (
        <ol class="sent-scores">
          {records.map((record) => (
            <li key={record.timestamp}>
              <b>
                {record.scoreGiven === null ? words.takenBack : scoresTexts.of(record.scoreGiven, record.scoreMaximum)}
              </b>{' '}
              <time datetime={record.timestamp}>{moment(record.timestamp, now())}</time>
              <span class="quiet">{answerText(record)}</span>
            </li>
          ))}
        </ol>
      )}
      <DialogActions out={{ label: words.close, run: onClose }} />
    </Dialog>
  );
}
