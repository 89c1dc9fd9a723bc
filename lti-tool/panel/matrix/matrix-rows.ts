import type { MatrixView } from '../../../shared/api/caseload-views.ts';
import { earlier, type Instant } from '../../../shared/domain/instant.ts';
import { letterOf, standingOf } from '../../../shared/domain/standing.ts';
import { byName as nameOrder } from '../../../shared/texts/locale.ts';
import { daysAgo } from '../../../shared/words/counted.ts';
import { isWhose, type Whose } from '../parts/whose.ts';

export type MatrixRow = MatrixView['rows'][number];

export const matrixFilters = ['all', 'waiting', 'notAgreed', 'reopened'] as const;
export type MatrixFilter = (typeof matrixFilters)[number];
export const matrixSorts = ['name', 'confirmed', 'waiting', 'longest'] as const;
export type MatrixSort = (typeof matrixSorts)[number];

/** What of the matrix is shown. */
export type MatrixChoice = {
  readonly filter: MatrixFilter;
  readonly sort: MatrixSort;
  readonly query: string;
  readonly whose: Whose;
  readonly unitRef: string | null;
  /** Only learners with something that has waited longer than so many days; 0 for all. */
  readonly days: number;
};

/** Letters of a row that the shown columns cover. */
export type Span = { readonly from: number; readonly to: number };

const lettersOf: Readonly<Record<Exclude<MatrixFilter, 'all'>, ReadonlySet<string>>> = {
  waiting: new Set([letterOf('awaitingAssessor'), letterOf('awaitingCountersign')]),
  notAgreed: new Set([letterOf('notAgreed')]),
  reopened: new Set([letterOf('reopened')]),
};

function countIn(row: MatrixRow, wanted: ReadonlySet<string>, { from, to }: Span): number {
  let count = 0;
  for (let place = from; place < to; place += 1) if (wanted.has(row.letters.charAt(place))) count += 1;
  return count;
}

/** How many criteria of all learners a filter stands for; for "all", how many learners there are. */
export const filterCount = (rows: readonly MatrixRow[], filter: MatrixFilter, span: Span): number =>
  filter === 'all' ? rows.length : rows.reduce((sum, row) => sum + countIn(row, lettersOf[filter], span), 0);

const byName = (a: MatrixRow, b: MatrixRow): number => nameOrder(a.name, b.name);

/** Since when something of a row waits, in one unit or in all; null where nothing does. */
export const waitingSince = (row: MatrixRow, unitRef: string | null): Instant | null =>
  row.waits
    .filter((wait) => unitRef === null || wait.unitRef === unitRef)
    .reduce<Instant | null>((oldest, { since }) => earlier(oldest, since), null);

/** A row as far as the shown columns go; null where the learner did not choose the one unit that is shown. */
function within(row: MatrixRow, unitRef: string | null, { from, to }: Span): MatrixRow | null {
  if (unitRef === null) return row;
  const chosen = [...row.letters.slice(from, to)].filter((letter) => standingOf(letter) !== null);
  if (chosen.length === 0) return null;
  return { ...row, total: chosen.length, confirmed: chosen.filter((letter) => letter === 'c').length };
}

/** The rows to show, in the order asked for. Least confirmed, most waiting and longest waiting come first. */
export function shownRows(rows: readonly MatrixRow[], choice: MatrixChoice, span: Span, now: number): MatrixRow[] {
  const { filter, sort, query, whose, unitRef, days } = choice;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const waited = (row: MatrixRow): boolean => {
    const since = days === 0 ? null : waitingSince(row, unitRef);
    return days === 0 || (since !== null && daysAgo(since, now) > days);
  };
  const found = rows
    .filter(
      (row) =>
        isWhose(row.assessorIds, whose) &&
        (filter === 'all' || countIn(row, lettersOf[filter], span) > 0) &&
        waited(row) &&
        words.every((word) => row.name.toLowerCase().includes(word)),
    )
    .map((row) => within(row, unitRef, span))
    .filter((row) => row !== null);
  const weigh: Readonly<Record<MatrixSort, (row: MatrixRow) => number>> = {
    name: () => 0,
    confirmed: (row) => (row.total === 0 ? 0 : row.confirmed / row.total),
    waiting: (row) => -countIn(row, lettersOf.waiting, span),
    longest: (row) => Date.parse(waitingSince(row, unitRef) ?? '9999-01-01'),
  };
  const weight = new Map(found.map((row) => [row, weigh[sort](row)]));
  return found.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0) || byName(a, b));
}
