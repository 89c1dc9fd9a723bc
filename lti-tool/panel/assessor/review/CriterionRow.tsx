import { type Column, columns } from '../../../../shared/domain/evidence.ts';
import { qualityTexts } from '../../../../shared/texts/quality.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import type { TreeRow } from '../../criteria/tree-rows.ts';
import { Icon } from '../../parts/Icon.tsx';
import { TickBox } from '../../parts/TickBox.tsx';
import { HistoryButton } from '../../quality/history/HistoryButton.tsx';
import { markOf } from './mark-of.ts';
import { mayTickHere } from './review-model.ts';
import type { TableProps } from './table-props.ts';

type Props = TableProps & {
  readonly row: Extract<TreeRow, { kind: 'criterion' }>;
  /** The ref by which the boxes are called: "1.1", or "201 1.1". */
  readonly label: string;
};

/** One criterion: who ticked it, and one's own box. */
export function CriterionRow({ row, label, model, evidence, current, onCurrent, onTick }: Props) {
  const { id, ref, text } = row.criterion;
  const open = model.undecided.has(id) || (model.reopened.has(id) && !model.own.has(id));
  const cell = (column: Column) => {
    if (column === model.column && mayTickHere(evidence, id))
      return (
        <td key={column} class="mine">
          <TickBox
            column={column}
            label={reviewTexts.tick(column === 'assessor', label)}
            state={model.own.has(id) ? 'all' : 'none'}
            onToggle={(on) => {
              onCurrent(id);
              onTick([id], on);
            }}
          />
        </td>
      );
    const mark = markOf(model, column, id);
    return (
      <td
        key={column}
        class={column === model.column ? 'mine' : undefined}
        data-standing={mark?.standing}
        title={mark?.label}
      >
        {mark && <Icon name={mark.icon} label={mark.label} />}
      </td>
    );
  };
  return (
    <tr
      class={open ? 'unconfirmed' : undefined}
      data-criterion={id}
      aria-current={id === current ? 'true' : undefined}
      onFocusIn={() => onCurrent(id)}
    >
      <th scope="row">
        <span class="criterion">
          <b>{ref}</b>{' '}
          <span>
            {text}{' '}
            <HistoryButton
              enrolmentId={evidence.enrolmentId}
              criterionId={id}
              label={label}
              inTabOrder={id === current}
            />
            {evidence.may.again.includes(id) && !model.reopened.has(id) && !model.own.has(id) && (
              <small class="reopened" data-standing="notAgreed">
                <Icon name="notAgreed" /> {qualityTexts.notMet.is}
              </small>
            )}
            {model.reopened.has(id) && (
              <small class="reopened" data-standing="reopened">
                <Icon name="reopened" /> {reviewTexts.reopened}
              </small>
            )}
          </span>
        </span>
      </th>
      {columns.map(cell)}
    </tr>
  );
}
