import type { Lms } from '../lms.ts';
import { canvasClaims } from './canvas-claims.ts';
import type { LaunchSubject } from './launch-subject.ts';
import { moodleClaims } from './moodle-claims.ts';

/** Changes to a launch that a test asks for; a claim set to undefined is left out. */
export interface IdTokenChanges {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
}

/** The signed `id_token` of a launch. https://www.imsglobal.org/spec/security/v1p0/#id-token */
export function idToken(lms: Lms, subject: LaunchSubject, changes: IdTokenChanges = {}): Promise<string> {
  const claims = lms.manner === 'canvas' ? canvasClaims(lms, subject) : moodleClaims(lms, subject);
  return lms.key.sign({ ...claims, ...changes.claims }, changes.header);
}
