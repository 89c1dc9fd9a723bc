import { useMemo } from 'preact/hooks';
import { number } from '../../../shared/texts/locale.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { Icon } from '../parts/Icon.tsx';
import { standingNames } from '../parts/StandingMark.tsx';
import { letterName } from './letter-name.ts';
import { MarkStrip } from './MarkStrip.tsx';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import { markOf } from './stretch-marks.ts';
import { unitSum } from './unit-sum.ts';

type Props = {
  readonly letters: string;
  readonly columns: readonly MatrixColumn[];
  readonly from: number;
  readonly to: number;
  readonly mode: MatrixMode;
};

/** The cells of one learner in one block of columns. Drawn once; scrolling does not touch it. */
export function MatrixStretch(props: Props) {
  const { letters, columns, from, to, mode } = props;
  return useMemo(() => drawn(props), [letters, columns, from, to, mode]);
}

function drawn({ letters, columns, from, to, mode }: Props) {
  const seen = columns.slice(from, to);
  if (mode !== 'criteria')
    return (
      <>
        {seen.map((column, place) => (
          <UnitCell key={column.key} letters={letters} column={column} index={from + place} />
        ))}
      </>
    );
  return (
    <>
      {seen.map((column, place) => {
        const letter = letters.charAt(column.from);
        return (
          <td
            key={column.key}
            class={cellClass(column.first, place === 0)}
            data-standing={markOf(letter)}
            aria-colindex={from + place + 2}
            aria-label={letterName(letter)}
          >
            {place === 0 && <MarkStrip letters={letters.slice(column.from, column.from + seen.length)} />}
          </td>
        );
      })}
    </>
  );
}

/** The first cell of a stretch carries the drawing of all its cells. */
function cellClass(first: boolean, carries: boolean): string | undefined {
  if (carries) return first ? 'first strip' : 'strip';
  return first ? 'first' : undefined;
}

function UnitCell({ letters, column, index }: { letters: string; column: MatrixColumn; index: number }) {
  const { standing, confirmed, waiting, total } = unitSum(letters, column.from, column.to);
  return (
    <td class="first" data-standing={standing ?? 'none'} aria-colindex={index + 2}>
      {standing === null ? (
        <span class="unit-cell">
          <span aria-hidden="true">–</span>
          <span class="sr">{matrixTexts.outside}</span>
        </span>
      ) : (
        <span class="unit-cell">
          <Icon name={standing} label={standingNames()[standing]} />
          <span class="sum">
            {number(confirmed)}
            <small>
              /{number(total)}
              {waiting > 0 && <span class="sr">, {matrixTexts.waiting(waiting)}</span>}
            </small>
          </span>
        </span>
      )}
    </td>
  );
}
