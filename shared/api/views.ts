import { z } from 'zod';
import { columns, evidenceStatuses, methods } from '../domain/evidence.ts';
import type { AttachmentId, CriterionId, EnrolmentId, EvidenceId, PersonId, QualificationId } from '../domain/ids.ts';
import { roles } from '../domain/roles.ts';
import { standings } from '../domain/standing.ts';
import { saidKinds } from '../domain/thread.ts';
import { gradebookViewSchema } from './gradebook-view.ts';
import { idSchema, instantSchema } from './ids.ts';
import { sampleViewSchema } from './sample-views.ts';

const count = z.number().int().nonnegative();

export const personViewSchema = z.object({
  id: idSchema<PersonId>(),
  /** Full name, or a stable short code such as "Person 7F3A0C" where the platform withholds names. */
  name: z.string(),
  /** Given name, for friendly sentences; the same short code where withheld. */
  givenName: z.string(),
});
export type PersonView = z.output<typeof personViewSchema>;

const criterionSchema = z.object({ id: idSchema<CriterionId>(), ref: z.string(), text: z.string() });
const outcomeSchema = z.object({ ref: z.string(), title: z.string(), criteria: z.array(criterionSchema) });
const unitSchema = z.object({
  ref: z.string(),
  title: z.string(),
  mandatory: z.boolean(),
  credit: z.number().nullable(),
  outcomes: z.array(outcomeSchema),
});
export const qualificationViewSchema = z.object({
  id: idSchema<QualificationId>(),
  number: z.string(),
  title: z.string(),
  level: z.number().int(),
  awardingOrganisation: z.string(),
  version: z.string(),
  units: z.array(unitSchema),
});
export type QualificationView = z.output<typeof qualificationViewSchema>;
export const qualificationChoiceSchema = qualificationViewSchema
  .pick({ number: true, title: true, level: true, awardingOrganisation: true, version: true })
  .extend({ criteria: count, unitTitles: z.array(z.string()) });

/** Who is here, in which role, where. */
export const meViewSchema = z.object({
  person: personViewSchema,
  role: z.enum(roles),
  context: z.object({ title: z.string() }),
  linkTitle: z.string(),
  /** Null until a qualification is chosen for this resource link. */
  qualificationId: idSchema<QualificationId>().nullable(),
  /** The learner's own enrolment; null for everybody else. */
  enrolmentId: idSchema<EnrolmentId>().nullable(),
  /** The language the LMS is used in, for dates and numbers; null where it did not say. */
  locale: z.string().nullable(),
});
export type MeView = z.output<typeof meViewSchema>;

/** One criterion of an enrolment: what stands, since when, and the plain answer to "why is this not showing?". */
export const criterionStandingViewSchema = z.object({
  criterionId: idSchema<CriterionId>(),
  standing: z.enum(standings),
  since: instantSchema.nullable(),
  evidenceId: idSchema<EvidenceId>().nullable(),
  /** Name of whoever's tick gives this standing. */
  byName: z.string().nullable(),
  /** Evidence items on which it is confirmed. */
  confirmations: count,
});
export type CriterionStandingView = z.output<typeof criterionStandingViewSchema>;

export const enrolmentViewSchema = z.object({
  id: idSchema<EnrolmentId>(),
  learner: personViewSchema,
  assessors: z.array(personViewSchema),
  qualificationId: idSchema<QualificationId>(),
  /** Refs of the chosen units. */
  unitRefs: z.array(z.string()),
  confirmed: count,
  /** Criteria of the chosen units. */
  total: count,
  counts: z.record(z.enum(standings), count),
  unconfirmed: count,
  /** Evidence items on which a criterion is to be confirmed. */
  evidenceNeeded: count,
  criteria: z.array(criterionStandingViewSchema),
  /** What the LMS gradebook was last told; null before the first score. */
  published: z.object({ scoreGiven: count, scoreMaximum: count, at: instantSchema, upToDate: z.boolean() }).nullable(),
  gradebook: gradebookViewSchema,
});
export type EnrolmentView = z.output<typeof enrolmentViewSchema>;

