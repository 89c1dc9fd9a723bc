import { type BenchCentre, openBenchCentre, reply } from '../centre.ts';
import { makeCohort } from '../cohort.ts';
import { type Cost, costOf, whereTimeGoes } from '../measuring.ts';
import type { Part } from '../part.ts';

/** Accepts the ticks of many learners' items, each once: an item for every call. */
async function acceptances(centre: BenchCentre, ticks: number, calls: number) {
  const warmUp = calls;
  const size = { learners: warmUp + calls * 2, items: 1, criteria: 300, ticks, allSubmitted: true };
  const { assessor, learners } = await makeCohort(centre, size);
  const accept = (turn: number) => {
    const item = learners[turn]?.items[0];
    if (!item) throw new Error('The cohort has no more items.');
    const shown = item.ticks.learner.map((tick) => tick.criterionId);
    return reply(centre, assessor, 'acceptAll', { params: { evidenceId: item.id }, body: { of: 'learner', shown } });
  };
  const cost: Cost = await costOf(accept, { calls, warmUp });
  return { cost, shares: () => whereTimeGoes((turn) => accept(warmUp + calls + turn), calls) };
}

export const acceptAll: Part = {
  title: '"Accept all learner ticks", each time on another learner’s item',
  async run({ directory, quick }) {
    const centre = await openBenchCentre(directory);
    try {
      const calls = quick ? 20 : 60;
      const few = await acceptances(centre, 30, calls);
      const many = await acceptances(centre, 300, calls);
      const ratio = many.cost.cpu / few.cost.cpu;
      const told = ({ cpu, median }: Cost) => `median ${median.toFixed(1)}, CPU ${cpu.toFixed(1)}`;
      const rowOf = async (count: number, { cost, shares }: typeof few) => ({
        what: `${count} criteria, p95`,
        measured: cost.p95,
        unit: 'ms',
        aim: 50,
        note: cost.p95 > 50 ? `${told(cost)}; ${await shares()}` : told(cost),
      });
      return [
        await rowOf(30, few),
        await rowOf(300, many),
        {
          what: '300 criteria against 30',
          measured: ratio,
          unit: 'times CPU',
          aim: 5,
          ...(ratio > 5 ? { note: await many.shares() } : {}),
        },
      ];
    } finally {
      await centre.close();
    }
  },
};
