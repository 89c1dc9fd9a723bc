import { useEffect } from 'preact/hooks';
import { number } from '../../../shared/texts/locale.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { standingNames } from '../parts/StandingMark.tsx';
import { Legend } from './Legend.tsx';
import { MarkStrip } from './MarkStrip.tsx';
import { type MatrixColumn, type MatrixMode, unitRuns } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { printSheets } from './print-sheets.ts';
import { confirmedPercent, unitSum } from './unit-sum.ts';

type Props = {
  readonly title: string;
  /** What was chosen to be shown, in words. */
  readonly subtitle: string;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly mode: MatrixMode;
  readonly partly: boolean;
  readonly onClose: () => void;
};

/** The whole matrix for paper: every row, the columns cut into sheets that fit a page. */
export function PrintSheets({ title, subtitle, rows, columns, mode, partly, onClose }: Props) {
  const words = matrixTexts;
  useEffect(() => {
    const timer = setTimeout(() => print(), 100);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="page sheets">
      <div class="line">
        <PageHeading title={words.printTitle}>{title}</PageHeading>
        <span class="line push no-print">
          <button type="button" class="button primary" onClick={() => print()}>
            {words.print}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {words.backToMatrix}
          </button>
        </span>
      </div>
      <p class="quiet">{subtitle}</p>
      <Legend partly={partly} />
      {printSheets(columns, mode).map((sheet) => (
        <table key={sheet[0]?.key} class={`paper by-${mode}`}>
          <Head columns={sheet} mode={mode} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.enrolmentId}>
                <th scope="row">
                  {row.name} <small>{words.sum(row.confirmed, row.total, 0)}</small>
                </th>
                {mode === 'criteria'
                  ? unitRuns(sheet).map((run) => (
                      <Strip key={run.unitRef} row={row} columns={sheet} unitRef={run.unitRef} />
                    ))
                  : sheet.map((column) => <Sum key={column.key} row={row} column={column} />)}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.percent}</th>
              {sheet.map((column) => (
                <td key={column.key}>{confirmedPercent(rows, column.from, column.to) ?? '–'}</td>
              ))}
            </tr>
          </tbody>
        </table>
      ))}
    </main>
  );
}

function Head({ columns, mode }: { columns: readonly MatrixColumn[]; mode: MatrixMode }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {matrixTexts.learner}
        </th>
        {unitRuns(columns).map((run) => (
          <th key={run.unitRef} scope="colgroup" colSpan={run.length}>
            {run.unitRef} {run.unitTitle}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col">
            {mode === 'units' ? '' : column.ref}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type StripProps = { readonly row: MatrixRow; readonly columns: readonly MatrixColumn[]; readonly unitRef: string };

/** A unit's criteria of one learner in one cell and one drawing: a page has thousands. */
function Strip({ row, columns, unitRef }: StripProps) {
  const mine = columns.filter((column) => column.unitRef === unitRef);
  const [from, to] = [mine[0]?.from ?? 0, mine.at(-1)?.to ?? 0];
  const { confirmed, total, waiting } = unitSum(row.letters, from, to);
  return (
    <td colSpan={mine.length} class="strip">
      <MarkStrip letters={row.letters.slice(from, to)} />
      <span class="sr">{matrixTexts.sum(confirmed, total, waiting)}</span>
    </td>
  );
}

function Sum({ row, column }: { row: MatrixRow; column: MatrixColumn }) {
  const { standing, confirmed, total } = unitSum(row.letters, column.from, column.to);
  return (
    <td data-standing={standing ?? 'none'}>
      {standing === null ? (
        '–'
      ) : (
        <>
          <Icon name={standing} label={standingNames()[standing]} /> {number(confirmed)}/{number(total)}
        </>
      )}
    </td>
  );
}
