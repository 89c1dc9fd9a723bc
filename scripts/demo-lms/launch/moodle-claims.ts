import { createHash } from 'node:crypto';
import type { Lms } from '../lms.ts';
import { ags, agsScopes, lti } from '../services/vocabulary.ts';
import { onlyLineItemOf } from '../world/gradebook.ts';
import { type Activity, fullName, type Person, roleIn } from '../world/world.ts';
import { customParameters } from './custom-parameters.ts';
import { launchRoles } from './launch-roles.ts';
import type { LaunchSubject } from './launch-subject.ts';

/** The old Basic Outcomes handle, which Moodle still sends with every graded activity. */
export function basicOutcome(lms: Lms, activity: Activity, person: Person, launchId: number): Record<string, string> {
  const data = { instanceid: activity.id, userid: person.id, typeid: activity.deploymentId, launchid: launchId };
  const hash = createHash('sha256')
    .update(`${lms.world.guid}${JSON.stringify(data)}`)
    .digest('hex');
  return {
    lis_result_sourcedid: JSON.stringify({ data, hash }),
    lis_outcome_service_url: `${lms.to.base}/mod/lti/service.php`,
  };
}

function personalClaims(lms: Lms, person: Person): Record<string, unknown> {
  const { sendNames, sendEmail } = lms.world.privacy;
  return {
    ...(sendNames && { given_name: person.givenName, family_name: person.familyName, name: fullName(person) }),
    [`${lti}/claim/ext`]: { ...(sendNames && { user_username: person.username }), lms: 'moodle-2' },
    ...(sendEmail && { email: person.email }),
  };
}

/** The claims of a resource link launch in the shape that Moodle 4.5 sends, times and issuer included. */
export function moodleClaims(lms: Lms, subject: LaunchSubject): Record<string, unknown> {
  const { person, course, activity, target, deploymentId } = subject;
  const iat = Math.floor(lms.now() / 1000);
  const item = onlyLineItemOf(lms.world, activity.id);
  const container = target === 'window' ? 4 : 3;
  const sesskey = createHash('sha256').update(`${lms.world.guid}${person.id}`).digest('hex').slice(0, 10);
  return {
    nonce: subject.nonce,
    iat,
    exp: iat + 60,
    iss: lms.issuer,
    aud: subject.clientId,
    [`${lti}/claim/deployment_id`]: deploymentId,
    [`${lti}/claim/target_link_uri`]: lms.tool.launchUrl,
    sub: person.id,
    [`${lti}/claim/lis`]: { person_sourcedid: person.sourcedId, course_section_sourcedid: course.sourcedId },
    [`${lti}/claim/roles`]: launchRoles('moodle', roleIn(course, person) ?? 'student'),
    [`${lti}/claim/context`]: { id: course.id, label: course.label, title: course.title, type: ['CourseSection'] },
    [`${lti}/claim/message_type`]: 'LtiResourceLinkRequest',
    [`${lti}/claim/resource_link`]: { title: activity.title, description: activity.description, id: activity.id },
    ...(activity.graded && { [`${lti}-bo/claim/basicoutcome`]: basicOutcome(lms, activity, person, iat) }),
    ...personalClaims(lms, person),
    [`${lti}/claim/launch_presentation`]: {
      locale: 'en',
      document_target: target,
      return_url: `${lms.to.base}/mod/lti/return.php?course=${course.id}&launch_container=${container}&instanceid=${activity.id}&sesskey=${sesskey}`,
    },
    [`${lti}/claim/tool_platform`]: {
      product_family_code: 'moodle',
      version: '2024100706',
      guid: lms.world.guid,
      name: 'northfield',
      description: 'Northfield College Online',
    },
    [`${lti}/claim/version`]: '1.3.0',
    [`${lti}/claim/custom`]: {
      ...customParameters(lms, subject),
      context_memberships_url: lms.to.memberships(course, deploymentId),
    },
    [`${ags}/claim/endpoint`]: {
      scope: agsScopes,
      lineitems: lms.to.lineItems(course, deploymentId),
      ...(item && { lineitem: lms.to.lineItem(item, deploymentId) }),
    },
    [`${lti}-nrps/claim/namesroleservice`]: {
      context_memberships_url: lms.to.memberships(course, deploymentId),
      service_versions: ['1.0', '2.0'],
    },
  };
}
