import type { ErrorCode } from '../../api/errors.ts';

/** What an error of the API means to whoever meets it: what happened, and what to do next. */
export const errorTexts: Readonly<Record<ErrorCode, string>> = {
  notYourEvidence: 'This evidence belongs to somebody else. Only its learner can change it.',
  notYourColumn: 'You can tick in your own column only.',
  ownEvidence: 'This is your own evidence, so another assessor has to decide on it.',
  evidenceNotSubmitted: 'This evidence is not submitted, so there is nothing to decide yet.',
  evidenceLocked: 'This evidence is closed: its review is finished, or it was withdrawn. Add new evidence instead.',
  unknownCriterion: 'One of these criteria is not in the units chosen. Reload to see the current units.',
  nothingTicked: 'Tick at least one criterion that this evidence meets, then submit it.',
  nothingToAccept: 'There is nothing left to accept here. Somebody may just have done it.',
  undoTooLate: 'This can no longer be undone, because the evidence has changed since. Untick the criteria by hand.',
  feedbackMissing: 'Say what the learner should do next, then return the evidence.',
  ownConfirmation:
    'You made one of these confirmations yourself, so another IQA has to sample it. Choose only the others.',
  sampleFeedbackMissing: 'Say what the assessor should do about it, then record the sample.',
  notReopened: 'Only what an IQA reopened on a finished review can be marked not met. Reload to see what is open now.',
  reasonMissing: 'Say what is missing, so that the learner knows what to offer.',
  recordedByStaff:
    'An assessor recorded this, so there is nothing for the learner to change. Finish the review instead.',
  commentsClosed:
    'Comments are for evidence that was submitted and not withdrawn. Submit it first, or add new evidence.',
  commentMissing: 'Say something in your comment, then send it.',
  roleNotAllowed: 'Your role here does not allow this. A centre manager can change your role.',
  badRequest: 'This request was not understood. Reload the page and try again.',
  sessionMissing: 'You are not signed in here. Open Countersign from your course again.',
  sessionEnded: 'Your session has ended. Open Countersign from your course again; nothing you saved is lost.',
  pairingEnded:
    'This browser is not connected any more. Open Countersign in your course, then Extension, and connect it again.',
  pairingRefused:
    'Connecting took too long, or was begun in another browser. Open the extension and begin again there.',
  notFound: 'This is not here any more, or it is not yours to see. Go back and choose again.',
  conflict: 'Somebody changed this at the same time. Reload to see their change, then try again.',
  tooLarge: 'This is too large. A file can have up to 100 MB.',
  tooManyRequests: 'Too many requests at once. Wait a minute, then try again.',
  mediaTypeRefused: 'This kind of content is not accepted here. Send the file as it is, or reload the page.',
  qualificationMissing: 'No qualification has been chosen for this activity yet. Its teacher can choose one here.',
  lastManager: 'This is the last centre manager here. Choose another manager first.',
  notAnAssessor: 'Somebody you chose is no longer an assessor here. Reload to see who is.',
  tooManyAssessors: 'A learner can have up to 10 assessors. Reload to see who they are, and take one away.',
  qualificationExists:
    'The centre already has this number and version. Give a changed specification another version and try again.',
  fileNotUnderstood: 'This file has faults. Correct them, then choose the file again.',
  keyReused: 'This was sent before with something else in it. Reload the page and try again.',
  stillRunning: 'What you did is still being saved. Wait a moment, then try again; nothing is done twice.',
  offsetMismatch: 'A part of this file has already arrived, or is missing. Try again, and it goes on where it stopped.',
  uploadIncomplete: 'Not all of this file has arrived yet. Try again, and it goes on where it stopped.',
  internal: 'Something went wrong on our side. Try again; if it keeps happening, tell your centre the request number.',
  unavailable: 'Countersign cannot reach its database. What you did is not saved yet; try again in a minute.',
};

/** Where no answer came at all. */
export const connectionTexts = {
  lost: 'You are offline, or Countersign is not answering. Nothing is lost: try again in a moment.',
};
