import type { Lms } from '../lms.ts';
import { loginHintOf } from '../world/manner.ts';
import type { Person } from '../world/world.ts';
import type { PendingLaunch } from './launch-hints.ts';
import { submittedAddress } from './message-claims.ts';

/** Name of the hidden frame that answers platform storage messages. */
export const STORAGE_FRAME = 'post_message_forwarding';

/**
 * The fields posted to the tool's login address.
 * https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 */
export function loginFields(lms: Lms, person: Person, launch: PendingLaunch): Record<string, string> {
  const { activity } = launch;
  const common = {
    iss: lms.issuer,
    target_link_uri: submittedAddress(lms, launch) ?? lms.tool.launchUrl,
    login_hint: loginHintOf(lms.manner, person),
    lti_message_hint: lms.hints.issue(launch),
    client_id: activity.clientId,
    lti_deployment_id: activity.deploymentId,
  };
  if (lms.manner === 'moodle') return common;
  return {
    ...common,
    deployment_id: activity.deploymentId,
    canvas_environment: 'prod',
    canvas_region: 'not_configured',
    lti_storage_target: STORAGE_FRAME,
  };
}
