import type { ComponentChildren } from 'preact';
import { type Column, columns } from '../../../../shared/domain/evidence.ts';
import { tickState } from '../../../../shared/domain/qualification.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import type { TreeRow } from '../../criteria/tree-rows.ts';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { TickBox } from '../../parts/TickBox.tsx';
import type { AcceptPart } from './accept-parts.ts';
import { CriterionRow } from './CriterionRow.tsx';
import { mayTickHere } from './review-model.ts';
import type { TableProps } from './table-props.ts';

type Props = TableProps & {
  readonly rows: readonly TreeRow[];
  readonly caption: string;
  readonly head: ComponentChildren;
  /** Whether a criterion's label has to name its unit. */
  readonly withUnit: boolean;
  /** Makes a unit's name a button that folds it; absent where units do not fold. */
  readonly onFold?: (unitRef: string) => void;
  /** What can be accepted in a unit or outcome, by the key of its row; absent where nothing can. */
  readonly parts?: ReadonlyMap<string, readonly AcceptPart[]>;
  readonly onAccept?: (part: AcceptPart) => void;
};

const icons: Readonly<Record<Column, IconName>> = { learner: 'learner', trainee: 'trainee', assessor: 'confirmed' };

/** Units, outcomes and criteria with the three columns; one's own holds real boxes. */
export function CriteriaTable({ rows, caption, head, withUnit, onFold, parts, onAccept, ...table }: Props) {
  const { model, evidence, onTick } = table;
  const mine = (column: Column) => (column === model.column ? { class: 'mine' } : {});
  return (
    <table class="criteria">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column) => (
            <th key={column} scope="col" {...mine(column)}>
              <Icon name={icons[column]} />
              <span>{reviewTexts.columns[column]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          if (row.kind === 'criterion')
            return (
              <CriterionRow
                key={row.key}
                {...table}
                row={row}
                label={`${withUnit ? `${row.unit.ref} ` : ''}${row.criterion.ref}`}
              />
            );
          const ids = row.criteria.map((criterion) => criterion.id).filter((id) => mayTickHere(evidence, id));
          const name =
            row.kind === 'unit' ? `${row.unit.ref} ${row.unit.title}` : `${row.outcome.ref} ${row.outcome.title}`;
          const place =
            row.kind === 'unit'
              ? reviewTexts.unitPlace(row.unit.ref)
              : reviewTexts.outcomePlace(`${withUnit ? `${row.unit.ref} ` : ''}${row.outcome.ref}`);
          return (
            <tr key={row.key} class={row.kind}>
              <th scope="rowgroup">
                {row.kind === 'unit' && onFold ? (
                  <button type="button" class="fold" aria-expanded={row.open} onClick={() => onFold(row.unit.ref)}>
                    <Icon name={row.open ? 'down' : 'next'} /> {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {columns.map((column) => (
                <td key={column} {...mine(column)}>
                  {parts
                    ?.get(row.key)
                    ?.filter(({ of }) => of === column)
                    .map((part) => (
                      <button
                        key={part.of}
                        type="button"
                        class="link part"
                        aria-haspopup="dialog"
                        aria-label={reviewTexts.acceptPart(part.ids.length, part.place ?? '')}
                        title={reviewTexts.acceptPart(part.ids.length, part.place ?? '')}
                        onClick={() => onAccept?.(part)}
                      >
                        {reviewTexts.acceptPartShort(part.ids.length)}
                      </button>
                    ))}
                  {column === model.column && ids.length > 0 && (row.kind === 'outcome' || row.open) && (
                    <TickBox
                      column={column}
                      label={reviewTexts.tickAll(column === 'assessor', ids.length, place)}
                      state={tickState(
                        row.criteria.filter(({ id }) => ids.includes(id)),
                        model.own,
                      )}
                      onToggle={(on) => onTick(ids, on)}
                    />
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
