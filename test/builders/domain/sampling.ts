import fc from 'fast-check';
import { type Method, methods } from '../../../shared/domain/evidence.ts';
import {
  type CriterionId,
  type EnrolmentId,
  type EvidenceId,
  type PersonId,
  parseId,
} from '../../../shared/domain/ids.ts';
import type { SampleReview } from '../../../shared/domain/sample-reviews.ts';
import { type SamplingPlan, usualPlan } from '../../../shared/domain/sampling-plan.ts';
import { at } from './evidence.ts';

export const person = (id: string): PersonId => parseId<PersonId>(id);

/** A plan that names nobody and nothing, unless a test says otherwise. */
export const aPlan = (given: Partial<SamplingPlan> = {}): SamplingPlan => ({ ...usualPlan, ...given });

type Given = {
  readonly id: string;
  readonly assessor?: string;
  readonly learner?: string;
  readonly method?: Method;
  /** "201/1.1"; with a "+" behind it where it is sampled, with a "!" where it was confirmed again after an action. */
  readonly criteria?: readonly string[];
  readonly minute?: number;
};

/** One assessor's confirmations on one item. */
export const aReview = ({
  id,
  assessor = 'tessa',
  learner = 'ana',
  method = 'observation',
  criteria = ['201/1.1'],
  minute = 0,
}: Given): SampleReview => ({
  evidenceId: parseId<EvidenceId>(id),
  enrolmentId: parseId<EnrolmentId>(`enrolment-${learner}`),
  learnerId: person(learner),
  assessorId: person(assessor),
  title: `Evidence ${id}`,
  method,
  confirmations: criteria.map((text) => {
    const criterionId = parseId<CriterionId>(text.replace(/[+!]/, ''));
    return {
      criterionId,
      unitRef: criterionId.split('/')[0] ?? '',
      at: at(minute),
      sampled: text.endsWith('+'),
      again: text.endsWith('!'),
    };
  }),
});

const anyCriterion = fc.constantFrom('201/1.1', '201/1.2', '201/2.1', '202/1.1', '203/1.1');
const anyAssessor = fc.constantFrom('tessa', 'toni', 'theo');

/** Reviews of three assessors by any method on three units, sampled in parts. */
export const anyReviews: fc.Arbitrary<SampleReview[]> = fc
  .array(
    fc.record({
      assessor: anyAssessor,
      learner: fc.constantFrom('ana', 'ben', 'cas'),
      method: fc.constantFrom(...methods),
      criteria: fc.uniqueArray(fc.tuple(anyCriterion, fc.constantFrom('', '', '', '+', '!')), {
        minLength: 1,
        selector: ([id]) => id,
      }),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    { maxLength: 25 },
  )
  .map((some) =>
    some.map(({ criteria, ...given }, place) =>
      aReview({ ...given, id: `evidence-${place}`, criteria: criteria.map((parts) => parts.join('')) }),
    ),
  );

const percent = fc.integer({ min: 0, max: 100 });
export const anyPlan: fc.Arbitrary<SamplingPlan> = fc.record({
  percent,
  assessors: fc.uniqueArray(fc.record({ assessorId: anyAssessor.map(person), percent }), {
    selector: (each) => each.assessorId,
  }),
  methods: fc.uniqueArray(fc.record({ method: fc.constantFrom(...methods), percent }), {
    selector: (each) => each.method,
  }),
  units: fc.uniqueArray(fc.record({ unitRef: fc.constantFrom('201', '202', '203'), percent }), {
    selector: (each) => each.unitRef,
  }),
  newAssessor: fc.record({ months: fc.integer({ min: 1, max: 60 }), confirmations: fc.integer({ min: 1, max: 50 }) }),
});
export const anyNewcomers = fc.subarray(['tessa', 'toni', 'theo']).map((ids) => new Set(ids.map(person)));
