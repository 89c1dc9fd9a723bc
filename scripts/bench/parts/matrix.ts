import { brotliKilobytes } from '../brotli.ts';
import { openBenchCentre, reply } from '../centre.ts';
import { makeCohort } from '../cohort.ts';
import { costOf, whereTimeGoes } from '../measuring.ts';
import type { Part, Row } from '../part.ts';

const sizes = [
  { learners: 30, criteria: 60, aim: 7 },
  { learners: 200, criteria: 60, aim: 17, aimKilobytes: 25 },
  { learners: 1_000, criteria: 300, aim: 150, aimKilobytes: 150 },
] as const;

/** The matrix of an assessor: learners by criteria. */
export const matrix: Part = {
  title: 'The matrix reply, made and written as JSON',
  async run({ directory, quick }) {
    const centre = await openBenchCentre(directory);
    const rows: Row[] = [];
    try {
      for (const size of quick ? sizes.slice(0, 2) : sizes) {
        const { learners, criteria, aim } = size;
        const { assessor } = await makeCohort(centre, { learners, criteria, items: 5, ticks: criteria / 6 });
        const view = () => reply(centre, assessor, 'matrix');
        const calls = Math.max(10, Math.min(100, 6_000 / learners));
        const { cpu, median, p95 } = await costOf(view, { calls, warmUp: calls / 2 });
        const missed = median > aim ? `; ${await whereTimeGoes(view, calls)}` : '';
        const what = `${learners.toLocaleString('en-GB')} × ${criteria}`;
        const note = `median; p95 ${p95.toFixed(1)}, CPU ${cpu.toFixed(1)}${missed}`;
        rows.push({ what: `${what}, server time`, measured: median, unit: 'ms', aim, note });
        const text = await view();
        const kilobytes = `of ${Math.round(text.length / 1_000)} KB JSON`;
        const weight = { what: `${what}, reply with brotli`, measured: brotliKilobytes(text, 5), unit: 'KB' };
        rows.push({ ...weight, ...('aimKilobytes' in size ? { aim: size.aimKilobytes } : {}), note: kilobytes });
      }
    } finally {
      await centre.close();
    }
    return rows;
  },
};
