import { openBenchCentre, reply } from '../centre.ts';
import { makeCohort } from '../cohort.ts';
import type { Part } from '../part.ts';
import { timedRow } from '../reply-cost.ts';

/** A learner ticks a whole screen of criteria and saves them in one call. */
export const marks: Part = {
  title: 'Saving ticks: the change, its history entry, the recomputed progress and the reply',
  async run({ directory, quick }) {
    const centre = await openBenchCentre(directory);
    try {
      const calls = quick ? 10 : 50;
      // A fresh item for each call, in a portfolio of ten; some calls more to look where the time goes.
      const size = { learners: calls * 3, items: 10, criteria: 60, ticks: 10 };
      const { learners, criteria } = await makeCohort(centre, size);
      const save = (turn: number) => {
        const item = learners[turn]?.items.find(({ status }) => status === 'draft');
        const learner = learners[turn]?.principal;
        if (!item || !learner) throw new Error('The cohort has no more drafts.');
        const others = criteria.filter((id) => !item.ticks.learner.some((tick) => tick.criterionId === id));
        return reply(centre, learner, 'changeTicks', {
          params: { evidenceId: item.id },
          body: { tick: others, untick: item.ticks.learner.map((tick) => tick.criterionId) },
        });
      };
      return [await timedRow(save, { what: '60 marks of one learner', aim: 10, calls })];
    } finally {
      await centre.close();
    }
  },
};
