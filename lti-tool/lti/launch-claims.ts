import type { ContentRequest, Launch, LaunchPerson, ReviewedLearner, ScoreEndpoint } from '../use-cases/launch.ts';
import { type AddressPolicy, platformUrl } from './address-policy.ts';
import { addressClaim, type Claims, customClaim, idClaim, idsClaim, objectClaim, titleClaim } from './claim-reader.ts';
import { contentSettingsOf } from './content-settings.ts';
import { LaunchRefused } from './refusals.ts';
import { reviewParameter } from './settings.ts';

const core = 'https://purl.imsglobal.org/spec/lti/claim/';
const mostRoles = 100;
const mostScopes = 20;

/** What the launch is read against. */
export type LaunchSetting = {
  readonly registrationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authenticationUrl: string;
  /** Origin of the tool: targets elsewhere are refused. */
  readonly toolOrigin: string;
  readonly policy: AddressPolicy;
};

/** @see https://www.imsglobal.org/spec/lti/v1p3#user-identity-claims */
function personOf(claims: Claims): LaunchPerson | null {
  if (claims.sub === undefined) return null;
  return {
    sub: idClaim(claims.sub, 'sub'),
    name: titleClaim(claims.name, 'name'),
    givenName: titleClaim(claims.given_name, 'given_name'),
    familyName: titleClaim(claims.family_name, 'family_name'),
  };
}

