import { isMet, type Row } from './part.ts';

/** Three figures, which is as exact as any of this is. */
export function figure(value: number): string {
  if (value === 0) return '0';
  const whole = Math.round(value);
  if (Math.abs(value) >= 100) return whole.toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

const words = (met: boolean | null): string => (met === null ? '' : met ? 'yes' : 'NO');

const cellsOf = (part: string, row: Row): string[] => [
  part,
  row.what,
  figure(row.measured),
  row.unit,
  row.aim === undefined ? '' : `≤ ${figure(row.aim)}`,
  words(isMet(row)),
  [row.note, isMet(row) === false ? row.why : undefined].filter((text) => text !== undefined).join('. '),
];

const headings = ['Part', 'What', 'Measured', 'Unit', 'Aim', 'Met', 'Of what, and where the time goes'];
/** The numbers stand under each other. */
const toTheRight = new Set([2, 4]);

const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => {
      if (column === cells.length - 1) return cell;
      const width = widths[column] ?? 0;
      return toTheRight.has(column) ? cell.padStart(width) : cell.padEnd(width);
    })
    .join(' | ')
    .trimEnd();

/** A Markdown table that reads well in a terminal too. */
export function tableOf(parts: ReadonlyArray<{ readonly name: string; readonly rows: readonly Row[] }>): string {
  const lines = parts.flatMap(({ name, rows }) =>
    rows.map((row) => cellsOf(name, row).map((cell) => cell.replaceAll('|', '\\|'))),
  );
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const rule = widths.map((width, column) => {
    if (column === widths.length - 1) return '---';
    return toTheRight.has(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
  });
  return [padded(headings, widths), padded(rule, widths), ...lines.map((cells) => padded(cells, widths))]
    .map((line) => `| ${line} |`)
    .join('\n');
}
