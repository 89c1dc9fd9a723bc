import type {
  AttachmentId,
  ContextId,
  CriterionId,
  EnrolmentId,
  EvidenceId,
  PersonId,
  QualificationId,
  TenantId,
} from './ids.ts';
import type { Instant } from './instant.ts';
import type { Role } from './roles.ts';

export const methods = [
  'observation',
  'product',
  'witnessTestimony',
  'professionalDiscussion',
  'reflectiveAccount',
  'questioning',
  'recognitionOfPriorLearning',
] as const;
export type Method = (typeof methods)[number];
/** What an assessor may record on a learner's behalf: what they saw, heard or asked themselves. */
export const recordedMethods = ['observation', 'professionalDiscussion', 'questioning', 'witnessTestimony'] as const;

export const evidenceStatuses = ['draft', 'submitted', 'returned', 'assessed', 'withdrawn'] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** The three columns of an evidence item. Only the assessor column holds confirmations. */
export const columns = ['learner', 'trainee', 'assessor'] as const;
export type Column = (typeof columns)[number];

export type Tick = {
  readonly criterionId: CriterionId;
  readonly byId: PersonId;
  readonly at: Instant;
};
export type Ticks = Readonly<Record<Column, readonly Tick[]>>;

export type Attachment = {
  readonly id: AttachmentId;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Sniffed from the content, never taken from the upload's header. */
  readonly mediaType: string;
  /** Address in the content-addressed file store. */
  readonly sha256: string;
  readonly addedAt: Instant;
};
export type Link = { readonly url: string; readonly title: string };
export type Feedback = {
  readonly byId: PersonId;
  readonly at: Instant;
  readonly text: string;
  readonly outcome: 'assessed' | 'returned' | 'notMet';
  /** For `notMet`: what the assessor says it of. */
  readonly criterionIds?: readonly CriterionId[];
};
/** A trainee assessor is done with an item, and asks a qualified assessor to countersign. The note is for staff. */
export type HandOver = { readonly byId: PersonId; readonly at: Instant; readonly note: string };
/** A confirmation that an IQA asked to be looked at again (R9). Lifted when an assessor confirms it again, or says it is not met. */
export type Reopening = { readonly criterionId: CriterionId; readonly byId: PersonId; readonly at: Instant };

export const sampleOutcomes = ['accepted', 'actionRequired'] as const;
export type SampleOutcome = (typeof sampleOutcomes)[number];
/** A confirmation as it was when an IQA sampled it, and what they said of it. */
export type SampledConfirmation = {
  readonly criterionId: CriterionId;
  readonly outcome: SampleOutcome;
  readonly confirmedById: PersonId;
  readonly confirmedAt: Instant;
};
/** One sample of an item: never changed and never removed (R9). */
export type Sample = {
  readonly byId: PersonId;
  readonly at: Instant;
  readonly confirmations: readonly SampledConfirmation[];
  /** To the assessor; empty where nothing was to be said. */
  readonly feedback: string;
};

/** What changed, with what stood before and after (R11). */
export type Change =
  | { readonly kind: 'created'; readonly after: { readonly title: string } }
  | { readonly kind: 'edited'; readonly before: Wording; readonly after: Wording }
  | { readonly kind: 'attached'; readonly after: Attachment }
  | { readonly kind: 'detached'; readonly before: Attachment }
  | {
      readonly kind: 'ticked';
      readonly column: Column;
      readonly added: readonly Tick[];
      readonly removed: readonly Tick[];
    }
  | {
      readonly kind: 'acceptedAll';
      readonly column: Column;
      readonly of: 'learner' | 'trainee';
      readonly added: readonly Tick[];
    }
  | { readonly kind: 'handedOver'; readonly note: string }
  /** A word in the item's thread; nothing else changes. */
  | { readonly kind: 'commented'; readonly text: string }
  | { readonly kind: 'undone'; readonly sequence: number; readonly column: Column; readonly removed: readonly Tick[] }
  | {
      readonly kind: 'status';
      readonly before: EvidenceStatus;
      readonly after: EvidenceStatus;
      /** What was said with it: an assessor's feedback, or the learner's message on sending it. */
      readonly feedback: string;
    }
  /** An assessor agrees with an IQA that these are not met: their confirmations go, and the learner is told why. */
  | {
      readonly kind: 'notMet';
      readonly criterionIds: readonly CriterionId[];
      readonly removed: readonly Tick[];
      readonly reason: string;
    }
  /** The texts of these earlier entries went; `digest` is of what is left of each. */
  | {
      readonly kind: 'erased';
      readonly entries: ReadonlyArray<{ readonly sequence: number; readonly digest: string }>;
    }
  | {
      readonly kind: 'sampled';
      readonly confirmations: readonly SampledConfirmation[];
      readonly feedback: string;
    };
