import type { Lms } from '../lms.ts';
import type { LaunchSubject } from './launch-subject.ts';
import { messageClaims } from './message-claims.ts';

/** Changes to a launch that a test asks for; a claim set to undefined is left out. */
export interface IdTokenChanges {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
}

/** The signed `id_token` of a launch. https://www.imsglobal.org/spec/security/v1p0/#id-token */
export function idToken(lms: Lms, subject: LaunchSubject, changes: IdTokenChanges = {}): Promise<string> {
  return lms.key.sign({ ...messageClaims(lms, subject), ...changes.claims }, changes.header);
}
