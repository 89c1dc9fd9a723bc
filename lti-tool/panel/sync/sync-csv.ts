import type { ScoreRow } from '../../../shared/api/score-views.ts';
import { csvField } from '../matrix/matrix-csv.ts';
import { gradebookText, stateNames, whatHappened } from './sync-words.ts';

const head = [
  'Learner',
  'Unit',
  'Confirmed',
  'Of',
  'Gradebook',
  'State',
  'Last published',
  'Next try',
  'What happened',
];

/** The screen as CSV (RFC 4180) with a byte order mark, which spreadsheets need to read names right. Times are UTC. */
export function syncCsv(rows: readonly ScoreRow[]): string {
  const lines = rows.map((row) => [
    row.learner.name,
    row.unitRef ?? '',
    row.confirmed,
    row.total,
    gradebookText(row),
    stateNames[row.state].name,
    row.published?.at ?? '',
    row.trouble?.nextTryAt ?? '',
    whatHappened(row),
  ]);
  return `\ufeff${[head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}
