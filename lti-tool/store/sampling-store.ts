import type { SampledEvidence } from '../../shared/domain/sample-reviews.ts';
import type { SamplingStore, StoredPlan } from '../use-cases/quality/sampling-store.ts';
import { isDuplicate, toEntities } from './documents.ts';
import type { Models } from './models.ts';

/** Learners asked for at a time, so that one answer stays small. */
const atATime = 200;

/** Sampling plans, and what sampling reads of evidence. */
export function createSamplingStore({ samplingPlans, evidence }: Models): SamplingStore {
  return {
    async plan({ tenantId, contextId, qualificationId }) {
      return samplingPlans.findOne({ tenantId, contextId, qualificationId }).select('-_id').lean<StoredPlan>();
    },
    async changePlan(plan) {
      const { tenantId, contextId, qualificationId, version } = plan;
      if (version === 1) {
        try {
          await samplingPlans.create({ _id: `${contextId}:${qualificationId}`, ...plan });
          return true;
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          return false;
        }
      }
      const before = { tenantId, contextId, qualificationId, version: version - 1 };
      return (await samplingPlans.updateOne(before, { $set: plan })).modifiedCount === 1;
    },
    async evidenceOf(tenantId, enrolmentIds) {
      const found: SampledEvidence[] = [];
      for (let from = 0; from < enrolmentIds.length; from += atATime) {
        const some = enrolmentIds.slice(from, from + atATime);
        const documents = await evidence
          .find({ tenantId, enrolmentId: { $in: some } })
          .select({
            enrolmentId: 1,
            learnerId: 1,
            title: 1,
            method: 1,
            status: 1,
            samples: 1,
            reopenings: 1,
            'ticks.assessor': 1,
          })
          .lean();
        for (const item of toEntities<SampledEvidence>(
          documents.map((each) => ({ ...each, samples: each.samples ?? [] })),
        ))
          if (item.ticks.assessor.length + item.samples.length > 0) found.push(item);
      }
      return found;
    },
  };
}
