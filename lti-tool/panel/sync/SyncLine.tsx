import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { number } from '../../../shared/texts/locale.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';
import { gradeText, moment, stateSigns, stateText, whatHappened } from './sync-words.ts';

/** What may be done about a score. */
export type SyncLineActions = {
  readonly mayManage: boolean;
  readonly busy: boolean;
  readonly onPublish: (row: ScoreRow) => void;
  readonly onChoose: (row: ScoreRow, keep: 'theirs' | 'ours') => void;
  readonly onHistory: (row: ScoreRow) => void;
};
type Props = SyncLineActions & {
  readonly row: ScoreRow;
  /** Place among the rows shown, from 0. */
  readonly index: number;
  readonly now: number;
};

/** Something was sent, whatever came of it. */
const wasSent = ({ published, trouble }: ScoreRow): boolean => published !== null || trouble !== null;

/** A learner's score in one gradebook column. */
export function SyncLine({ row, index, now, ...actions }: Props) {
  const words = scoresTexts;
  const { icon, tone } = stateSigns[row.state];
  const { name } = row.learner;
  return (
    <tr data-state={row.state} aria-rowindex={index + 2}>
      <th scope="row">
        <a href={hrefTo('enrolment', row.enrolmentId)}>{name}</a>
        {row.unitRef !== null && <small> {words.unit(row.unitRef)}</small>}
      </th>
      <td class="num" data-label={words.confirmed}>
        <b>{number(row.confirmed)}</b>
      </td>
      <td class="num" data-label={words.gradebook}>
        {gradeText(row) ?? <span class="quiet">{words.none}</span>}
      </td>
      <td>
        <span class={`met ${tone}`}>
          <Icon name={icon} /> {stateText(row, now)}
        </span>
      </td>
      <td class="text">
        {whatHappened(row)}
        {wasSent(row) && (
          <button type="button" class="link sent" onClick={() => actions.onHistory(row)}>
            {row.published ? words.sent(moment(row.published.at, now)) : words.sentBefore}
            <span class="sr"> {words.sentFor(name)}</span>
          </button>
        )}
      </td>
      <td class="num">
        <Actions row={row} {...actions} />
      </td>
    </tr>
  );
}

function Actions({ row, mayManage, busy, onPublish, onChoose }: SyncLineActions & { readonly row: ScoreRow }) {
  const words = scoresTexts;
  const button = (verb: string, onClick: () => void) => (
    <button type="button" class="link" disabled={busy} onClick={onClick}>
      {verb}
      <span class="sr"> {words.forLearner(row.learner.name)}</span>
    </button>
  );
  switch (row.state) {
    case 'changedByHand':
      return mayManage ? (
        <>
          {button(words.publishOurs, () => onChoose(row, 'ours'))}{' '}
          {button(words.keepTheirs, () => onChoose(row, 'theirs'))}
        </>
      ) : (
        <small>{words.managerChooses}</small>
      );
    case 'keptTheirs':
      return mayManage ? button(words.publishOurs, () => onChoose(row, 'ours')) : null;
    case 'stopped':
    case 'notEnrolled':
    case 'retrying':
      return button(words.tryNow, () => onPublish(row));
    case 'inStep':
      return button(words.publishNow, () => onPublish(row));
    case 'due':
    case 'nothingYet':
      return null;
  }
}
