import type { ErrorCode } from '../../shared/api/errors.ts';
import type { RouteName } from '../../shared/api/routes.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { EvidenceState, Target } from './target.ts';

/** Who may call one operation. Written down apart from the code that enforces it, so that one checks the other. */
export type Rule = {
  readonly may: readonly Role[];
  readonly body?: (target: Target) => unknown;
  /** A body that names things by id: with those of elsewhere it must be refused, or change nothing. */
  readonly strangers?: true;
  readonly evidence?: EvidenceState;
  /** A "no" for another reason than who asks, where the right answer here is one. */
  readonly otherwise?: ErrorCode;
};

const learner = ['learner'] as const;
const assessor = ['assessor'] as const;
const manager = ['manager'] as const;
const makers = ['learner', 'traineeAssessor', 'assessor'] as const;
const assessing = ['traineeAssessor', 'assessor'] as const;
const staff = ['traineeAssessor', 'assessor', 'iqa', 'manager', 'eqa'] as const;
const everybody = ['learner', ...staff] as const;
const choosers = ['traineeAssessor', 'assessor', 'iqa', 'manager'] as const;
const waitedFor = ['learner', 'traineeAssessor', 'assessor'] as const;
const scoreWatchers = ['assessor', 'manager'] as const;

const iqa = ['iqa'] as const;
const samplingWatchers = ['iqa', 'eqa', 'manager'] as const;

const plan = {
  ...{ percent: 30, assessors: [], methods: [], units: [{ unitRef: '201', percent: 50 }] },
  newAssessor: { months: 3, confirmations: 10 },
};
const wording = { title: 'A call', method: 'observation', narrative: 'I listened.', links: [] };
const feedback = { feedback: 'Show how you closed the call.' };
const otherSettings = {
  version: 99,
  roleMapping: { instructor: 'traineeAssessor', assessorsMustBeNamed: false, groups: [] },
  evidenceNeeded: { centre: 1, qualifications: [] },
};
const specification = { text: 'unit_ref,unit_title,criterion_ref,criterion_text', details: {} };
const theLearner = ({ enrolmentId }: Target) => [enrolmentId];

/** Every route has a rule: one without does not compile, and fails the test. */
export const rules: { readonly [Name in RouteName]: Rule } = {
  me: { may: everybody },
  endSession: { may: everybody },
  qualificationChoices: { may: choosers },
  chooseQualification: { may: choosers, body: () => ({ number: '601/3562/1', version: '1' }), otherwise: 'notFound' },
  qualification: { may: everybody },
  enrolment: { may: everybody },
  evidenceOfEnrolment: { may: everybody },
  createEvidence: { may: learner, body: () => wording },
  evidence: { may: everybody },
  // Assessors change what they recorded themselves, and nothing else.
  editEvidence: { may: makers, body: () => ({ title: 'Another title' }), otherwise: 'notYourEvidence' },
  changeTicks: {
    may: ['learner', 'traineeAssessor', 'assessor'],
    body: () => ({ tick: ['201/1.2'], untick: [] }),
  },
  submitEvidence: { may: learner, evidence: 'draft' },
  withdrawEvidence: { may: makers, otherwise: 'notYourEvidence' },
  acceptAll: {
    may: ['traineeAssessor', 'assessor'],
    body: () => ({ of: 'learner', shown: ['201/1.1'] }),
  },
  undoAcceptAll: {
    may: ['traineeAssessor', 'assessor'],
    evidence: 'acceptedAll',
    body: ({ sequence }) => ({ sequence }),
    // Accepted by somebody else than the asker.
    otherwise: 'undoTooLate',
  },
  finishReview: { may: assessor, body: () => feedback },
  returnEvidence: { may: assessor, body: () => feedback },
  recordEvidence: { may: assessing, body: () => wording },
  handOver: { may: ['traineeAssessor'], body: () => ({ note: 'Look at 1.1.' }) },
  // Who samples speaks to the assessor, with the sample.
  addComment: { may: makers, body: () => ({ text: 'I did it on Monday.' }) },
  traineeWork: { may: ['traineeAssessor'] },
  startUpload: { may: makers, body: () => ({ name: 'a.txt', size: 4 }), otherwise: 'notYourEvidence' },
  // An upload is there for nobody but the person who started it: the learner.
  // Everybody sees their own, so others see none.
  uploads: { may: makers, evidence: 'uploading' },
  upload: { may: makers, evidence: 'uploading', otherwise: 'notFound' },
  uploadPart: { may: makers, evidence: 'uploading', otherwise: 'notFound' },
  finishUpload: { may: makers, evidence: 'uploading', otherwise: 'notFound' },
  cancelUpload: { may: makers, evidence: 'uploading', otherwise: 'notFound' },
  attachment: { may: everybody },
  removeAttachment: { may: makers, otherwise: 'notYourEvidence' },
  caseload: { may: staff },
  matrix: { may: staff },
  scores: { may: scoreWatchers },
  scoreRecords: { may: ['learner', 'assessor', 'manager', 'iqa', 'eqa'] },
  publishScores: { may: scoreWatchers, strangers: true, body: (target) => ({ enrolmentIds: theLearner(target) }) },
  checkScores: { may: scoreWatchers },
  chooseGrades: {
    may: manager,
    strangers: true,
    body: (target) => ({ enrolmentIds: theLearner(target), keep: 'theirs' }),
  },
  pausePublishing: { may: manager, body: () => ({ paused: false }) },
  chooseScoreColumns: { may: manager, body: () => ({ columns: 'one' }) },
  extensionTokens: { may: waitedFor },
  offerPairing: { may: waitedFor, body: () => ({ challenge: 'c'.repeat(43), label: 'Firefox on Linux' }) },
  // A token is a person's own: what others may not do with it is in the tests of pairing.
  revokeExtensionToken: { may: waitedFor, otherwise: 'notFound' },
  people: { may: manager },
  changeRole: { may: manager, body: () => ({ role: 'learner' }) },
  caseloads: { may: manager },
  assignLearners: {
    may: manager,
    strangers: true,
    body: (target) => ({ enrolmentIds: theLearner(target), add: [], remove: [] }),
  },
  centreSettings: { may: manager },
  // Of settings that are not the ones shown.
  changeCentreSettings: { may: manager, body: () => otherSettings, otherwise: 'conflict' },
  centreQualifications: { may: manager },
  previewQualification: { may: manager, body: () => specification },
  importQualification: { may: manager, body: () => specification, otherwise: 'fileNotUnderstood' },
  connection: { may: manager },
  centreRecord: { may: ['iqa', 'manager', 'eqa'] },
  holdingBack: { may: staff },
  criterion: { may: everybody },
  sampling: { may: samplingWatchers },
  // Somebody may have changed the plan since.
  changeSamplingPlan: { may: iqa, body: () => ({ version: 0, plan }), otherwise: 'conflict' },
  qualityActions: { may: staff },
  samplingReview: { may: samplingWatchers },
  sampleEvidence: {
    may: iqa,
    evidence: 'acceptedAll',
    body: ({ criterionId, confirmedAt }) => ({
      confirmations: [{ criterionId, confirmedAt, outcome: 'actionRequired' }],
      feedback: 'Ask how.',
    }),
  },
  sayNotMet: {
    may: assessor,
    evidence: 'reopened',
    body: ({ criterionId }) => ({ criterionIds: [criterionId], reason: 'The call is not there.' }),
  },
  enrolmentRecord: { may: samplingWatchers },
  criterionHistory: { may: everybody },
};
