import { z } from 'zod';
import { sampleOutcomes } from '../domain/evidence.ts';
import type { CriterionId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';

/** One sample of an evidence item, as staff see it. */
export const sampleViewSchema = z.object({
  /** The IQA. */
  byName: z.string(),
  at: instantSchema,
  feedback: z.string(),
  confirmations: z.array(
    z.object({
      criterionId: idSchema<CriterionId>(),
      outcome: z.enum(sampleOutcomes),
      /** Who had confirmed it. */
      confirmedByName: z.string(),
    }),
  ),
  /** What it reopened and nobody has confirmed again yet; empty: there is nothing left to do about it. */
  open: z.array(idSchema<CriterionId>()),
});
