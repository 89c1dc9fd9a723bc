import { z } from 'zod';
import type { EnrolmentId } from '../domain/ids.ts';
import { scoreStates, scoreTroubles } from '../domain/score-trouble.ts';
import { idSchema, instantSchema } from './ids.ts';
import { personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();
export const scoreColumnsSchema = z.enum(['one', 'units']);

/** The Sync screen: every learner and gradebook column, what was published and how it stands. */
export const scoresViewSchema = z.object({
  platform: z.string(),
  pausedSince: instantSchema.nullable(),
  /** Whether the asker may pause, settle hand-made grades and choose columns. */
  mayManage: z.boolean(),
  scoreColumns: scoreColumnsSchema,
  /** Units that would get a column each; null where the LMS lets this tool make none. */
  unitColumns: count.nullable(),
  columns: z.array(
    z.object({
      /** Null: the whole qualification. */
      unitRef: z.string().nullable(),
      /** The column's maximum in the LMS; null where not known yet. */
      maximum: z.number().nullable(),
      /** A maximum that the LMS does not let this tool set: it scales to its own. */
      refusedMaximum: z.number().nullable(),
      checkedAt: instantSchema.nullable(),
      /** Why the last look at the gradebook failed; null where it did not. */
      checkFault: z.string().nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      enrolmentId: idSchema<EnrolmentId>(),
      learner: personViewSchema,
      unitRef: z.string().nullable(),
      /** The unit does not count any more: its score is cleared there. */
      takingBack: z.boolean(),
      confirmed: count,
      total: count,
      state: z.enum(scoreStates),
      published: z.object({ scoreGiven: count, scoreMaximum: count, at: instantSchema }).nullable(),
      /** What the gradebook was found to hold instead, on its own scale; null score: no grade. */
      found: z.object({ score: z.number().nullable(), maximum: z.number().nullable(), at: instantSchema }).nullable(),
      trouble: z
        .object({
          code: z.enum(scoreTroubles),
          /** What the LMS did, in plain words. */
          reason: z.string(),
          status: z.number().int().nullable(),
          attempts: count,
          at: instantSchema,
          /** Null: not tried again by itself. */
          nextTryAt: instantSchema.nullable(),
        })
        .nullable(),
    }),
  ),
});
export type ScoresView = z.output<typeof scoresViewSchema>;
export type ScoreRow = ScoresView['rows'][number];

/** Every score sent for a learner: what, when, and what the LMS answered. */
export const scoreRecordsViewSchema = z.object({
  records: z.array(
    z.object({
      unitRef: z.string().nullable(),
      timestamp: instantSchema,
      /** Null: the grade was taken back. */
      scoreGiven: count.nullable(),
      scoreMaximum: count,
      comment: z.string().nullable(),
      answer: z.enum(['accepted', 'retry', 'stale', 'lineItemGone', 'refused', 'unknown']),
      status: z.number().int().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type SentScore = z.output<typeof scoreRecordsViewSchema>['records'][number];
