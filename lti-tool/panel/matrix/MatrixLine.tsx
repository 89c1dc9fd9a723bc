import { useMemo } from 'preact/hooks';
import { number } from '../../../shared/texts/locale.ts';
import { peopleTexts } from '../../../shared/texts/parts.ts';
import { hrefTo } from '../app/router.ts';
import { ColumnGap } from './ColumnGap.tsx';
import { MatrixStretch } from './MatrixStretch.tsx';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { block } from './visible-range.ts';

type Props = {
  readonly row: MatrixRow;
  /** Place among the rows shown, from 0. */
  readonly index: number;
  readonly columns: readonly MatrixColumn[];
  readonly from: number;
  readonly to: number;
  readonly mode: MatrixMode;
  readonly showTotal: boolean;
};

/** One learner's row. Drawn anew only when something in it changed, so that scrolling stays light. */
export function MatrixLine(props: Props) {
  const { row, index, columns, from, to, mode, showTotal } = props;
  return useMemo(() => drawn(props), [row, index, columns, from, to, mode, showTotal]);
}

function drawn({ row, index, columns, from, to, mode, showTotal }: Props) {
  return (
    <tr aria-rowindex={index + 3}>
      <th class="name" scope="row" aria-colindex={1}>
        <a href={hrefTo('enrolment', row.enrolmentId)} title={row.name} tabIndex={-1}>
          {row.name}
        </a>{' '}
        {row.left && <small>{peopleTexts.left}</small>}
        {row.neverOpened && <small>{peopleTexts.neverOpened}</small>}
        <span class="tally">
          {number(row.confirmed)}
          {showTotal && <small>/{number(row.total)}</small>}
        </span>
      </th>
      <ColumnGap columns={from} />
      {stretches(from, to).map((start) => (
        <MatrixStretch
          key={start}
          letters={row.letters}
          columns={columns}
          from={start}
          to={Math.min(to, start + block)}
          mode={mode}
        />
      ))}
      <ColumnGap columns={columns.length - to} />
    </tr>
  );
}

/** Where each block of columns starts: a block stays as it is while others come and go. */
const stretches = (from: number, to: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / block) }, (_, place) => from + place * block);
