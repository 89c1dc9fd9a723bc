import type { ScoresView } from '../../../shared/api/score-views.ts';
import { Icon } from '../parts/Icon.tsx';
import { moment } from './sync-words.ts';

type Props = {
  readonly scores: ScoresView;
  readonly now: number;
  readonly busy: boolean;
  readonly onResume: () => void;
};

/** What holds for all scores at once: publishing is paused, the gradebook cannot be read, or has a scale of its own. */
export function SyncNotices({ scores, now, busy, onResume }: Props) {
  const { pausedSince, mayManage, platform, columns } = scores;
  const [fault] = columns.map((column) => column.checkFault).filter((text) => text !== null);
  const scaled = columns.find((column) => column.refusedMaximum !== null);
  return (
    <>
      {pausedSince !== null && (
        <div class="notice" role="status">
          <Icon name="clock" />
          <p>
            Publishing to {platform} has been paused since {moment(pausedSince, now)}. What is confirmed meanwhile is
            sent afterwards.
          </p>
          {mayManage && (
            <button type="button" class="button" disabled={busy} onClick={onResume}>
              Resume
            </button>
          )}
        </div>
      )}
      {fault && (
        <div class="notice" role="status">
          <Icon name="alert" />
          <p>The gradebook could not be compared: {fault} It is tried again by itself.</p>
        </div>
      )}
      {scaled && (
        <div class="notice" role="status">
          <Icon name="alert" />
          <p>
            The LMS does not let Countersign set the column’s maximum to {scaled.refusedMaximum}
            {scaled.maximum === null ? '' : `, so it shows scores out of ${scaled.maximum}`}. The share is right all the
            same.
          </p>
        </div>
      )}
    </>
  );
}
