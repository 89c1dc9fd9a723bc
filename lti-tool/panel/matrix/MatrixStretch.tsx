import { memo } from 'preact/compat';
import { standingOf } from '../../../shared/domain/standing.ts';
import { Icon } from '../parts/Icon.tsx';
import { standingNames } from '../parts/StandingMark.tsx';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import { outsideText } from './outside-text.ts';
import { cellHeight, cellWidth, stretchMarks } from './stretch-marks.ts';
import { unitSum } from './unit-sum.ts';

type Props = {
  readonly letters: string;
  readonly columns: readonly MatrixColumn[];
  readonly from: number;
  readonly to: number;
  readonly mode: MatrixMode;
};

/** The cells of one learner in one block of columns. Drawn once; scrolling does not touch it. */
export const MatrixStretch = memo(function MatrixStretch({ letters, columns, from, to, mode }: Props) {
  const seen = columns.slice(from, to);
  if (mode === 'units')
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
        const standing = standingOf(letters.charAt(column.from));
        return (
          <td
            key={column.key}
            class={column.first ? 'first' : undefined}
            data-standing={standing ?? 'none'}
            aria-colindex={from + place + 2}
          >
            {place === 0 && <Marks letters={letters.slice(from, to)} />}
            {standing === null ? outsideText : standingNames[standing]}
          </td>
        );
      })}
    </>
  );
});

/** The symbols of the whole stretch, laid over its cells; the cells hold the words. */
function Marks({ letters }: { letters: string }) {
  const width = letters.length * cellWidth;
  return (
    <svg class="marks" width={width} height={cellHeight} viewBox={`0 0 ${width} ${cellHeight}`} aria-hidden="true">
      {stretchMarks(letters).map(({ standing, detail, path }) => (
        <path key={`${standing} ${detail}`} class={detail ? 'detail' : undefined} data-standing={standing} d={path} />
      ))}
    </svg>
  );
}

function UnitCell({ letters, column, index }: { letters: string; column: MatrixColumn; index: number }) {
  const { standing, confirmed, waiting, total } = unitSum(letters, column.from, column.to);
  return (
    <td class="first" data-standing={standing ?? 'none'} aria-colindex={index + 2}>
      {standing === null ? (
        <span class="unit-cell">
          <span aria-hidden="true">–</span>
          <span class="sr">{outsideText}</span>
        </span>
      ) : (
        <span class="unit-cell">
          <Icon name={standing} label={standingNames[standing]} />
          <span class="sum">
            {confirmed}
            <small>
              /{total}
              {waiting > 0 && <span class="sr">, {waiting} waiting</span>}
            </small>
          </span>
        </span>
      )}
    </td>
  );
}
