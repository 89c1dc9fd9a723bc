import { type DenialCode, denialCodes } from '../domain/decision.ts';

/** Codes that are not a rule's "no". */
const otherCodes = [
  'badRequest',
  'sessionMissing',
  'sessionEnded',
  'pairingEnded',
  'pairingRefused',
  'notFound',
  'conflict',
  'tooLarge',
  'tooManyRequests',
  'mediaTypeRefused',
  'qualificationMissing',
  'lastManager',
  'notAnAssessor',
  'tooManyAssessors',
  'qualificationExists',
  'fileNotUnderstood',
  'internal',
  'unavailable',
  'keyReused',
  'stillRunning',
  'offsetMismatch',
  'uploadIncomplete',
] as const;

/** Every code an API error can carry. Screens switch on the code, never on the message. */
export const errorCodes = [...denialCodes, ...otherCodes] as const;
export type ErrorCode = DenialCode | (typeof otherCodes)[number];

/** The one shape of an API error. */
export type ApiErrorBody = { readonly code: ErrorCode; readonly message: string; readonly details?: unknown };

/** The HTTP status of each code. The words on screen are `errorTexts` of shared/texts. */
export const errorStatuses: Readonly<Record<ErrorCode, number>> = {
  notYourEvidence: 403,
  notYourColumn: 403,
  ownEvidence: 403,
  evidenceNotSubmitted: 409,
  evidenceLocked: 409,
  unknownCriterion: 422,
  nothingTicked: 422,
  nothingToAccept: 409,
  undoTooLate: 409,
  feedbackMissing: 422,
  ownConfirmation: 403,
  sampleFeedbackMissing: 422,
  notReopened: 409,
  reasonMissing: 422,
  recordedByStaff: 409,
  commentsClosed: 409,
  commentMissing: 422,
  roleNotAllowed: 403,
  badRequest: 400,
  sessionMissing: 401,
  sessionEnded: 401,
  pairingEnded: 401,
  pairingRefused: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooManyRequests: 429,
  mediaTypeRefused: 415,
  qualificationMissing: 409,
  lastManager: 409,
  notAnAssessor: 409,
  tooManyAssessors: 409,
  qualificationExists: 409,
  fileNotUnderstood: 422,
  keyReused: 422,
  stillRunning: 409,
  offsetMismatch: 409,
  uploadIncomplete: 409,
  internal: 500,
  unavailable: 503,
};
