import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { csvOf } from '../matrix/matrix-csv.ts';
import { gradebookText, whatHappened } from './sync-words.ts';

/** The screen as CSV. Times are UTC. */
export function syncCsv(rows: readonly ScoreRow[]): string {
  const words = scoresTexts.csv;
  const head = [
    ...[words.learner, words.unit, words.confirmed, words.of, words.gradebook],
    ...[words.state, words.published, words.nextTry, words.happened],
  ];
  const lines = rows.map((row) => [
    row.learner.name,
    row.unitRef ?? '',
    row.confirmed,
    row.total,
    gradebookText(row),
    scoresTexts.states[row.state],
    row.published?.at ?? '',
    row.trouble?.nextTryAt ?? '',
    whatHappened(row),
  ]);
  return csvOf([head, ...lines]);
}
