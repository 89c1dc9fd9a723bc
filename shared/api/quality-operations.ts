import { z } from 'zod';
import { sampleOutcomes } from '../domain/evidence.ts';
import type { CriterionId, EnrolmentId, EvidenceId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';
import {
  criterionHistoryViewSchema,
  qualityActionsViewSchema,
  sampledViewSchema,
  samplingPlanSchema,
  samplingReviewViewSchema,
  samplingViewSchema,
} from './quality-views.ts';
import { enrolmentRecordViewSchema } from './record-views.ts';
import { evidenceViewSchema } from './views.ts';

const none = z.object({}).strict();
const evidenceParams = z.object({ evidenceId: idSchema<EvidenceId>() });
/** A criterion as the IQA was shown it; `confirmedAt` says which confirmation that was. */
const wish = z
  .object({
    criterionId: idSchema<CriterionId>(),
    confirmedAt: instantSchema,
    outcome: z.enum(sampleOutcomes),
  })
  .strict();

export const qualityOperations = {
  sampling: { params: none, body: none, reply: samplingViewSchema },
  /** `version`: of the plan that was shown; a newer one is a conflict. */
  changeSamplingPlan: {
    params: none,
    body: z.object({ version: z.number().int().nonnegative(), plan: samplingPlanSchema }).strict(),
    reply: samplingViewSchema,
  },
  qualityActions: { params: none, body: none, reply: qualityActionsViewSchema },
  samplingReview: { params: evidenceParams, body: none, reply: samplingReviewViewSchema },
  sampleEvidence: {
    params: evidenceParams,
    body: z.object({ confirmations: z.array(wish).min(1).max(2000), feedback: z.string().trim().max(10_000) }).strict(),
    reply: sampledViewSchema,
  },
  /** An assessor closes an IQA's action without confirming again; the learner reads the reason. */
  sayNotMet: {
    params: evidenceParams,
    body: z
      .object({
        criterionIds: z.array(idSchema<CriterionId>()).min(1).max(2000),
        reason: z.string().trim().max(10_000),
      })
      .strict(),
    reply: evidenceViewSchema,
  },
  enrolmentRecord: {
    params: z.object({ enrolmentId: idSchema<EnrolmentId>() }),
    body: none,
    reply: enrolmentRecordViewSchema,
  },
  criterionHistory: {
    params: z.object({ enrolmentId: idSchema<EnrolmentId>(), criterionId: idSchema<CriterionId>() }),
    body: none,
    reply: criterionHistoryViewSchema,
  },
} as const;
