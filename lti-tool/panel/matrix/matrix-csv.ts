import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { letterName } from './letter-name.ts';
import type { MatrixColumn, MatrixMode } from './matrix-columns.ts';
import { type MatrixRow, waitingSince } from './matrix-rows.ts';
import { unitSum } from './unit-sum.ts';

/**
 * A CSV field. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to read names right. */
export const csvOf = (lines: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  `\ufeff${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;

function cellText({ letters }: MatrixRow, { from, to }: MatrixColumn, mode: MatrixMode): string {
  if (mode === 'criteria') return letterName(letters.charAt(from));
  const { standing, confirmed, waiting, total } = unitSum(letters, from, to);
  return standing === null ? matrixTexts.outside : matrixTexts.sum(confirmed, total, waiting);
}

/** The matrix as it is shown: those rows and columns, with whose the learner is and since when something waits. */
export function matrixCsv(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  mode: MatrixMode,
  assessorNames: (row: MatrixRow) => readonly string[],
): string {
  const words = matrixTexts.csv;
  const ref = (column: MatrixColumn) => (mode === 'units' ? column.ref : `${column.unitRef} ${column.ref}`);
  const units = new Set(columns.map((column) => column.unitRef));
  const [only] = units;
  const unitRef = units.size === 1 ? (only ?? null) : null;
  const head = [words.learner, words.assessors, words.confirmed, words.of, words.waitingSince, ...columns.map(ref)];
  const lines = rows.map((row) => [
    ...[row.name, assessorNames(row).join('; '), row.confirmed, row.total],
    waitingSince(row, unitRef)?.slice(0, 10) ?? '',
    ...columns.map((column) => cellText(row, column, mode)),
  ]);
  return csvOf([head, ...lines]);
}
