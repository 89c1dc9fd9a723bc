import { z } from 'zod';
import { columns, evidenceStatuses, methods, origins, sampleOutcomes } from '../domain/evidence.ts';
import type { CriterionId, EnrolmentId, EvidenceId, PersonId } from '../domain/ids.ts';
import { roles } from '../domain/roles.ts';
import { pickReasons } from '../domain/sample-choice.ts';
import { standings } from '../domain/standing.ts';
import { idSchema, instantSchema } from './ids.ts';
import { recordCheckSchema } from './record-views.ts';
import { evidenceViewSchema, personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();
const percent = z.number().int().min(0).max(100);
const method = z.enum(methods);
const unitRef = z.string().min(1).max(40);
const isOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** How much of whose confirmations is sampled (R9). Percentages are whole numbers. */
export const samplingPlanSchema = z
  .object({
    percent,
    assessors: z
      .array(z.object({ assessorId: idSchema<PersonId>(), percent }).strict())
      .max(500)
      .refine((all) => isOnce(all.map((each) => each.assessorId))),
    methods: z.array(z.object({ method, percent }).strict()).refine((all) => isOnce(all.map((each) => each.method))),
    units: z
      .array(z.object({ unitRef, percent }).strict())
      .max(500)
      .refine((all) => isOnce(all.map((each) => each.unitRef))),
    /** At least one each, so that nobody starts without being sampled. */
    newAssessor: z
      .object({ months: z.number().int().min(1).max(60), confirmations: z.number().int().min(1).max(1000) })
      .strict(),
  })
  .strict();
export type SamplingPlanView = z.output<typeof samplingPlanSchema>;

const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newAssessor') }),
  z.object({ kind: z.literal('assessor') }),
  z.object({ kind: z.literal('method'), method }),
  z.object({ kind: z.literal('unit'), unitRef }),
  z.object({ kind: z.literal('usual') }),
]);
export type SamplingRuleView = z.output<typeof ruleSchema>;

const tally = { confirmations: count, required: count, sampled: count, outstanding: count };

/** The Sampling screen: the plan, how far it is met, what it picks next, and what came of the samples so far. */
export const samplingViewSchema = z.object({
  plan: samplingPlanSchema,
  /** Of the plan; 0 while nobody has changed the usual one. */
  version: count,
  changed: z.object({ byName: z.string(), at: instantSchema }).nullable(),
  /** Whether the asker may change the plan and sample. */
  maySample: z.boolean(),
  /** Whoever the plan can name: assessors of this context, and all who confirmed something here. */
  people: z.array(personViewSchema),
  assessors: z.array(
    z.object({
      assessor: personViewSchema,
      /** Since when and how much they have confirmed here; null where nothing yet. */
      experience: z.object({ first: instantSchema, confirmations: count }).nullable(),
      isNew: z.boolean(),
      ...tally,
      groups: z.array(z.object({ rule: ruleSchema, percent, ...tally })),
      /** Of all samples ever taken of this assessor. */
      accepted: count,
      actionRequired: count,
      /** Actions that wait for a confirmation. */
      open: count,
    }),
  ),
  picks: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      enrolmentId: idSchema<EnrolmentId>(),
      title: z.string(),
      method,
      learner: personViewSchema,
      assessor: personViewSchema,
      criterionIds: z.array(idSchema<CriterionId>()),
      /** When the first of them was confirmed. */
      at: instantSchema,
      rule: ruleSchema,
      percent,
      because: z.enum(pickReasons),
      /** Confirmed by the asker: another IQA has to sample it. */
      own: z.boolean(),
    }),
  ),
});
export type SamplingView = z.output<typeof samplingViewSchema>;
export type SamplingAssessor = SamplingView['assessors'][number];
export type SamplingPick = SamplingView['picks'][number];

/** One item to sample: its confirmations, which of them the asker may sample, and what reopening each would do. */
export const samplingReviewViewSchema = z.object({
  evidence: evidenceViewSchema,
  /** Whether the asker may sample this item at all. */
  maySample: z.boolean(),
  /** The learner's progress now. */
  confirmed: count,
  total: count,
  confirmations: z.array(
    z.object({
      criterionId: idSchema<CriterionId>(),
      assessor: personViewSchema,
      confirmedAt: instantSchema,
      /** The asker made it: another IQA has to sample it. */
      own: z.boolean(),
      reopened: z.boolean(),
      /** What was said of it as it is; null where it is not sampled. */
      sampled: z.object({ outcome: z.enum(sampleOutcomes), byName: z.string(), at: instantSchema }).nullable(),
      /** Reopening it takes one criterion off progress and score: nothing else confirms it. */
      lowersProgress: z.boolean(),
    }),
  ),
});
export type SamplingReviewView = z.output<typeof samplingReviewViewSchema>;
export type SamplingConfirmation = SamplingReviewView['confirmations'][number];

/** The answer to a sample: what was recorded, and what was not, because it is not any more what was shown. */
export const sampledViewSchema = z.object({
  accepted: count,
  actionRequired: count,
  differed: z.array(
    z.object({
      criterionId: idSchema<CriterionId>(),
      now: z.enum(['notConfirmed', 'confirmedAgain', 'reopened']),
    }),
  ),
  review: samplingReviewViewSchema,
});
export type SampledView = z.output<typeof sampledViewSchema>;

/** What IQAs asked for and nobody has confirmed again yet, as far as it is the asker's business. */
export const qualityActionsViewSchema = z.object({
  actions: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      enrolmentId: idSchema<EnrolmentId>(),
      title: z.string(),
      learner: personViewSchema,
      byName: z.string(),
      at: instantSchema,
      feedback: z.string(),
      criterionIds: z.array(idSchema<CriterionId>()),
      /** Whose confirmations, or for a trainee assessor ticks, it is about. */
      of: z.array(personViewSchema),
      /** The asker is among them. */
      yours: z.boolean(),
    }),
  ),
});
export type QualityAction = z.output<typeof qualityActionsViewSchema>['actions'][number];

const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tick'),
    column: z.enum(columns),
    on: z.boolean(),
    how: z.enum(['byHand', 'acceptedAll', 'undone']),
  }),
  z.object({ kind: z.literal('status'), after: z.enum(evidenceStatuses), feedback: z.string() }),
  z.object({ kind: z.literal('sample'), outcome: z.enum(sampleOutcomes), feedback: z.string() }),
  z.object({ kind: z.literal('notMet'), feedback: z.string() }),
]);
const entrySchema = z.object({
  /** Its place in the item's record, from 0. */
  sequence: count,
  at: instantSchema,
  byName: z.string(),
  actingAs: z.enum(roles),
  origin: z.enum(origins),
  what: changeSchema,
  /** The criterion's standing on this item before and after. */
  before: z.enum(standings),
  after: z.enum(standings),
});
export type CriterionEntryView = z.output<typeof entrySchema>;

/** Everything that happened to one criterion of a learner, item by item, with the check of each item's record (R11). */
export const criterionHistoryViewSchema = z.object({
  learner: personViewSchema,
  items: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      title: z.string(),
      entries: z.array(entrySchema),
      record: recordCheckSchema,
    }),
  ),
});
export type CriterionHistoryView = z.output<typeof criterionHistoryViewSchema>;
export type HistoryItem = CriterionHistoryView['items'][number];
