import { standingOf } from '../../../shared/domain/standing.ts';
import { standingNames } from '../parts/StandingMark.tsx';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { outsideText } from './outside-text.ts';

/**
 * A CSV field. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The matrix as CSV (RFC 4180) with a byte order mark, which spreadsheets need to read names right. */
export function matrixCsv(rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): string {
  const head = ['Learner', 'Confirmed', 'Of', ...columns.map((column) => `${column.unitRef} ${column.ref}`)];
  const cells = (row: MatrixRow) =>
    columns.map((column) => {
      const standing = standingOf(row.letters.charAt(column.from));
      return standing === null ? outsideText : standingNames[standing];
    });
  const lines = [head, ...rows.map((row) => [row.name, row.confirmed, row.total, ...cells(row)])];
  return `\ufeff${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}
