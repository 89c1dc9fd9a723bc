import type { ScoresView } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
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
  const words = scoresTexts;
  const [fault] = columns.map((column) => column.checkFault).filter((text) => text !== null);
  const [scaled] = columns.flatMap(({ refusedMaximum: refused, maximum }) =>
    refused === null ? [] : [{ refused, maximum }],
  );
  return (
    <>
      {pausedSince !== null && (
        <div class="notice" role="status">
          <Icon name="clock" />
          <p>{words.pausedSince(platform, moment(pausedSince, now))}</p>
          {mayManage && (
            <button type="button" class="button" disabled={busy} onClick={onResume}>
              {words.resume}
            </button>
          )}
        </div>
      )}
      {fault && (
        <div class="notice" role="status">
          <Icon name="alert" />
          <p>{words.notCompared(fault)}</p>
        </div>
      )}
      {scaled && (
        <div class="notice" role="status">
          <Icon name="alert" />
          <p>{words.otherScale(scaled.refused, scaled.maximum)}</p>
        </div>
      )}
    </>
  );
}
