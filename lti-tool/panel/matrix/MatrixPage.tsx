import { useMemo, useState } from 'preact/hooks';
import type { MatrixView, QualificationView } from '../../../shared/api/views.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { FilterButtons } from '../assessor/FilterButtons.tsx';
import { Interlude } from '../assessor/Interlude.tsx';
import { SearchField } from '../assessor/SearchField.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Legend } from './Legend.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { type MatrixMode, matrixColumns } from './matrix-columns.ts';
import { matrixCsv } from './matrix-csv.ts';
import { filterCount, type MatrixFilter, type MatrixSort, matrixFilters, shownRows } from './matrix-rows.ts';
import { saveFile } from './save-file.ts';

/** Learners by criteria or units: where everybody stands, at a glance. */
export function MatrixPage({ qualification }: { qualification: QualificationView }) {
  const { client } = useTools();
  const { resource, reload } = useResource((signal) => client.call('matrix', { signal }), []);
  if (resource.value === null)
    return <Interlude title="Matrix" error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  if (resource.value.rows.length === 0)
    return (
      <main class="page">
        <PageHeading title="Matrix">Matrix</PageHeading>
        <div class="empty">
          <h2>No learners here yet</h2>
          <p>They show up once they have opened Countersign in this course.</p>
        </div>
      </main>
    );
  return <Matrix qualification={qualification} matrix={resource.value} />;
}

const filterNames: Readonly<Record<MatrixFilter, string>> = {
  all: 'All',
  waiting: 'Waiting',
  notAgreed: 'Not agreed',
  reopened: 'Reopened',
};

function Matrix({ qualification, matrix }: { qualification: QualificationView; matrix: MatrixView }) {
  const [mode, setMode] = useState<MatrixMode>('criteria');
  const [filter, setFilter] = useState<MatrixFilter>('all');
  const [sort, setSort] = useState<MatrixSort>('name');
  const [query, setQuery] = useState('');
  const columns = useMemo(() => matrixColumns(qualification, mode), [qualification, mode]);
  const rows = useMemo(() => shownRows(matrix.rows, filter, sort, query), [matrix, filter, sort, query]);
  const filters = useMemo(
    () =>
      matrixFilters.map((key) => ({
        key,
        label: filterNames[key],
        ...(key === 'all' ? {} : { count: filterCount(matrix.rows, key) }),
      })),
    [matrix],
  );
  const confirmed = rows.reduce((sum, row) => sum + row.confirmed, 0);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const save = () =>
    saveFile(
      `Matrix ${qualification.number.replaceAll('/', '-')}.csv`,
      matrixCsv(rows, matrixColumns(qualification, 'criteria')),
      'text/csv;charset=utf-8',
    );
  return (
    <main class="fill chart">
      <div class="line">
        <PageHeading title="Matrix">Matrix</PageHeading>
        <p class="quiet" role="status">
          {rows.length === 1 ? '1 learner' : `${rows.length} learners`}
          {total > 0 && (
            <>
              {' · '}
              <b>{Math.floor((confirmed / total) * 100)}%</b> confirmed
            </>
          )}
        </p>
        <FilterButtons label="Filter the matrix" filters={filters} current={filter} onChoose={setFilter} />
      </div>
      <div class="line tools">
        <SearchField label="Search learners" value={query} onInput={setQuery} />
        <label>
          Sort{' '}
          <select class="button" value={sort} onChange={(event) => setSort(event.currentTarget.value as MatrixSort)}>
            <option value="name">by name</option>
            <option value="confirmed">least confirmed first</option>
            <option value="waiting">most waiting first</option>
          </select>
        </label>
        <FilterButtons
          label="Columns"
          filters={[
            { key: 'criteria', label: 'By criteria' },
            { key: 'units', label: 'By units' },
          ]}
          current={mode}
          onChoose={setMode}
        />
        <button type="button" class="button push" onClick={save}>
          <Icon name="file" /> CSV
        </button>
      </div>
      {rows.length > 0 ? (
        <MatrixTable key={mode} rows={rows} columns={columns} mode={mode} />
      ) : (
        <div class="empty" role="status">
          <h2>Nobody here</h2>
          <p>No learner fits this filter and search.</p>
        </div>
      )}
      <Legend />
    </main>
  );
}
