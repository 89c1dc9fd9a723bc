import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ScoresView } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { Interlude } from '../app/Interlude.tsx';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { Scores } from './Scores.tsx';
import { isOnTheWay } from './sync-rows.ts';

/** How often the screen looks again, in milliseconds: while something is on its way, waits for a retry, or is at rest. */
const pace = { sending: 1_000, retrying: 3_000, resting: 15_000 };
const eagerFor = 15_000;

function paceOf({ pausedSince, rows }: ScoresView): number {
  if (pausedSince !== null) return pace.resting;
  if (rows.some(isOnTheWay)) return pace.sending;
  return rows.some((row) => row.state === 'retrying') ? pace.retrying : pace.resting;
}

/** Whether the LMS gradebook holds what assessors have confirmed, and what to do where it does not. */
export function SyncPage() {
  const { client } = useTools();
  const { resource, reload, set } = useResource((signal) => client.call('scores', { signal }), []);
  const scores = resource.value;
  // After something was done here, its effect is looked for a while.
  const [eager, setEager] = useState(0);
  useEffect(() => {
    if (eager === 0) return;
    const timer = setTimeout(() => setEager(0), eagerFor);
    return () => clearTimeout(timer);
  }, [eager]);
  const onActed = useCallback(() => setEager((times) => times + 1), []);
  const every = scores === null ? pace.resting : eager > 0 ? pace.sending : paceOf(scores);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && client.call('scores').then(set, () => {});
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [client, set, every]);
  if (scores === null)
    return (
      <Interlude title={scoresTexts.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />
    );
  return (
    <Scores
      scores={scores}
      error={resource.state === 'failed' ? resource.error : null}
      set={set}
      reload={reload}
      onActed={onActed}
    />
  );
}
