import { addComment } from '../use-cases/comment-on-evidence.ts';
import { recordEvidence } from '../use-cases/offer-evidence.ts';
import { handOver } from '../use-cases/review-evidence.ts';
import { cancelUpload, finishUpload, startUpload, viewUpload, viewUploads } from '../use-cases/uploads/upload-file.ts';
import { evidenceView } from '../use-cases/view-evidence.ts';
import { viewTraineeWork } from '../use-cases/view-trainee-work.ts';
import type { Handler } from './handler.ts';

type WorkOperation =
  | 'recordEvidence'
  | 'handOver'
  | 'addComment'
  | 'traineeWork'
  | 'startUpload'
  | 'upload'
  | 'uploads'
  | 'finishUpload'
  | 'cancelUpload';

const assessing = ['traineeAssessor', 'assessor'] as const;
const trainee = ['traineeAssessor'] as const;
/** A learner and those who assess: whoever may have made an item or speaks of it; the rules say whose it is. */
export const makers = ['learner', 'traineeAssessor', 'assessor'] as const;

/** Recording on a learner's behalf, handing over, comments, and files that come part by part. */
export const workHandlers: { readonly [Name in WorkOperation]: Handler<Name> } = {
  recordEvidence: {
    roles: assessing,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await recordEvidence(deps, principal, params.enrolmentId, body)),
  },
  handOver: {
    roles: trainee,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await handOver(deps, principal, params.evidenceId, body.note)),
  },
  addComment: {
    roles: makers,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await addComment(deps, principal, params.evidenceId, body.text)),
  },
  traineeWork: { roles: trainee, run: (deps, { principal }) => viewTraineeWork(deps, principal) },
  startUpload: {
    roles: makers,
    run: (deps, { principal, params, body }) => startUpload(deps, principal, params.evidenceId, body),
  },
  uploads: { roles: makers, run: (deps, { principal, params }) => viewUploads(deps, principal, params.evidenceId) },
  upload: { roles: makers, run: (deps, { principal, params }) => viewUpload(deps, principal, params) },
  finishUpload: {
    roles: makers,
    run: async (deps, { principal, params }) =>
      evidenceView(deps, principal, await finishUpload(deps, principal, params)),
  },
  cancelUpload: {
    roles: makers,
    run: async (deps, { principal, params }) => {
      await cancelUpload(deps, principal, params);
      return {};
    },
  },
};