export const evidenceSummarySchema = z.object({
  id: idSchema<EvidenceId>(),
  title: z.string(),
  method: z.enum(methods),
  status: z.enum(evidenceStatuses),
  /** The assessor who recorded it on the learner's behalf; null for the learner's own. */
  madeByName: z.string().nullable(),
  /** Criteria the learner ticked. */
  ticked: count,
  confirmed: count,
  unconfirmed: count,
  attachments: count,
  submittedAt: instantSchema.nullable(),
  updatedAt: instantSchema,
  /** The newest feedback, shortened to a line; null where none. */
  lastFeedback: z.string().nullable(),
});
export type EvidenceSummary = z.output<typeof evidenceSummarySchema>;

const tickViewSchema = z.object({ criterionId: idSchema<CriterionId>(), byName: z.string(), at: instantSchema });
export const attachmentViewSchema = z.object({
  id: idSchema<AttachmentId>(),
  name: z.string(),
  size: count,
  mediaType: z.string(),
});
export type AttachmentView = z.output<typeof attachmentViewSchema>;
export const linkSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: z.string().trim().max(200),
});
export type LinkView = z.output<typeof linkSchema>;

export const evidenceViewSchema = evidenceSummarySchema.omit({ attachments: true, lastFeedback: true }).extend({
  enrolmentId: idSchema<EnrolmentId>(),
  learner: personViewSchema,
  qualificationId: idSchema<QualificationId>(),
  unitRefs: z.array(z.string()),
  narrative: z.string(),
  attachments: z.array(attachmentViewSchema),
  links: z.array(linkSchema),
  ticks: z.record(z.enum(columns), z.array(tickViewSchema)),
  reopened: z.array(idSchema<CriterionId>()),
  /** Newest first; a learner is told of none. */
  samples: z.array(sampleViewSchema),
  feedback: z.array(
    z.object({
      byName: z.string(),
      at: instantSchema,
      text: z.string(),
      outcome: z.enum(['assessed', 'returned', 'notMet']),
    }),
  ),
  /** The rounds of its review and the comments on it, oldest first. */
  thread: z.array(
    z.object({
      kind: z.enum(saidKinds),
      byName: z.string(),
      role: z.enum(roles),
      /** The asker said it. */
      yours: z.boolean(),
      at: instantSchema,
      text: z.string(),
      /** What it is said of; empty: of the item as a whole. */
      criterionIds: z.array(idSchema<CriterionId>()),
    }),
  ),
  /** Handed over for countersigning; null where not, and for learners. */
  handOver: z.object({ byName: z.string(), at: instantSchema, note: z.string() }).nullable(),
  version: count,
  /** What the asker may do to this item now, worked out by the rules on the server. */
  may: z.object({
    /** The column they may tick in now; null for none. */
    tick: z.enum(columns).nullable(),
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    finish: z.boolean(),
    return: z.boolean(),
    handOver: z.boolean(),
    comment: z.boolean(),
    /** After a finished review: what an IQA asks action for, which they may confirm again or take back. */
    again: z.array(idSchema<CriterionId>()),
    /** Of these, what they may say is not met. */
    notMet: z.array(idSchema<CriterionId>()),
    /** Criteria that accepting all ticks of this column would add now; empty: hide the link. */
    acceptLearner: z.array(idSchema<CriterionId>()),
    acceptTrainee: z.array(idSchema<CriterionId>()),
    /** The accept-all they may undo now (R10); null for none. */
    undo: z.object({ sequence: count, count }).nullable(),
  }),
});
export type EvidenceView = z.output<typeof evidenceViewSchema>;

/** The answer to an accept-all: the item as it is now, and what differed from what was shown (R4). */
export const acceptedViewSchema = z.object({
  evidence: evidenceViewSchema,
  accepted: z.array(idSchema<CriterionId>()),
  noLongerTicked: z.array(idSchema<CriterionId>()),
  notShown: z.array(idSchema<CriterionId>()),
  alreadyDecided: z.array(idSchema<CriterionId>()),
});
export type AcceptedView = z.output<typeof acceptedViewSchema>;
