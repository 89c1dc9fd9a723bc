import type { FoundResult } from '../lti-ports.ts';
import type { Points, PublishedColumn, PublishedPoints } from './publication.ts';

/**
 * What the gradebook's grade of a learner is, seen from what was published:
 * `ours` (in step with the last score), `sent` (the score whose answer never came), `none` (no grade),
 * `earlier` (a score of ours before the last: the platform did not keep the last), or `theirs` (made by somebody else).
 */
export type GradeVerdict = 'ours' | 'sent' | 'none' | 'earlier' | 'theirs';

/** Platforms rescale to their own maximum and round, Moodle to five decimals. */
const tolerance = 0.01;

const holds = (found: { readonly score: number; readonly maximum: number | null }, points: Points): boolean => {
  const scaled =
    found.maximum === null || found.maximum === 0 ? found.score : (found.score / found.maximum) * points.scoreMaximum;
  return Math.abs(scaled - points.scoreGiven) < tolerance;
};

/** The column's maximum was changed since, and the platform left the grade as it was. */
const holdsUnscaled = (score: number, { scoreGiven, scoreMaximum, columnMaximum }: PublishedPoints): boolean =>
  columnMaximum !== null && Math.abs(score - (scoreGiven / scoreMaximum) * columnMaximum) < tolerance;

/** Platforms keep whole seconds. */
const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

/** @param result null where the platform lists no grade of the learner */
export function compareGrade(
  column: Pick<PublishedColumn, 'published' | 'sending' | 'lastTimestamp'>,
  result: FoundResult | null,
  earlier: ReadonlyArray<Omit<Points, 'scoreGiven'> & { readonly scoreGiven: number | null }> = [],
): GradeVerdict {
  if (result === null || result.resultScore === null) return 'none';
  const found = { score: result.resultScore, maximum: result.resultMaximum };
  if (column.sending && holds(found, column.sending)) return 'sent';
  if (column.published && holds(found, column.published)) return 'ours';
  // A grade made after our last score is somebody's own, even where it equals an old one of ours.
  const { timestamp } = result;
  if (timestamp !== null && column.lastTimestamp !== null && seconds(timestamp) > seconds(column.lastTimestamp))
    return 'theirs';
  if (column.published && holdsUnscaled(found.score, column.published)) return 'earlier';
  const kept = earlier.some(
    ({ scoreGiven, scoreMaximum }) => scoreGiven !== null && holds(found, { scoreGiven, scoreMaximum }),
  );
  return kept ? 'earlier' : 'theirs';
}
