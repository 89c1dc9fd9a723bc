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

/** HTTP status and the words on screen: what happened and what to do next. */
export const errorTexts: Readonly<Record<ErrorCode, { readonly status: number; readonly message: string }>> = {
  notYourEvidence: { status: 403, message: 'This evidence belongs to somebody else. Only its learner can change it.' },
  notYourColumn: { status: 403, message: 'You can tick in your own column only.' },
  ownEvidence: { status: 403, message: 'This is your own evidence, so another assessor has to decide on it.' },
  evidenceNotSubmitted: { status: 409, message: 'This evidence is not submitted, so there is nothing to decide yet.' },
  evidenceLocked: {
    status: 409,
    message: 'This evidence is closed: its review is finished, or it was withdrawn. Add new evidence instead.',
  },
  unknownCriterion: {
    status: 422,
    message: 'One of these criteria is not in the units chosen. Reload to see the current units.',
  },
  nothingTicked: { status: 422, message: 'Tick at least one criterion that this evidence meets, then submit it.' },
  nothingToAccept: { status: 409, message: 'There is nothing left to accept here. Somebody may have just done it.' },
  undoTooLate: {
    status: 409,
    message: 'This cannot be undone any more, because the evidence changed since. Untick the criteria by hand.',
  },
  feedbackMissing: { status: 422, message: 'Say what the learner should do next, then return the evidence.' },
  ownConfirmation: {
    status: 403,
    message: 'You made one of these confirmations yourself, so another IQA has to sample it. Choose the others only.',
  },
  sampleFeedbackMissing: { status: 422, message: 'Say what the assessor should do about it, then record the sample.' },
  notReopened: {
    status: 409,
    message: 'Only what an IQA reopened on a finished review can be marked not met. Reload to see what is open now.',
  },
  reasonMissing: { status: 422, message: 'Say what is missing, so that the learner knows what to offer.' },
  recordedByStaff: {
    status: 409,
    message: 'An assessor recorded this, so there is nothing for the learner to change. Finish the review instead.',
  },
  roleNotAllowed: {
    status: 403,
    message: 'Your role here does not allow this. A centre manager can change your role.',
  },
  badRequest: { status: 400, message: 'This request was not understood. Reload the page and try again.' },
  sessionMissing: { status: 401, message: 'Open Countersign from your course again.' },
  sessionEnded: {
    status: 401,
    message: 'Your session has ended. Open Countersign from your course again; nothing you saved is lost.',
  },
  pairingEnded: {
    status: 401,
    message:
      'This browser is not connected any more. Open Countersign in your course, then Extension, and connect it again.',
  },
  pairingRefused: {
    status: 403,
    message: 'Connecting took too long, or was begun in another browser. Open the extension and begin again there.',
  },
  notFound: { status: 404, message: 'This is not here any more, or it is not yours to see. Go back and choose again.' },
  conflict: {
    status: 409,
    message: 'Somebody changed this at the same time. Reload to see their change, then try again.',
  },
  tooLarge: { status: 413, message: 'This is too large. A file can have up to 100 MB.' },
  tooManyRequests: { status: 429, message: 'Too many requests at once. Wait a minute, then try again.' },
  mediaTypeRefused: {
    status: 415,
    message: 'This kind of content is not accepted here. Send the file as it is, or reload the page.',
  },
  qualificationMissing: {
    status: 409,
    message: 'No qualification has been chosen for this activity yet. Its teacher can choose one here.',
  },
  lastManager: {
    status: 409,
    message: 'This is the last centre manager here. Choose another manager first.',
  },
  notAnAssessor: {
    status: 409,
    message: 'Somebody you chose is no assessor here any more. Reload to see who is.',
  },
  tooManyAssessors: {
    status: 409,
    message: 'A learner can have up to 10 assessors. Reload to see who they are, and take one away.',
  },
  qualificationExists: {
    status: 409,
    message:
      'The centre has this number and version already. Give a changed specification another version and try again.',
  },
  fileNotUnderstood: { status: 422, message: 'This file has faults. Correct them, then choose the file again.' },
  keyReused: {
    status: 422,
    message: 'This was sent before with something else in it. Reload the page and try again.',
  },
  stillRunning: {
    status: 409,
    message: 'What you did is still being saved. Wait a moment, then try again; nothing is done twice.',
  },
  offsetMismatch: {
    status: 409,
    message: 'A part of this file arrived already, or is missing. Try again, and it goes on where it stopped.',
  },
  uploadIncomplete: {
    status: 409,
    message: 'Not all of this file has arrived yet. Try again, and it goes on where it stopped.',
  },
  internal: {
    status: 500,
    message: 'Something went wrong on our side. Try again; if it stays, tell your centre the request number.',
  },
  unavailable: {
    status: 503,
    message: 'Countersign cannot reach its database. What you did is not saved yet; try again in a minute.',
  },
};
