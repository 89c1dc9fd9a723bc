import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MatrixView } from '../../../shared/api/caseload-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { isPartlyConfirmed, standingOf } from '../../../shared/domain/standing.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { Interlude } from '../app/Interlude.tsx';
import { LazyPart } from '../app/LazyPart.tsx';
import { LazyScreen } from '../app/LazyScreen.tsx';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { FilterButtons } from '../assessor/FilterButtons.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { shortDate } from '../parts/dates.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Legend } from './Legend.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { MatrixTools } from './MatrixTools.tsx';
import { type MatrixColumn, type MatrixMode, matrixColumns } from './matrix-columns.ts';
import { matrixCsv } from './matrix-csv.ts';
import { filterCount, type MatrixChoice, type MatrixRow, matrixFilters, shownRows } from './matrix-rows.ts';
import { saveFile } from './save-file.ts';
import { confirmedPercent } from './unit-sum.ts';

const loadCell = () => import('./CellDialog.tsx').then((module) => module.CellDialog);
const loadPrint = () => import('./PrintView.tsx').then((module) => module.PrintView);

type Props = { readonly qualification: QualificationView; readonly me: PersonId };

/** Learners by criteria, outcomes or units: where everybody stands, at a glance. */
export function MatrixPage({ qualification, me }: Props) {
  const { client } = useTools();
  const { resource, reload } = useResource((signal) => client.call('matrix', { signal }), []);
  const words = matrixTexts;
  if (resource.value === null)
    return <Interlude title={words.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  if (resource.value.rows.length === 0)
    return (
      <main class="page">
        <PageHeading title={words.title}>{words.title}</PageHeading>
        <div class="empty">
          <h2>{words.noLearnersTitle}</h2>
          <p>{words.noLearners}</p>
        </div>
      </main>
    );
  return <Matrix qualification={qualification} matrix={resource.value} me={me} />;
}

/** Whether the learner has the criteria of a column: there is nothing behind the others. */
const isTheirs = ({ letters }: MatrixRow, { from, to }: MatrixColumn): boolean =>
  [...letters.slice(from, to)].some((letter) => standingOf(letter) !== null);

/** An assessor begins with their own learners, where they have some. */
const firstChoice = ({ rows }: MatrixView, me: PersonId): MatrixChoice => ({
  ...{ filter: 'all', sort: 'name', query: '', unitRef: null, days: 0 },
  whose: rows.some(({ assessorIds }) => assessorIds.includes(me)) ? me : 'all',
});

function Matrix({ qualification, matrix, me }: Props & { readonly matrix: MatrixView }) {
  const { now } = useTools();
  const [mode, setMode] = useState<MatrixMode>('criteria');
  const [choice, setChoice] = useState(() => firstChoice(matrix, me));
  const [opened, open] = useState<{ readonly row: MatrixRow; readonly column: MatrixColumn } | null>(null);
  const [printing, setPrinting] = useState(false);
  // What comes next is fetched once the matrix is there, so that it opens at once, or offline.
  useEffect(() => {
    Promise.all([loadCell(), loadPrint()]).catch(() => {});
  }, []);
  const words = matrixTexts;
  const { unitRef } = choice;
  const criteria = useMemo(() => matrixColumns(qualification, 'criteria', unitRef), [qualification, unitRef]);
  const columns = useMemo(() => matrixColumns(qualification, mode, unitRef), [qualification, mode, unitRef]);
  const span = { from: criteria[0]?.from ?? 0, to: criteria.at(-1)?.to ?? 0 };
  const rows = useMemo(() => shownRows(matrix.rows, choice, span, now()), [matrix, choice, span.from, span.to]);
  const unfiltered = useMemo(
    () => shownRows(matrix.rows, { ...choice, filter: 'all' }, span, now()),
    [matrix, choice, span.from, span.to],
  );
  const filters = matrixFilters.map((key) => ({
    key,
    label: words.filters[key],
    ...(key === 'all' ? {} : { count: filterCount(unfiltered, key, span) }),
  }));
  const partly = useMemo(() => matrix.rows.some(({ letters }) => [...letters].some(isPartlyConfirmed)), [matrix]);
  const percent = confirmedPercent(rows, span.from, span.to);
  const nameOf = new Map(matrix.assessors.map(({ id, name }) => [id, name]));
  const assessorNames = ({ assessorIds }: MatrixRow) => assessorIds.map((id) => nameOf.get(id) ?? '');
  const save = () =>
    saveFile(
      words.csv.file(qualification.number.replaceAll('/', '-')),
      matrixCsv(rows, columns, mode, assessorNames),
      'text/csv;charset=utf-8',
    );
  if (printing) {
    const today = shortDate(new Date(now()).toISOString(), now());
    const title = `${qualification.number} ${qualification.title}`;
    const subtitle = words.printSubtitle(rows.length, words.modes[mode], today);
    const onClose = () => setPrinting(false);
    const props = { title, subtitle, rows, columns, mode, partly, onCsv: save, onClose };
    return <LazyScreen load={loadPrint} props={props} />;
  }
  return (
    <main class="fill chart">
      <div class="line">
        <PageHeading title={words.title}>{words.title}</PageHeading>
        <p class="quiet" role="status">
          {words.learners(rows.length)}
          {percent !== null && ` · ${words.percentConfirmed(percent)}`}
        </p>
        <FilterButtons
          label={words.filterLabel}
          filters={filters}
          current={choice.filter}
          onChoose={(filter) => setChoice({ ...choice, filter })}
        />
      </div>
      <MatrixTools
        {...{ qualification, matrix, me, choice, mode }}
        onChoose={(change) => setChoice({ ...choice, ...change })}
        onMode={setMode}
        onCsv={save}
        onPrint={() => setPrinting(true)}
      />
      {rows.length > 0 ? (
        <MatrixTable
          key={`${mode} ${unitRef}`}
          rows={rows}
          columns={columns}
          mode={mode}
          onOpen={(row, column) => isTheirs(row, column) && open({ row, column })}
        />
      ) : (
        <div class="empty" role="status">
          <h2>{words.nobodyTitle}</h2>
          <p>{words.nobody}</p>
          <button type="button" class="button" onClick={() => setChoice({ ...firstChoice(matrix, me), whose: 'all' })}>
            {words.showAll}
          </button>
        </div>
      )}
      <Legend partly={partly} />
      {opened && (
        <LazyPart
          load={loadCell}
          props={{
            ...opened,
            criteria: criteria.filter(({ from, to }) => from >= opened.column.from && to <= opened.column.to),
            onClose: () => open(null),
          }}
          around={(notice) => (
            <Dialog title={opened.row.name} onClose={() => open(null)}>
              {notice}
            </Dialog>
          )}
        />
      )}
    </main>
  );
}
