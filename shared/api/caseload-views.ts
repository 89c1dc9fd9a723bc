import { z } from 'zod';
import type { EnrolmentId, EvidenceId, PersonId, QualificationId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';
import { personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();

/** Present where the LMS does not list the learner any more; their records stay. */
const left = z.literal(true).optional();
/** Present where the LMS lists the learner, and they have never opened Countersign. */
const neverOpened = z.literal(true).optional();

export const caseloadViewSchema = z.object({
  /** Sum of the rows: criteria that wait for an assessor. */
  unconfirmed: count,
  /** Longest waiting first; learners with nothing waiting after them, by name. */
  rows: z.array(
    z.object({
      enrolmentId: idSchema<EnrolmentId>(),
      learner: personViewSchema,
      /** Empty: nobody is named. */
      assessorIds: z.array(idSchema<PersonId>()),
      left,
      neverOpened,
      confirmed: count,
      total: count,
      awaiting: count,
      unconfirmed: count,
      learnerTicks: count,
      traineeTicks: count,
      /** What a trainee assessor still has to assess. */
      toAssess: count,
      oldestWaitingAt: instantSchema.nullable(),
      lastActivityAt: instantSchema.nullable(),
      /** Items with something to decide, oldest first. */
      waiting: z.array(
        z.object({
          evidenceId: idSchema<EvidenceId>(),
          title: z.string(),
          submittedAt: instantSchema,
          unconfirmed: count,
          learnerTicks: count,
          traineeTicks: count,
          toAssess: count,
          /** A trainee assessor is done with it, and asks for a countersign. */
          handedOverAt: instantSchema.nullable(),
        }),
      ),
      /** Submitted, with nothing unconfirmed: the review still has to be finished. Oldest first. */
      unfinished: z.array(
        z.object({
          evidenceId: idSchema<EvidenceId>(),
          title: z.string(),
          submittedAt: instantSchema,
          confirmed: count,
        }),
      ),
      /** Waits for the learner to improve it. Oldest first. */
      returned: z.array(z.object({ evidenceId: idSchema<EvidenceId>(), title: z.string(), returnedAt: instantSchema })),
      /** On which an IQA asks an assessor for action. Oldest first. */
      actions: z.array(
        z.object({
          evidenceId: idSchema<EvidenceId>(),
          title: z.string(),
          askedAt: instantSchema,
          criteria: count,
          /** Of confirmations that the asker made. */
          yours: z.boolean(),
        }),
      ),
    }),
  ),
});
export type CaseloadView = z.output<typeof caseloadViewSchema>;
export type CaseloadRow = CaseloadView['rows'][number];

export const matrixViewSchema = z.object({
  qualificationId: idSchema<QualificationId>(),
  /** Whoever has learners assigned here, by name. */
  assessors: z.array(personViewSchema),
  rows: z.array(
    z.object({
      enrolmentId: idSchema<EnrolmentId>(),
      name: z.string(),
      assessorIds: z.array(idSchema<PersonId>()),
      left,
      neverOpened,
      confirmed: count,
      total: count,
      /** Since when something of a unit waits for an assessor. */
      waits: z.array(z.object({ unitRef: z.string(), since: instantSchema })),
      /** One letter for each criterion of the qualification, in its order (shared/domain/standing.ts). */
      letters: z.string(),
    }),
  ),
});
export type MatrixView = z.output<typeof matrixViewSchema>;
