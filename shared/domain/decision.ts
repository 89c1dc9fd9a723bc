import type { Role } from './roles.ts';

/** Why a rule said no. The code is the API's error code and picks the text on screen (R12). */
export const denialCodes = [
  'notYourEvidence',
  'notYourColumn',
  'ownEvidence',
  'evidenceNotSubmitted',
  'evidenceLocked',
  'unknownCriterion',
  'nothingTicked',
  'nothingToAccept',
  'undoTooLate',
  'feedbackMissing',
  'ownConfirmation',
  'sampleFeedbackMissing',
  'recordedByStaff',
  'notReopened',
  'reasonMissing',
  'commentsClosed',
  'commentMissing',
  'roleNotAllowed',
] as const;
export type DenialCode = (typeof denialCodes)[number];

/** R12: a rule answers with this, never with a boolean. */
export type Decision = Allowed | Denied;
export type Allowed = { readonly allowed: true };
export type Denied = { readonly allowed: false; readonly code: DenialCode };

export const allowed: Allowed = { allowed: true };
export const denied = (code: DenialCode): Denied => ({ allowed: false, code });

/** The first "no" of several rules, else "yes". Rules are thunks, so that a later rule may rely on an earlier one. */
export function all(...rules: ReadonlyArray<() => Decision>): Decision {
  for (const rule of rules) {
    const decision = rule();
    if (!decision.allowed) return decision;
  }
  return allowed;
}

export const mustBe = (role: Role, roles: readonly Role[]): Decision =>
  roles.includes(role) ? allowed : denied('roleNotAllowed');
