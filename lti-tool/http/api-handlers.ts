import type { OperationName } from '../../shared/api/operations.ts';
import { roles } from '../../shared/domain/roles.ts';
import { createEvidence, detachFile, editEvidence } from '../use-cases/offer-evidence.ts';
import { chooseQualification, listQualificationChoices, viewQualification } from '../use-cases/qualifications.ts';
import { finishReview, returnEvidence, submitEvidence, withdrawEvidence } from '../use-cases/review-evidence.ts';
import { acceptAll, changeTicks, undoAcceptAll } from '../use-cases/tick-evidence.ts';
import { viewCaseload, viewMatrix } from '../use-cases/view-caseload.ts';
import { viewEnrolment } from '../use-cases/view-enrolment.ts';
import { evidenceView, listEvidence, viewEvidence } from '../use-cases/view-evidence.ts';
import { viewMe } from '../use-cases/view-me.ts';
import { extensionHandlers } from './extension-handlers.ts';
import type { Handler } from './handler.ts';
import { managerHandlers } from './manager-handlers.ts';
import { qualityHandlers } from './quality-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';
import { makers, workHandlers } from './work-handlers.ts';

const learner = ['learner'] as const;
const tickers = ['learner', 'traineeAssessor', 'assessor'] as const;
const accepters = ['traineeAssessor', 'assessor'] as const;
const assessor = ['assessor'] as const;
const staff = ['traineeAssessor', 'assessor', 'iqa', 'manager', 'eqa'] as const;
const choosers = ['traineeAssessor', 'assessor', 'iqa', 'manager'] as const;

export const handlers: { readonly [Name in OperationName]: Handler<Name> } = {
  me: { roles, run: (deps, { principal }) => viewMe(deps, principal) },
  endSession: {
    roles,
    run: async ({ stores, crypto }, { token }) => {
      await stores.sessions.remove(crypto.sha256(token));
      return {};
    },
  },
  qualificationChoices: { roles: choosers, run: (deps, { principal }) => listQualificationChoices(deps, principal) },
  chooseQualification: {
    roles: choosers,
    run: async (deps, { principal, body }) => {
      await chooseQualification(deps, principal, body);
      return viewMe(deps, principal);
    },
  },
  qualification: {
    roles,
    run: (deps, { principal, params }) => viewQualification(deps, principal, params.qualificationId),
  },
  enrolment: { roles, run: (deps, { principal, params }) => viewEnrolment(deps, principal, params.enrolmentId) },
  evidenceOfEnrolment: {
    roles,
    run: (deps, { principal, params }) => listEvidence(deps, principal, params.enrolmentId),
  },
  createEvidence: {
    roles: learner,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await createEvidence(deps, principal, params.enrolmentId, body)),
  },
  evidence: { roles, run: (deps, { principal, params }) => viewEvidence(deps, principal, params.evidenceId) },
  editEvidence: {
    roles: makers,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await editEvidence(deps, principal, params.evidenceId, body)),
  },
  changeTicks: {
    roles: tickers,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await changeTicks(deps, principal, params.evidenceId, body)),
  },
  submitEvidence: {
    roles: learner,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await submitEvidence(deps, principal, params.evidenceId, body.message)),
  },
  withdrawEvidence: {
    roles: makers,
    run: async (deps, { principal, params }) =>
      evidenceView(deps, principal, await withdrawEvidence(deps, principal, params.evidenceId)),
  },
  acceptAll: {
    roles: accepters,
    run: async (deps, { principal, params, body }) => {
      const { item, acceptance } = await acceptAll(deps, principal, params.evidenceId, body);
      const { added, ...differences } = acceptance;
      const evidence = await evidenceView(deps, principal, item);
      return { evidence, accepted: added.map((tick) => tick.criterionId), ...differences };
    },
  },
  undoAcceptAll: {
    roles: accepters,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await undoAcceptAll(deps, principal, params.evidenceId, body.sequence)),
  },
  finishReview: {
    roles: assessor,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await finishReview(deps, principal, params.evidenceId, body.feedback)),
  },
  returnEvidence: {
    roles: assessor,
    run: async (deps, { principal, params, body }) =>
      evidenceView(deps, principal, await returnEvidence(deps, principal, params.evidenceId, body.feedback)),
  },
  removeAttachment: {
    roles: makers,
    run: async (deps, { principal, params }) =>
      evidenceView(deps, principal, await detachFile(deps, principal, params.evidenceId, params.attachmentId)),
  },
  caseload: { roles: staff, run: (deps, { principal }) => viewCaseload(deps, principal) },
  matrix: { roles: staff, run: (deps, { principal }) => viewMatrix(deps, principal) },
  ...syncHandlers,
  ...extensionHandlers,
  ...managerHandlers,
  ...qualityHandlers,
  ...workHandlers,
};