export type Wording = Readonly<Record<string, unknown>>;

export type HistoryEntry = {
  /** 0 for the first entry of an item. */
  readonly sequence: number;
  readonly at: Instant;
  readonly byId: PersonId;
  readonly actingAs: Role;
  readonly origin: Origin;
  readonly change: Change;
  /** Random, and part of the hash: without it the hash says nothing about the texts. It goes when they are erased. */
  readonly salt?: string;
  /** Its texts were erased: `hash` is still the one of the whole entry, and a later entry vouches for the rest. */
  readonly erased?: true;
  /** The act of a client that made this entry, so that a retry of it is known as one; absent where none was named. */
  readonly actId?: string;
  /** Hash of the entry before; the empty string for the first. */
  readonly previousHash: string;
  readonly hash: string;
};

export type Evidence = {
  readonly id: EvidenceId;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly enrolmentId: EnrolmentId;
  readonly learnerId: PersonId;
  /** The assessor who recorded it on the learner's behalf; null for the learner's own work. */
  readonly madeById: PersonId | null;
  readonly qualificationId: QualificationId;
  readonly title: string;
  readonly method: Method;
  readonly narrative: string;
  readonly attachments: readonly Attachment[];
  readonly links: readonly Link[];
  readonly status: EvidenceStatus;
  readonly ticks: Ticks;
  readonly reopenings: readonly Reopening[];
  readonly samples: readonly Sample[];
  readonly feedback: readonly Feedback[];
  /** Since the learner last sent it; null until then. */
  readonly handOver: HandOver | null;
  readonly history: readonly HistoryEntry[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
  /** Grows by one with every write; compare-and-set is on it. */
  readonly version: number;
};

/** Where a change came from (R11). */
export const origins = ['panel', 'extension', 'api', 'system'] as const;
export type Origin = (typeof origins)[number];

/** Who acts, acting as what, from where, when. */
export type Actor = {
  readonly personId: PersonId;
  readonly role: Role;
  readonly origin: Origin;
  /** The act of a client that this is part of. */
  readonly actId?: string;
};

/** The column a role ticks in, or null for a role that never ticks (R1, R2). */
export function columnOf(role: Role): Column | null {
  if (role === 'learner') return 'learner';
  if (role === 'traineeAssessor') return 'trainee';
  return role === 'assessor' ? 'assessor' : null;
}

export const tickedIn = (evidence: Pick<Evidence, 'ticks'>, column: Column): Set<CriterionId> =>
  new Set(evidence.ticks[column].map((tick) => tick.criterionId));

/** The criteria that count: confirmed, and not reopened since (R6). */
export function confirmedIn(evidence: Pick<Evidence, 'ticks' | 'reopenings'>): Set<CriterionId> {
  const reopened = new Set(evidence.reopenings.map((reopening) => reopening.criterionId));
  return new Set(evidence.ticks.assessor.map((tick) => tick.criterionId).filter((id) => !reopened.has(id)));
}

/** The criteria of a submitted item that learner or trainee ticked and no qualified assessor decided yet: the badge's number. */
export function unconfirmedIn(evidence: Pick<Evidence, 'ticks' | 'status'>): Set<CriterionId> {
  if (evidence.status !== 'submitted') return new Set();
  const decided = tickedIn(evidence, 'assessor');
  const offered = [...tickedIn(evidence, 'learner'), ...tickedIn(evidence, 'trainee')];
  return new Set(offered.filter((id) => !decided.has(id)));
}
