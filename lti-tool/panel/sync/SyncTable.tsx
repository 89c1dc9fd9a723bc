import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { Pager } from './Pager.tsx';
import { pageOf } from './pages.ts';
import { SyncLine, type SyncLineActions } from './SyncLine.tsx';

type Props = SyncLineActions & { readonly rows: readonly ScoreRow[]; readonly now: number };

/**
 * One line for each learner and gradebook column, a page of them at a time; row numbers tell a screen reader where it is
 * in the whole. Turning the page leads to the top of the table.
 */
export function SyncTable({ rows, ...line }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState(0);
  const { page, from, to } = pageOf(rows.length, wanted);
  const turned = useRef(false);
  const turn = (next: number) => {
    turned.current = true;
    setWanted(next);
  };
  useLayoutEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    table.current?.focus({ preventScroll: true });
    table.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  const words = scoresTexts;
  const whole = to - from === rows.length;
  return (
    <>
      <table ref={table} class="rows stack sync" tabIndex={-1} aria-rowcount={rows.length + 1}>
        <caption class="sr">{whole ? words.caption : words.captionPart(from + 1, to, rows.length)}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{words.learner}</th>
            <th scope="col" class="num">
              {words.confirmed}
            </th>
            <th scope="col" class="num">
              {words.gradebook}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.happened}</th>
            <th scope="col">
              <span class="sr">{words.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, to).map((row, place) => (
            <SyncLine key={`${row.enrolmentId} ${row.unitRef ?? ''}`} row={row} index={from + place} {...line} />
          ))}
        </tbody>
      </table>
      <Pager count={rows.length} page={page} onPage={turn} />
    </>
  );
}
