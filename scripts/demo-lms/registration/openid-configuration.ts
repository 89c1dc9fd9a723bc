import type { Lms } from '../lms.ts';
import { grantedScopes } from '../services/vocabulary.ts';

/** What the LMS says of itself to a tool that is about to register, in the manner's own shape. */
export function openidConfiguration(lms: Lms): object {
  const common = {
    issuer: lms.issuer,
    token_endpoint: lms.to.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: lms.to.jwks,
    authorization_endpoint: lms.to.auth,
    registration_endpoint: lms.to.registration,
    scopes_supported: grantedScopes,
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
  };
  return lms.manner === 'canvas' ? { ...common, ...canvasPart(lms) } : { ...common, ...moodlePart };
}

const platform = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

const moodlePart = {
  subject_types_supported: ['public', 'pairwise'],
  [platform]: {
    product_family_code: 'moodle',
    version: '4.5.6 (Build: 20250811)',
    messages_supported: [
      { type: 'LtiResourceLinkRequest' },
      { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
    ],
    variables: ['Context.id', 'ResourceLink.id', 'User.id', 'Moodle.Person.userGroupIds'],
  },
};

const canvasPart = (lms: Lms) => ({
  subject_types_supported: ['public'],
  authorization_server: new URL(lms.issuer).host,
  [platform]: {
    product_family_code: 'canvas',
    version: 'vCloud',
    messages_supported: [
      { type: 'LtiResourceLinkRequest', placements: ['course_navigation', 'link_selection', 'assignment_selection'] },
      { type: 'LtiDeepLinkingRequest', placements: ['assignment_selection', 'link_selection'] },
    ],
    variables: ['Canvas.course.id', 'Canvas.user.id', 'Canvas.account.name'],
    'https://canvas.instructure.com/lti/account_name': 'Northfield College',
    'https://canvas.instructure.com/lti/account_lti_guid': lms.world.guid,
  },
});
