import type { DenialCode } from '../../shared/domain/decision.ts';

/** Codes of expected failures that are not a rule's "no"; each is an API error code too. */
export type FailureCode =
  | DenialCode
  | 'notFound'
  | 'conflict'
  | 'qualificationMissing'
  | 'sessionMissing'
  | 'sessionEnded'
  | 'pairingEnded'
  | 'pairingRefused'
  | 'tooLarge'
  | 'lastManager'
  | 'notAnAssessor'
  | 'tooManyAssessors'
  | 'qualificationExists'
  | 'fileNotUnderstood'
  | 'keyReused'
  | 'stillRunning'
  | 'offsetMismatch'
  | 'uploadIncomplete';

/** An expected "no": the http edge turns it into the API error of the same code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly details: unknown;
  constructor(code: FailureCode, details?: unknown) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The value, or a `notFound` failure: what is not there and what is not yours look alike. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Failure('notFound');
  return value;
}
