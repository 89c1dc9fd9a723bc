import type { qualityOperations } from '../../shared/api/quality-operations.ts';
import { roles } from '../../shared/domain/roles.ts';
import { changeSamplingPlan } from '../use-cases/quality/change-sampling-plan.ts';
import { sampleEvidence } from '../use-cases/quality/sample-evidence.ts';
import { sayNotMet } from '../use-cases/quality/say-not-met.ts';
import { viewCriterionHistory } from '../use-cases/quality/view-criterion-history.ts';
import { viewEnrolmentRecord } from '../use-cases/quality/view-enrolment-record.ts';
import { viewQualityActions } from '../use-cases/quality/view-quality-actions.ts';
import { viewSampling } from '../use-cases/quality/view-sampling.ts';
import { samplingReview, viewSamplingReview } from '../use-cases/quality/view-sampling-review.ts';
import { evidenceView } from '../use-cases/view-evidence.ts';
import type { Handler } from './handler.ts';

const iqa = ['iqa'] as const;
const watchers = ['iqa', 'eqa', 'manager'] as const;
const staff = ['traineeAssessor', 'assessor', ...watchers] as const;

/** Sampling and the history of criteria. An EQA reads all of it and changes none. */
export const qualityHandlers: { readonly [Name in keyof typeof qualityOperations]: Handler<Name> } = {
  sampling: { roles: watchers, run: (deps, { principal }) => viewSampling(deps, principal) },
  changeSamplingPlan: {
    roles: iqa,
    run: async (deps, { principal, body }) => {
      await changeSamplingPlan(deps, principal, body);
      return viewSampling(deps, principal);
    },
  },
  qualityActions: { roles: staff, run: (deps, { principal }) => viewQualityActions(deps, principal) },
  samplingReview: {
    roles: watchers,
    run: (deps, { principal, params }) => viewSamplingReview(deps, principal, params.evidenceId),
  },
  sampleEvidence: {
    roles: iqa,
    run: async (deps, { principal, params, body }) => {
      const { item, result } = await sampleEvidence(deps, principal, params.evidenceId, body);
      const count = (outcome: string) => result.sampled.filter((each) => each.outcome === outcome).length;
      return {
        accepted: count('accepted'),
        actionRequired: count('actionRequired'),
        differed: result.differed,
        review: await samplingReview(deps, principal, item),
      };
    },
  },
  sayNotMet: {
    roles: ['assessor'],
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await sayNotMet(deps, principal, params.evidenceId, body)),
  },
  enrolmentRecord: {
    roles: watchers,
    run: (deps, { principal, params }) => viewEnrolmentRecord(deps, principal, params.enrolmentId),
  },
  criterionHistory: {
    roles,
    run: (deps, { principal, params }) => viewCriterionHistory(deps, principal, params.enrolmentId, params.criterionId),
  },
};
