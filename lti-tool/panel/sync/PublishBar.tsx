import { useEffect } from 'preact/hooks';
import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { isOnTheWay } from './sync-rows.ts';

type Props = {
  readonly rows: readonly ScoreRow[];
  /** How many were sent off; null while nothing was. */
  readonly of: number | null;
  readonly onDone: () => void;
};

/** How many of the scores sent off have got their answer. Goes away when all have. */
export function PublishBar({ rows, of, onDone }: Props) {
  const left = rows.filter(isOnTheWay).length;
  useEffect(() => {
    if (of === null || left > 0) return;
    const timer = setTimeout(onDone, 2_000);
    return () => clearTimeout(timer);
  }, [of, left]);
  if (of === null) return null;
  const done = Math.max(0, of - left);
  return (
    <p class="line publishing">
      <label for="publishing">{scoresTexts.answered(done, of)}</label>
      <progress id="publishing" max={of} value={done} />
    </p>
  );
}
