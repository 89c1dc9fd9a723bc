import { z } from 'zod';
import { longestComment } from '../domain/commenting.ts';
import { methods, recordedMethods } from '../domain/evidence.ts';
import type { AttachmentId, CriterionId, EnrolmentId, EvidenceId, QualificationId, UploadId } from '../domain/ids.ts';
import { caseloadViewSchema, matrixViewSchema } from './caseload-views.ts';
import { extensionPanelOperations } from './extension-operations.ts';
import { idSchema } from './ids.ts';
import { managerOperations } from './manager-operations.ts';
import { qualityOperations } from './quality-operations.ts';
import type { routes } from './routes.ts';
import { scoreColumnsSchema, scoreRecordsViewSchema, scoresViewSchema } from './score-views.ts';
import {
  acceptedViewSchema,
  attachmentViewSchema,
  enrolmentViewSchema,
  evidenceSummarySchema,
  evidenceViewSchema,
  linkSchema,
  meViewSchema,
  qualificationChoiceSchema,
  qualificationViewSchema,
} from './views.ts';
import { traineeWorkViewSchema, uploadsViewSchema, uploadViewSchema } from './work-views.ts';

const none = z.object({}).strict();
const enrolmentParams = z.object({ enrolmentId: idSchema<EnrolmentId>() });
const evidenceParams = z.object({ evidenceId: idSchema<EvidenceId>() });
const attachmentParams = evidenceParams.extend({ attachmentId: idSchema<AttachmentId>() });
const uploadParams = evidenceParams.extend({ uploadId: idSchema<UploadId>() });
const criterionIds = z.array(idSchema<CriterionId>()).max(2000);
/** Null: all of the context. */
const enrolmentIds = z.array(idSchema<EnrolmentId>()).max(5000).nullable();
const counted = z.object({ count: z.number().int().nonnegative() });
const feedback = z.string().trim().max(10_000);

const wording = z
  .object({
    title: z.string().trim().min(1).max(200),
    method: z.enum(methods),
    narrative: z.string().max(50_000),
    links: z.array(linkSchema).max(50),
  })
  .strict();

