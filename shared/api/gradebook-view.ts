import { z } from 'zod';
import { scoreStates } from '../domain/score-trouble.ts';

/** What a learner's LMS gradebook shows of an enrolment, and what is going on about it. */
export const gradebookViewSchema = z.object({
  state: z.enum(scoreStates),
  /** Scores to this LMS are held back by the centre. */
  paused: z.boolean(),
  /** What the gradebook was found to hold instead of ours, on its own scale; null where it holds ours, or nothing. */
  found: z.object({ score: z.number(), maximum: z.number().nullable() }).nullable(),
});
