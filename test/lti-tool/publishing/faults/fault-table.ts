import type { Damage } from './publishing-world.ts';

export type FaultRow = { readonly fault: string; readonly learners: number } & Damage;

const rows: FaultRow[] = [];

/** Adds a line to the table that is printed when all tests have run. */
export function tell(row: FaultRow): void {
  rows.push(row);
}

after(() => {
  const cells = ({ fault, ...row }: Record<keyof FaultRow, string | number>) =>
    fault.toString().padEnd(44) +
    [row.learners, row.posts, row.lost, row.wrong].map((cell) => String(cell).padStart(9)).join('');
  const head = cells({ fault: 'fault', learners: 'learners', posts: 'posts', lost: 'lost', wrong: 'wrong' });
  console.log([head, ...rows.map(cells)].map((line) => `    ${line}`).join('\n'));
});
