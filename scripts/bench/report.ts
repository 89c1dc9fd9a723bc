import { isMet } from './part.ts';
import type { PartResult } from './run-part.ts';
import { tableOf } from './table.ts';

export type Machine = {
  /** Day of the measurement, e.g. "2026-11-23". */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  /** GB. */
  readonly memory: number;
  readonly node: string;
  readonly system: string;
};
export type Results = Readonly<Record<string, PartResult>>;

export const resultTable = (results: Results): string =>
  tableOf(Object.entries(results).map(([name, { rows }]) => ({ name, rows })));

/** "29 of 31 aims are met.", and which parts failed and are not counted. */
export function verdict(results: Results): string {
  const judged = Object.values(results)
    .flatMap(({ rows }) => rows)
    .map(isMet)
    .filter((met) => met !== null);
  const failures = Object.entries(results).flatMap(([name, { failure }]) =>
    failure === undefined ? [] : [` The part ${name} was not measured: ${failure}.`],
  );
  return `${judged.filter(Boolean).length} of ${judged.length} aims are met.${failures.join('')}`;
}

/** The page docs/benchmarks.md. */
export const reportPage = (
  results: Results,
  { date, processor, cores, memory, node, system }: Machine,
): string => `# Benchmarks

\`npm run bench\` measures all of this in one run and prints it; \`npm run bench -- --write\` also writes this page.
One part runs alone by its name: \`npm run bench -- launch\`. Milliseconds belong to the machine they were measured on; what holds
elsewhere are the ratios, since both sides of each were measured in the same run.

Measured on ${date} by \`npm run bench -- --write\` on ${processor} with ${cores} cores and ${memory} GB, ${system}, Node.js ${node}.

${verdict(results)}

${resultTable(results)}

## What the parts are

${Object.entries(results)
  .map(([name, { title }]) => `- **${name}**: ${title}.`)
  .join('\n')}

Every part runs in a process of its own with a temporary embedded database. CPU is the processor time of the whole process, garbage
collection and the database's threads included. Where an aim is missed, the last column says whose code takes the time.
KB are 1,000 bytes.
`;
