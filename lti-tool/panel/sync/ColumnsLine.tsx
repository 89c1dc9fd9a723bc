import { useState } from 'preact/hooks';
import type { ScoresView } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { AskFirst } from './AskFirst.tsx';

type Props = {
  readonly scores: Pick<ScoresView, 'scoreColumns' | 'unitColumns' | 'mayManage' | 'platform'>;
  readonly busy: boolean;
  readonly onChoose: (columns: ScoresView['scoreColumns']) => void;
};

/** Which gradebook columns scores go to; a manager may add one for each unit, or take those away again. */
export function ColumnsLine({ scores: { scoreColumns, unitColumns, mayManage, platform }, busy, onChoose }: Props) {
  const [asking, setAsking] = useState(false);
  const perUnit = scoreColumns === 'units';
  const wanted = perUnit ? 'one' : 'units';
  const confirm = () => {
    setAsking(false);
    onChoose(wanted);
  };
  const words = scoresTexts.columns;
  return (
    <p class="quiet columns">
      {words[scoreColumns]}{' '}
      {mayManage && (perUnit || unitColumns !== null) && (
        <button type="button" class="link" disabled={busy} onClick={() => setAsking(true)}>
          {perUnit ? words.wantOne : words.wantUnits}
        </button>
      )}
      {mayManage && !perUnit && unitColumns === null && words.noMore}
      {asking && (
        <AskFirst
          title={perUnit ? words.askOne : words.askUnits}
          verb={perUnit ? words.wantOne : words.add(unitColumns ?? 0)}
          onClose={() => setAsking(false)}
          onConfirm={confirm}
        >
          <p>{perUnit ? words.oneExplained(platform) : words.unitsExplained(unitColumns ?? 0, platform)}</p>
        </AskFirst>
      )}
    </p>
  );
}
