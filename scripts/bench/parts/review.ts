import { brotliKilobytes } from '../brotli.ts';
import { openBenchCentre, reply } from '../centre.ts';
import { makeCohort } from '../cohort.ts';
import type { Part, Row } from '../part.ts';
import { timedRow } from '../reply-cost.ts';

/** The calls of the assessor's review, for a learner with much evidence. */
export const review: Part = {
  title:
    'The API calls of the review screen: 300 criteria, a learner with 50 evidence items, 30 learners in the caseload',
  async run({ directory, quick }) {
    const centre = await openBenchCentre(directory);
    try {
      const cohort = await makeCohort(centre, { learners: 29, items: 5, criteria: 300, ticks: 20 });
      const busy = await makeCohort(centre, { learners: 1, items: 50, criteria: 300, ticks: 20 });
      const learner = busy.learners[0];
      const item = learner?.items.find(({ status }) => status === 'submitted');
      const criterion = item?.ticks.learner[0]?.criterionId;
      if (!learner || !item || !criterion) throw new Error('The cohort has nothing to review.');
      const { assessor } = busy;
      const params = { evidenceId: item.id };
      const opening = async () => {
        const { qualificationId } = item;
        return [
          await reply(centre, assessor, 'me'),
          await reply(centre, assessor, 'qualification', { params: { qualificationId } }),
          await reply(centre, cohort.assessor, 'caseload'),
          await reply(centre, assessor, 'evidence', { params }),
        ];
      };
      const tick = (turn: number) => {
        const change = turn % 2 === 0 ? { tick: [criterion], untick: [] } : { tick: [], untick: [criterion] };
        return reply(centre, assessor, 'changeTicks', { params, body: change });
      };
      const page = () =>
        reply(centre, learner.principal, 'enrolment', { params: { enrolmentId: learner.enrolmentId } });
      const calls = quick ? 10 : 50;
      const texts = await opening();
      const rows: Row[] = [
        await timedRow(opening, { what: 'opening it: me, qualification, caseload, evidence', calls }),
        {
          what: 'their replies with brotli',
          measured: texts.reduce((sum, text) => sum + brotliKilobytes(text, 5), 0),
          unit: 'KB',
          note: `of ${Math.round(texts.join('').length / 1_000)} KB JSON`,
        },
        await timedRow(tick, { what: 'one tick, progress of 50 items recomputed', calls }),
        await timedRow(page, { what: 'the learner’s own page: every criterion and why', calls }),
      ];
      return rows;
    } finally {
      await centre.close();
    }
  },
};
