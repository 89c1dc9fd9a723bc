import { z } from 'zod';
import type { ContextId, CriterionId, EvidenceId, ExtensionTokenId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';

const none = z.object({}).strict();
const count = z.number().int().nonnegative();
/** 256 bits as the browser writes them: base64url without padding. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const tokenViewSchema = z.object({
  id: idSchema<ExtensionTokenId>(),
  /** The browser, in words: "Firefox on Linux". */
  label: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type ExtensionTokenView = z.output<typeof tokenViewSchema>;

/** What the panel asks for on behalf of its session's person. */
export const extensionPanelOperations = {
  extensionTokens: { params: none, body: none, reply: z.object({ tokens: z.array(tokenViewSchema) }) },
  /**
   * Makes a one-time code, good for two minutes and for whoever knows the challenge's verifier: the extension that
   * asked. The code is no token, so nothing that sees it pass can use it.
   */
  offerPairing: {
    params: none,
    body: z.object({ challenge: secret, label: z.string().trim().min(1).max(60) }).strict(),
    reply: z.object({ code: z.string() }),
  },
  revokeExtensionToken: {
    params: z.object({ tokenId: idSchema<ExtensionTokenId>() }),
    body: none,
    reply: none,
  },
} as const;

const roleSchema = z.enum(['assessor', 'traineeAssessor', 'learner']);
const address = z.url({ protocol: /^https?$/ }).max(2000);

const pairedSchema = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/),
  tokenId: idSchema<ExtensionTokenId>(),
  expiresAt: instantSchema,
  person: z.string(),
});

const countsSchema = z.object({
  /** Criteria that wait for the person as a qualified assessor, as a trainee assessor. */
  toConfirm: count,
  toAssess: count,
  /** Evidence items that came back to them as a learner. */
  returned: count,
  places: z.array(z.object({ title: z.string(), role: roleSchema, count })),
});
export type ExtensionCounts = z.output<typeof countsSchema>;

const rowSchema = z.object({
  evidenceId: idSchema<EvidenceId>(),
  contextId: idSchema<ContextId>(),
  title: z.string(),
  learner: z.string(),
  /** The learner's number on pages of the LMS; null where it is not known. */
  learnerPageId: z.string().nullable(),
  submittedAt: instantSchema,
  /** Criteria that wait for the asker. */
  waiting: count,
  learnerTicks: count,
  traineeTicks: count,
});

const waitingSchema = z.object({
  person: z.string(),
  expiresAt: instantSchema,
  /** Where the person is, one for each context and qualification. */
  places: z.array(
    z.object({
      contextId: idSchema<ContextId>(),
      title: z.string(),
      role: roleSchema,
      product: z.enum(['moodle', 'canvas']).nullable(),
      /** Where the LMS's pages are: an origin, with a path where the LMS lives below one. */
      lmsUrl: address.nullable(),
      /** The course's number on pages of the LMS. */
      coursePageId: z.string().nullable(),
      /** The activity in the LMS; null where no address of it is known. */
      activityUrl: address.nullable(),
    }),
  ),
  /** Longest waiting first. */
  rows: z.array(rowSchema),
  /** How many rows more there are than `rows` holds. */
  more: count,
  returned: z.array(
    z.object({ evidenceId: idSchema<EvidenceId>(), contextId: idSchema<ContextId>(), title: z.string() }),
  ),
});
export type ExtensionWaiting = z.output<typeof waitingSchema>;

const criterionId = idSchema<CriterionId>();
const namedCriterion = z.object({
  id: criterionId,
  ref: z.string(),
  unitRef: z.string(),
  text: z.string(),
});
const offerSchema = z.object({
  of: z.enum(['learner', 'trainee']),
  /** In the qualification's order. */
  criteria: z.array(namedCriterion.extend({ byName: z.string(), at: instantSchema })),
});
/** All that a prompt for one evidence item says, and nothing else of the item. */
const promptSchema = z.object({
  evidenceId: idSchema<EvidenceId>(),
  contextId: idSchema<ContextId>(),
  title: z.string(),
  learner: z.object({ name: z.string(), givenName: z.string() }),
  context: z.string(),
  role: z.enum(['assessor', 'traineeAssessor']),
  units: z.array(z.object({ ref: z.string(), title: z.string() })),
  offers: z.array(offerSchema),
  /** Criteria that are in the asker's own column already. */
  own: count,
});
export type ExtensionPrompt = z.output<typeof promptSchema>;

const refs = z.array(z.string());
const acceptedSchema = z.object({
  accepted: count,
  /** Refs of what differed from what was shown (R4). */
  noLongerTicked: refs,
  notShown: refs,
  alreadyDecided: refs,
  /** Criteria of this item that still wait for the asker. */
  left: count,
  undo: z.object({ sequence: count, count }).nullable(),
});

export type ExtensionAccepted = z.output<typeof acceptedSchema>;

const evidenceParams = z.object({ evidenceId: idSchema<EvidenceId>() });

/** All that an extension token is good for. Apart from `pair` every call carries it. */
export const extensionOperations = {
  pair: { params: none, body: z.object({ code: secret, verifier: secret }).strict(), reply: pairedSchema },
  counts: { params: none, body: none, reply: countsSchema },
  waiting: { params: none, body: none, reply: waitingSchema },
  prompt: { params: evidenceParams, body: none, reply: promptSchema },
  accept: {
    params: evidenceParams,
    body: z.object({ of: z.enum(['learner', 'trainee']), shown: z.array(criterionId).min(1).max(2000) }).strict(),
    reply: acceptedSchema,
  },
  undo: { params: evidenceParams, body: z.object({ sequence: count }).strict(), reply: none },
  unpair: { params: none, body: none, reply: none },
} as const;
export type ExtensionOperationName = keyof typeof extensionOperations;
export type ExtensionReply<Name extends ExtensionOperationName> = z.output<(typeof extensionOperations)[Name]['reply']>;
