import type { MatrixView } from '../../../shared/api/views.ts';
import { letterOf } from '../../../shared/domain/standing.ts';

export type MatrixRow = MatrixView['rows'][number];

export const matrixFilters = ['all', 'waiting', 'notAgreed', 'reopened'] as const;
export type MatrixFilter = (typeof matrixFilters)[number];
export const matrixSorts = ['name', 'confirmed', 'waiting'] as const;
export type MatrixSort = (typeof matrixSorts)[number];

const lettersOf: Readonly<Record<Exclude<MatrixFilter, 'all'>, ReadonlySet<string>>> = {
  waiting: new Set([letterOf('awaitingAssessor'), letterOf('awaitingCountersign')]),
  notAgreed: new Set([letterOf('notAgreed')]),
  reopened: new Set([letterOf('reopened')]),
};

function countIn(row: MatrixRow, wanted: ReadonlySet<string>): number {
  let count = 0;
  for (const letter of row.letters) if (wanted.has(letter)) count += 1;
  return count;
}

/** How many criteria of all learners a filter stands for; for "all", how many learners there are. */
export const filterCount = (rows: readonly MatrixRow[], filter: MatrixFilter): number =>
  filter === 'all' ? rows.length : rows.reduce((sum, row) => sum + countIn(row, lettersOf[filter]), 0);

const byName = (a: MatrixRow, b: MatrixRow): number => a.name.localeCompare(b.name, 'en-GB');

/** The rows to show: by filter, by words of the name, in the order asked for. Least confirmed and most waiting first. */
export function shownRows(
  rows: readonly MatrixRow[],
  filter: MatrixFilter,
  sort: MatrixSort,
  query: string,
): MatrixRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) =>
      (filter === 'all' || countIn(row, lettersOf[filter]) > 0) &&
      words.every((word) => row.name.toLowerCase().includes(word)),
  );
  const weight = new Map(
    found.map((row) => [
      row,
      sort === 'waiting' ? -countIn(row, lettersOf.waiting) : sort === 'confirmed' ? share(row) : 0,
    ]),
  );
  return found.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0) || byName(a, b));
}

const share = (row: MatrixRow): number => (row.total === 0 ? 0 : row.confirmed / row.total);
