import { useState } from 'preact/hooks';
import type { CriterionView } from '../../../shared/api/report-views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { since } from '../parts/dates.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { methodNames } from '../parts/method-names.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { StandingMark, standingNames } from '../parts/StandingMark.tsx';
import { whyOf } from '../parts/why.ts';
import { HistoryButton } from '../quality/history/HistoryButton.tsx';
import { letterName } from './letter-name.ts';
import { MarkStrip } from './MarkStrip.tsx';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';

type Props = {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  /** The criteria that the cell covers. */
  readonly criteria: readonly MatrixColumn[];
  readonly onClose: () => void;
};

/** What is behind a cell: of one criterion its standing and evidence, of a unit or outcome its criteria first. */
export function CellDialog({ row, column, criteria, onClose }: Props) {
  const [only] = criteria;
  const [shown, show] = useState<MatrixColumn | null>(criteria.length === 1 ? (only ?? null) : null);
  const title = shown ?? column;
  return (
    <Dialog
      title={`${row.name}, ${title.key === title.unitRef ? title.ref : `${title.unitRef} ${title.ref}`}`}
      onClose={onClose}
    >
      <p class="quiet">{title.title}</p>
      {shown ? (
        <Criterion row={row} criterion={shown} />
      ) : (
        <ul class="asked cell-criteria">
          {criteria.map((criterion) => {
            const letter = row.letters.charAt(criterion.from);
            return (
              <li key={criterion.key}>
                <MarkStrip letters={letter} />{' '}
                <button type="button" class="link" onClick={() => show(criterion)}>
                  {criterion.ref}
                </button>{' '}
                {criterion.title} <small>{letterName(letter)}</small>
              </li>
            );
          })}
        </ul>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onClose}>
          {matrixTexts.close}
        </button>
        {shown && criteria.length > 1 && (
          <button type="button" class="button" onClick={() => show(null)}>
            {matrixTexts.back}
          </button>
        )}
        <a class="button" href={hrefTo('enrolment', row.enrolmentId)}>
          {matrixTexts.openLearner}
        </a>
      </div>
    </Dialog>
  );
}

function Criterion({ row, criterion }: { row: MatrixRow; criterion: MatrixColumn }) {
  const { client } = useTools();
  const params = { enrolmentId: row.enrolmentId, criterionId: criterion.key as CriterionId };
  const { resource, reload } = useResource(
    (signal) => client.call('criterion', { params, signal }),
    [row.enrolmentId, criterion.key],
  );
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  if (resource.value === null) return <Skeleton lines={3} />;
  return (
    <>
      <Evidence view={resource.value} />
      <p>
        <HistoryButton {...params} label={`${criterion.unitRef} ${criterion.ref}`} withText />
      </p>
    </>
  );
}

function Evidence({ view }: { view: CriterionView }) {
  const { now } = useTools();
  const { standing, evidence, learner } = view;
  const words = matrixTexts;
  return (
    <>
      <p class="cell-standing">
        <StandingMark standing={standing.standing} label="" /> <b>{standingNames()[standing.standing]}</b>
        {standing.since && <small> {since(standing.since, now())}</small>}
        <br />
        {whyOf(standing, view, 'staff')}
      </p>
      {evidence.length === 0 ? (
        <p class="quiet">{words.noEvidence(learner.givenName)}</p>
      ) : (
        <ul class="asked">
          {evidence.map((item) => (
            <li key={item.id}>
              <a href={hrefTo('evidence', item.id)}>{item.title}</a>{' '}
              <small>
                {methodNames()[item.method]} · {words.evidenceState(item)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