/** Parameters, body and reply of every API operation: the type on both sides of the wire. */
export const operations = {
  me: { params: none, body: none, reply: meViewSchema },
  endSession: { params: none, body: none, reply: none },
  qualificationChoices: { params: none, body: none, reply: z.object({ choices: z.array(qualificationChoiceSchema) }) },
  chooseQualification: {
    params: none,
    body: z.object({ number: z.string().min(1).max(40), version: z.string().max(40) }).strict(),
    reply: meViewSchema,
  },
  qualification: {
    params: z.object({ qualificationId: idSchema<QualificationId>() }),
    body: none,
    reply: qualificationViewSchema,
  },
  enrolment: { params: enrolmentParams, body: none, reply: enrolmentViewSchema },
  evidenceOfEnrolment: {
    params: enrolmentParams,
    body: none,
    reply: z.object({ items: z.array(evidenceSummarySchema) }),
  },
  createEvidence: { params: enrolmentParams, body: wording, reply: evidenceViewSchema },
  evidence: { params: evidenceParams, body: none, reply: evidenceViewSchema },
  editEvidence: { params: evidenceParams, body: wording.partial(), reply: evidenceViewSchema },
  changeTicks: {
    params: evidenceParams,
    body: z.object({ tick: criterionIds, untick: criterionIds }).strict(),
    reply: evidenceViewSchema,
  },
  submitEvidence: {
    params: evidenceParams,
    /** A word to the assessor, such as what changed since it was returned. */
    body: z.object({ message: feedback.optional() }).strict(),
    reply: evidenceViewSchema,
  },
  withdrawEvidence: { params: evidenceParams, body: none, reply: evidenceViewSchema },
  acceptAll: {
    params: evidenceParams,
    /** `among`: the criteria of the one unit or outcome asked about; all without. */
    body: z
      .object({ of: z.enum(['learner', 'trainee']), shown: criterionIds, among: criterionIds.optional() })
      .strict(),
    reply: acceptedViewSchema,
  },
  undoAcceptAll: {
    params: evidenceParams,
    body: z.object({ sequence: z.number().int().nonnegative() }).strict(),
    reply: evidenceViewSchema,
  },
  finishReview: { params: evidenceParams, body: z.object({ feedback }).strict(), reply: evidenceViewSchema },
  returnEvidence: { params: evidenceParams, body: z.object({ feedback }).strict(), reply: evidenceViewSchema },
  /** A word in the item's thread, from its learner or whoever assesses it. */
  addComment: {
    params: evidenceParams,
    body: z.object({ text: z.string().trim().min(1).max(longestComment) }).strict(),
    reply: evidenceViewSchema,
  },
  /** An assessor records what they saw or heard, on the learner's behalf. */
  recordEvidence: {
    params: enrolmentParams,
    body: wording.extend({ method: z.enum(recordedMethods) }),
    reply: evidenceViewSchema,
  },
  handOver: { params: evidenceParams, body: z.object({ note: feedback }).strict(), reply: evidenceViewSchema },
  traineeWork: { params: none, body: none, reply: traineeWorkViewSchema },
  /** Announces a file; its bytes come by uploadPart. */
  startUpload: {
    params: evidenceParams,
    body: z
      .object({
        name: z.string().trim().min(1).max(200),
        size: z.number().int().nonnegative(),
        /** When the file was last changed, in milliseconds since 1970: the same file again goes on where it stopped. */
        modifiedAt: z.number().int().optional(),
      })
      .strict(),
    reply: uploadViewSchema,
  },
  uploads: { params: evidenceParams, body: none, reply: uploadsViewSchema },
  upload: { params: uploadParams, body: none, reply: uploadViewSchema },
  finishUpload: { params: uploadParams, body: none, reply: evidenceViewSchema },
  cancelUpload: { params: uploadParams, body: none, reply: none },
  removeAttachment: { params: attachmentParams, body: none, reply: evidenceViewSchema },
  caseload: { params: none, body: none, reply: caseloadViewSchema },
  matrix: { params: none, body: none, reply: matrixViewSchema },
  scores: { params: none, body: none, reply: scoresViewSchema },
  scoreRecords: { params: enrolmentParams, body: none, reply: scoreRecordsViewSchema },
  publishScores: { params: none, body: z.object({ enrolmentIds }).strict(), reply: counted },
  /** Asks for a look at the gradebook; what it finds is in `scores` a moment later. */
  checkScores: { params: none, body: none, reply: none },
  chooseGrades: {
    params: none,
    body: z.object({ enrolmentIds, keep: z.enum(['theirs', 'ours']) }).strict(),
    reply: counted,
  },
  pausePublishing: { params: none, body: z.object({ paused: z.boolean() }).strict(), reply: none },
  chooseScoreColumns: { params: none, body: z.object({ columns: scoreColumnsSchema }).strict(), reply: none },
  ...extensionPanelOperations,
  ...managerOperations,
  ...qualityOperations,
} as const satisfies Record<Exclude<keyof typeof routes, 'uploadPart' | 'attachment'>, Operation>;

/** The two operations whose body is a file: its bytes come or go as they are. */
export const fileOperations = {
  /** Body: the bytes of a file from `offset` on, at most twice the upload's `partSize`. */
  uploadPart: {
    params: uploadParams,
    query: z.object({
      offset: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    }),
    reply: uploadViewSchema,
  },
  attachment: { params: attachmentParams, reply: attachmentViewSchema },
} as const;

export type Operation = { readonly params: z.ZodType; readonly body: z.ZodType; readonly reply: z.ZodType };
export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type ParamsOf<Name extends OperationName> = z.output<Operations[Name]['params']>;
export type BodyOf<Name extends OperationName> = z.output<Operations[Name]['body']>;
export type ReplyOf<Name extends OperationName> = z.output<Operations[Name]['reply']>;