/** @see https://www.imsglobal.org/spec/lti-ags/v2p0#assignment-and-grade-service-claim */
function scoresOf(claims: Claims, policy: AddressPolicy): ScoreEndpoint | null {
  const endpoint = objectClaim(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'], 'endpoint');
  if (endpoint === null) return null;
  return {
    scopes: idsClaim(endpoint.scope ?? [], 'endpoint.scope', mostScopes),
    lineItemUrl: addressClaim(endpoint.lineitem, 'endpoint.lineitem', policy),
    lineItemsUrl: addressClaim(endpoint.lineitems, 'endpoint.lineitems', policy),
  };
}

/** @see https://www.imsglobal.org/spec/lti-nrps/v2p0#claim-for-inclusion-in-lti-messages */
function membershipsOf(claims: Claims, policy: AddressPolicy): string | null {
  const name = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
  const service = objectClaim(claims[name], 'namesroleservice');
  return addressClaim(service?.context_memberships_url, 'namesroleservice.context_memberships_url', policy);
}

/**
 * Origin of the pages that frame the tool. Where one issuer serves many schools (Canvas), only the return address and
 * the platform's own URL name the school's host; the sign-in address stands in.
 */
function platformOriginOf(claims: Claims, setting: LaunchSetting): string {
  const presentation = objectClaim(claims[`${core}launch_presentation`], 'launch_presentation');
  const platform = objectClaim(claims[`${core}tool_platform`], 'tool_platform');
  const pages = [presentation?.return_url, platform?.url]
    .map((address) => (typeof address === 'string' ? platformUrl(address, setting.policy) : null))
    .find((url) => url !== null);
  return (pages ?? new URL(setting.authenticationUrl)).origin;
}

/**
 * The language the LMS is used in. A hint for dates and numbers: one that is no BCP 47 tag is left out, not refused.
 * @see https://www.imsglobal.org/spec/lti/v1p3#launch-presentation-claim
 */
function localeOf(claims: Claims): string | null {
  const locale = objectClaim(claims[`${core}launch_presentation`], 'launch_presentation')?.locale;
  if (typeof locale !== 'string' || locale.length > 35) return null;
  try {
    // Moodle writes its own language packs' names, such as "pt_br".
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function contextOf(claims: Claims): Launch['context'] {
  const context = objectClaim(claims[`${core}context`], 'context');
  if (context === null) return null;
  return {
    id: idClaim(context.id, 'context.id'),
    title: titleClaim(context.title, 'context.title'),
    label: titleClaim(context.label, 'context.label'),
  };
}

function resourceLinkOf(claims: Claims): Launch['resourceLink'] {
  const link = objectClaim(claims[`${core}resource_link`], 'resource_link');
  return {
    id: idClaim(link?.id, 'resource_link.id'),
    title: titleClaim(link?.title, 'resource_link.title'),
  };
}

/**
 * The place of Canvas's pages that was clicked; null elsewhere, and where an assignment or a link in a module was.
 * @see https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_launch_overview
 */
const placementOf = (claims: Claims): string | null =>
  titleClaim(claims['https://www.instructure.com/placement'], 'placement');

/** @throws LaunchRefused unless the address is on the tool's own origin. */
export function checkTarget(address: string, toolOrigin: string): void {
  if (!URL.canParse(address) || new URL(address).origin !== toolOrigin)
    throw new LaunchRefused('LAUNCH_TARGET_ELSEWHERE', 'target_link_uri');
}

/**
 * The learner whose work somebody opens from the gradebook. Canvas has no message of its own for that: its SpeedGrader launches the
 * address that came along with the score, which names the learner.
 * @see https://www.imsglobal.org/spec/lti-sr/v1p0
 */
function reviewOf(claims: Claims, messageType: string, target: string): ReviewedLearner | null {
  if (messageType === 'LtiSubmissionReviewRequest') {
    const learner = objectClaim(claims[`${core}for_user`], 'for_user');
    return {
      sub: idClaim(learner?.user_id, 'for_user.user_id'),
      name: titleClaim(learner?.name, 'for_user.name'),
      givenName: titleClaim(learner?.given_name, 'for_user.given_name'),
      familyName: titleClaim(learner?.family_name, 'for_user.family_name'),
    };
  }
  const sub = new URL(target).searchParams.get(reviewParameter);
  return sub === null ? null : { sub: idClaim(sub, reviewParameter), name: null, givenName: null, familyName: null };
}

function targetOf(claims: Claims, toolOrigin: string): string {
  const target = claims[`${core}target_link_uri`];
  if (target === undefined) throw new LaunchRefused('LAUNCH_CLAIM_MISSING', 'target_link_uri');
  if (typeof target !== 'string') throw new LaunchRefused('LAUNCH_CLAIM_INVALID', 'target_link_uri');
  checkTarget(target, toolOrigin);
  return target;
}

/**
 * Reads the claims of an LTI message, every type and length checked.
 * @see https://www.imsglobal.org/spec/lti/v1p3#required-message-claims
 * @throws LaunchRefused naming the claim
 */
export function launchOf(claims: Claims, setting: LaunchSetting): Launch | ContentRequest {
  if (idClaim(claims[`${core}version`], 'version') !== '1.3.0') throw new LaunchRefused('LAUNCH_VERSION_UNSUPPORTED');
  const messageType = idClaim(claims[`${core}message_type`], 'message_type');
  const target = targetOf(claims, setting.toolOrigin);
  const roles = claims[`${core}roles`];
  if (roles === undefined) throw new LaunchRefused('LAUNCH_CLAIM_MISSING', 'roles');
  const platform = objectClaim(claims[`${core}tool_platform`], 'tool_platform');
  const message = {
    registrationId: setting.registrationId,
    issuer: setting.issuer,
    clientId: setting.clientId,
    deploymentId: idClaim(claims[`${core}deployment_id`], 'deployment_id'),
    platformOrigin: platformOriginOf(claims, setting),
    product: titleClaim(platform?.product_family_code, 'tool_platform.product_family_code'),
    platformName: titleClaim(platform?.name, 'tool_platform.name'),
    person: personOf(claims),
    roles: idsClaim(roles, 'roles', mostRoles),
    context: contextOf(claims),
    locale: localeOf(claims),
    custom: customClaim(claims[`${core}custom`], 'custom'),
    scores: scoresOf(claims, setting.policy),
    membershipsUrl: membershipsOf(claims, setting.policy),
  };
  switch (messageType) {
    case 'LtiResourceLinkRequest':
    case 'LtiSubmissionReviewRequest':
      return {
        ...message,
        messageType,
        resourceLink: resourceLinkOf(claims),
        ofCourse: placementOf(claims) === 'course_navigation',
        review: reviewOf(claims, messageType, target),
      };
    case 'LtiDeepLinkingRequest':
      return { ...message, messageType, settings: contentSettingsOf(claims, setting.policy) };
    default:
      throw new LaunchRefused('LAUNCH_MESSAGE_UNSUPPORTED');
  }
}
