import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';
import { gradebookText, moment, stateNames, stateText, whatHappened } from './sync-words.ts';

type Props = {
  readonly rows: readonly ScoreRow[];
  readonly now: number;
  readonly mayManage: boolean;
  readonly busy: boolean;
  readonly onPublish: (row: ScoreRow) => void;
  readonly onChoose: (row: ScoreRow, keep: 'theirs' | 'ours') => void;
  readonly onHistory: (row: ScoreRow) => void;
};

/** One line for each learner and gradebook column. */
export function SyncTable({ rows, now, mayManage, busy, onPublish, onChoose, onHistory }: Props) {
  return (
    <table class="rows stack sync">
      <caption class="sr">Score publishing by learner</caption>
      <thead>
        <tr>
          <th scope="col">Learner</th>
          <th scope="col" class="num">
            Confirmed
          </th>
          <th scope="col" class="num">
            Gradebook
          </th>
          <th scope="col">State</th>
          <th scope="col">What happened, what to do</th>
          <th scope="col">
            <span class="sr">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { icon, tone } = stateNames[row.state];
          const grade = gradebookText(row);
          return (
            <tr key={`${row.enrolmentId} ${row.unitRef ?? ''}`} data-state={row.state}>
              <th scope="row">
                <a href={hrefTo('enrolment', row.enrolmentId)}>{row.learner.name}</a>
                {row.unitRef !== null && <small> unit {row.unitRef}</small>}
              </th>
              <td class="num" data-label="Confirmed">
                <b>{row.confirmed}</b>
              </td>
              <td class="num" data-label="Gradebook">
                {grade === 'none' ? <span class="quiet">none</span> : grade}
              </td>
              <td>
                <span class={`met ${tone}`}>
                  <Icon name={icon} /> {stateText(row, now)}
                </span>
              </td>
              <td class="text">
                {whatHappened(row)}
                {wasSent(row) && (
                  <button type="button" class="link sent" onClick={() => onHistory(row)}>
                    {row.published ? `Sent ${moment(row.published.at, now)}` : 'Scores sent'}
                    <span class="sr"> for {row.learner.name}: all scores sent</span>
                  </button>
                )}
              </td>
              <td class="num">
                <Actions {...{ row, mayManage, busy, onPublish, onChoose }} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Something was sent, whatever came of it. */
const wasSent = ({ published, trouble }: ScoreRow): boolean => published !== null || trouble !== null;

function Actions({
  row,
  mayManage,
  busy,
  onPublish,
  onChoose,
}: Omit<Props, 'rows' | 'now' | 'onHistory'> & { readonly row: ScoreRow }) {
  const { name } = row.learner;
  switch (row.state) {
    case 'changedByHand':
      return mayManage ? (
        <>
          <button type="button" class="link" disabled={busy} onClick={() => onChoose(row, 'ours')}>
            Publish ours<span class="sr"> for {name}</span>
          </button>{' '}
          <button type="button" class="link" disabled={busy} onClick={() => onChoose(row, 'theirs')}>
            Keep theirs<span class="sr"> for {name}</span>
          </button>
        </>
      ) : (
        <small>A manager chooses</small>
      );
    case 'keptTheirs':
      return mayManage ? (
        <button type="button" class="link" disabled={busy} onClick={() => onChoose(row, 'ours')}>
          Publish ours<span class="sr"> for {name}</span>
        </button>
      ) : null;
    case 'stopped':
    case 'notEnrolled':
    case 'retrying':
      return (
        <button type="button" class="link" disabled={busy} onClick={() => onPublish(row)}>
          Try now<span class="sr"> for {name}</span>
        </button>
      );
    case 'inStep':
      return (
        <button type="button" class="link" disabled={busy} onClick={() => onPublish(row)}>
          Publish now<span class="sr"> for {name}</span>
        </button>
      );
    case 'due':
    case 'nothingYet':
      return null;
  }
}
