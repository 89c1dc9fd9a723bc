import { z } from 'zod';
import { columns, evidenceStatuses, methods } from '../domain/evidence.ts';
import type { EnrolmentId, EvidenceId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';
import { criterionStandingViewSchema, personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();
const waiting = z.object({
  unconfirmed: count,
  items: count,
  learners: count,
  oldestAt: instantSchema,
  meanAt: instantSchema,
});

/** What is holding progress back, longest waiting first in each list. */
export const holdingBackViewSchema = z.object({
  evidence: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      title: z.string(),
      enrolmentId: idSchema<EnrolmentId>(),
      learner: personViewSchema,
      /** Empty: nobody is named. */
      assessors: z.array(personViewSchema),
      unitRefs: z.array(z.string()),
      unconfirmed: count,
      toCountersign: count,
      since: instantSchema,
    }),
  ),
  units: z.array(waiting.extend({ unitRef: z.string() })),
  /** Null: learners for whom nobody is named. */
  assessors: z.array(waiting.extend({ assessor: personViewSchema.nullable() })),
});
export type HoldingBackView = z.output<typeof holdingBackViewSchema>;

/** What is behind a cell of the matrix. */
export const criterionViewSchema = z.object({
  learner: personViewSchema,
  assessors: z.array(personViewSchema),
  /** Evidence items on which a criterion is to be confirmed. */
  evidenceNeeded: count,
  standing: criterionStandingViewSchema,
  evidence: z.array(
    z.object({
      id: idSchema<EvidenceId>(),
      title: z.string(),
      method: z.enum(methods),
      status: z.enum(evidenceStatuses),
      submittedAt: instantSchema.nullable(),
      /** The columns in which it is ticked. */
      ticked: z.array(z.enum(columns)),
      confirmed: z.boolean(),
      unconfirmed: z.boolean(),
      reopened: z.boolean(),
    }),
  ),
});
export type CriterionView = z.output<typeof criterionViewSchema>;
