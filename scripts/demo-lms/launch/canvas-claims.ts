import type { Lms } from '../lms.ts';
import { ags, agsScopes, lti } from '../services/vocabulary.ts';
import { onlyLineItemOf } from '../world/gradebook.ts';
import { fullName, roleIn } from '../world/world.ts';
import { customParameters } from './custom-parameters.ts';
import { launchRoles } from './launch-roles.ts';
import type { LaunchSubject } from './launch-subject.ts';

/**
 * The claims of an assignment launch as Canvas's documentation shows them: opaque ids, one hour of life.
 * https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_launch_overview
 */
export function canvasClaims(lms: Lms, subject: LaunchSubject): Record<string, unknown> {
  const { person, course, activity, target, deploymentId } = subject;
  const { sendNames, sendEmail } = lms.world.privacy;
  const iat = Math.floor(lms.now() / 1000);
  const item = onlyLineItemOf(lms.world, activity.id);
  return {
    [`${lti}/claim/message_type`]: 'LtiResourceLinkRequest',
    [`${lti}/claim/version`]: '1.3.0',
    [`${lti}/claim/resource_link`]: {
      id: activity.opaqueId,
      description: activity.description,
      title: activity.title,
    },
    [`${ags}/claim/endpoint`]: {
      ...(item && { lineitem: lms.to.lineItem(item, deploymentId) }),
      scope: agsScopes,
      lineitems: lms.to.lineItems(course, deploymentId),
    },
    aud: subject.clientId,
    azp: subject.clientId,
    [`${lti}/claim/deployment_id`]: deploymentId,
    exp: iat + 3600,
    iat,
    iss: lms.issuer,
    nonce: subject.nonce,
    sub: person.opaqueId,
    [`${lti}/claim/target_link_uri`]: lms.tool.launchUrl,
    ...(sendEmail && { email: person.email }),
    ...(sendNames && { name: fullName(person), given_name: person.givenName, family_name: person.familyName }),
    [`${lti}/claim/lis`]: { person_sourcedid: person.sourcedId, course_offering_sourcedid: course.sourcedId },
    [`${lti}/claim/context`]: {
      id: course.opaqueId,
      label: course.label,
      title: course.title,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [`${lti}/claim/tool_platform`]: {
      guid: `${lms.world.guid}:canvas-lms`,
      name: 'Northfield College',
      version: 'cloud',
      product_family_code: 'canvas',
    },
    [`${lti}/claim/launch_presentation`]: {
      document_target: target,
      return_url: `${lms.to.course(course)}/external_content/success/external_tool_redirect`,
      locale: 'en-GB',
    },
    locale: 'en-GB',
    [`${lti}/claim/roles`]: launchRoles('canvas', roleIn(course, person) ?? 'student'),
    [`${lti}/claim/custom`]: customParameters(lms, subject),
    [`${lti}-nrps/claim/namesroleservice`]: {
      context_memberships_url: lms.to.memberships(course, deploymentId),
      service_versions: ['2.0'],
    },
    [`${lti}/claim/lti11_legacy_user_id`]: person.legacyId,
    'https://www.instructure.com/placement': null,
  };
}
