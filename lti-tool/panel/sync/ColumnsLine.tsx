import { useState } from 'preact/hooks';
import type { ScoresView } from '../../../shared/api/score-views.ts';
import { AskFirst } from './AskFirst.tsx';

type Props = {
  readonly scores: Pick<ScoresView, 'scoreColumns' | 'unitColumns' | 'mayManage' | 'platform'>;
  readonly busy: boolean;
  readonly onChoose: (columns: ScoresView['scoreColumns']) => void;
};

const columnsOf = (count: number): string => (count === 1 ? '1 column' : `${count} columns`);

/** Which gradebook columns scores go to; a manager may add one for each unit, or take those away again. */
export function ColumnsLine({ scores: { scoreColumns, unitColumns, mayManage, platform }, busy, onChoose }: Props) {
  const [asking, setAsking] = useState(false);
  const perUnit = scoreColumns === 'units';
  const wanted = perUnit ? 'one' : 'units';
  const confirm = () => {
    setAsking(false);
    onChoose(wanted);
  };
  return (
    <p class="quiet columns">
      {perUnit
        ? 'Scores go to a gradebook column for the qualification and one more for each unit.'
        : 'Scores go to one gradebook column, for the whole qualification.'}{' '}
      {mayManage && (perUnit || unitColumns !== null) && (
        <button type="button" class="link" disabled={busy} onClick={() => setAsking(true)}>
          {perUnit ? 'Only one column' : 'Add a column for each unit'}
        </button>
      )}
      {mayManage && !perUnit && unitColumns === null && 'The LMS does not let Countersign add more.'}
      {asking && (
        <AskFirst
          title={perUnit ? 'Stop sending scores for each unit?' : 'Add a gradebook column for each unit?'}
          verb={perUnit ? 'Only one column' : `Add ${columnsOf(unitColumns ?? 0)}`}
          onClose={() => setAsking(false)}
          onConfirm={confirm}
        >
          {perUnit ? (
            <p>
              The scores in the unit columns are taken back. The empty columns stay in {platform} until somebody deletes
              them there. The column for the whole qualification goes on as it is.
            </p>
          ) : (
            <p>
              {columnsOf(unitColumns ?? 0)} {unitColumns === 1 ? 'is' : 'are'} added to the gradebook in {platform},
              named after the units, and everybody’s scores are sent to them. Check there whether they should count
              towards the course total: the column for the whole qualification already holds every unit.
            </p>
          )}
        </AskFirst>
      )}
    </p>
  );
}
