import type { Evidence, Feedback, Reopening, Tick, Ticks } from '../../../shared/domain/evidence.ts';
import {
  type ContextId,
  type CriterionId,
  type EnrolmentId,
  type EvidenceId,
  type PersonId,
  parseId,
  type QualificationId,
  type TenantId,
} from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { learnerId, personIn } from './people.ts';

/** A minute of one morning: `at(5)` is five past nine. */
export const at = (minute: number): Instant => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();

/** Criterion ids of unit 201: `criteria('1.1', '1.2')`. */
export const criteria = (...refs: readonly string[]): CriterionId[] =>
  refs.map((ref) => parseId<CriterionId>(`201/${ref}`));

/** A criterion id of unit 201. */
export const criterion = (ref: string): CriterionId => parseId<CriterionId>(`201/${ref}`);

export const aTick = (ref: string, byId: PersonId, moment: Instant = at(0)): Tick => ({
  criterionId: criterion(ref),
  byId,
  at: moment,
});

/** The three columns by criterion refs, each ticked by the usual person of its role. */
export const ticks = (
  columns: { learner?: readonly string[]; trainee?: readonly string[]; assessor?: readonly string[] } = {},
  moment: Instant = at(0),
): Ticks => ({
  learner: (columns.learner ?? []).map((ref) => aTick(ref, learnerId, moment)),
  trainee: (columns.trainee ?? []).map((ref) => aTick(ref, personIn.traineeAssessor, moment)),
  assessor: (columns.assessor ?? []).map((ref) => aTick(ref, personIn.assessor, moment)),
});

export const aReopening = (ref: string, moment: Instant = at(30)): Reopening => ({
  criterionId: criterion(ref),
  byId: personIn.iqa,
  at: moment,
});

export const aFeedback = (outcome: Feedback['outcome'], moment: Instant = at(20)): Feedback => ({
  byId: personIn.assessor,
  at: moment,
  text: 'A clear account. Say more about what the customer asked for.',
  outcome,
});

/** A submitted evidence item of Ana's without ticks, unless a test says otherwise. */
export const anEvidence = (given: Partial<Evidence> = {}): Evidence => ({
  id: parseId<EvidenceId>('evidence-1'),
  tenantId: parseId<TenantId>('tenant-1'),
  contextId: parseId<ContextId>('context-1'),
  enrolmentId: parseId<EnrolmentId>('enrolment-1'),
  learnerId,
  madeById: null,
  handOver: null,
  qualificationId: parseId<QualificationId>('qualification-1'),
  title: 'Morning on the front desk',
  method: 'observation',
  narrative: 'I greeted customers and answered their questions.',
  attachments: [],
  links: [],
  status: 'submitted',
  ticks: ticks(),
  reopenings: [],
  samples: [],
  feedback: [],
  history: [],
  createdAt: at(0),
  updatedAt: at(10),
  submittedAt: at(10),
  version: 1,
  ...given,
});
