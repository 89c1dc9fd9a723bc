import type { ScoreRow } from '../../../shared/api/score-views.ts';
import type { ScoreState } from '../../../shared/domain/score-trouble.ts';
import { locale } from '../../../shared/texts/locale.ts';

export const syncFilters = ['all', 'needsYou', 'onTheWay', 'inStep'] as const;
export type SyncFilter = (typeof syncFilters)[number];

/** What needs a person comes first, what is well last. */
const groups: Readonly<
  Record<ScoreState, { readonly filter: Exclude<SyncFilter, 'all'> | null; readonly rank: number }>
> = {
  changedByHand: { filter: 'needsYou', rank: 0 },
  stopped: { filter: 'needsYou', rank: 1 },
  notEnrolled: { filter: 'needsYou', rank: 2 },
  retrying: { filter: 'onTheWay', rank: 3 },
  due: { filter: 'onTheWay', rank: 4 },
  keptTheirs: { filter: null, rank: 5 },
  inStep: { filter: 'inStep', rank: 6 },
  nothingYet: { filter: null, rank: 7 },
};

/** How many rows each filter has. */
export function filterCounts(rows: readonly ScoreRow[]): Readonly<Record<SyncFilter, number>> {
  const counts = { all: rows.length, needsYou: 0, onTheWay: 0, inStep: 0 };
  for (const row of rows) {
    const { filter } = groups[row.state];
    if (filter !== null) counts[filter] += 1;
  }
  return counts;
}

/** The rows of a filter and search, most urgent first, then by name as they came. */
export function shownScores(rows: readonly ScoreRow[], filter: SyncFilter, query: string): ScoreRow[] {
  const wanted = query.trim().toLocaleLowerCase(locale());
  return rows
    .filter((row) => filter === 'all' || groups[row.state].filter === filter)
    .filter((row) => row.learner.name.toLocaleLowerCase(locale()).includes(wanted))
    .toSorted((a, b) => groups[a.state].rank - groups[b.state].rank);
}

/** Still to be sent: for these the screen looks again every moment. */
export const isOnTheWay = ({ state }: Pick<ScoreRow, 'state'>): boolean => state === 'due';

/** What "Publish all" sends: everything with something to send that is not up to date, hand-made grades apart. */
export const isUnpublished = ({ state }: Pick<ScoreRow, 'state'>): boolean =>
  state === 'due' || state === 'retrying' || state === 'stopped' || state === 'notEnrolled';
