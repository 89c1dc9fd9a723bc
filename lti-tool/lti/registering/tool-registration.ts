import type { ToolSettings } from '../settings.ts';
import { type OfferedMessage, offer, offeredMessages, parametersOf } from './offer.ts';
import type { PlatformConfiguration } from './platform-configuration.ts';

/** What is asked of a platform, for the request and for the page that tells of it. */
export type ToolRegistration = {
  readonly messages: readonly OfferedMessage[];
  readonly scopes: readonly string[];
  /** The body of the registration request. */
  readonly body: object;
};

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const canvas = 'https://canvas.instructure.com/lti';

const supportedBy = (list: readonly string[] | null, wanted: readonly string[]) =>
  list === null ? [...wanted] : wanted.filter((word) => list.includes(word));

/** Moodle and others offer deep linking where content is added; Canvas names each place. */
function placementsOf(message: OfferedMessage, { product, messages }: PlatformConfiguration): object {
  if (product !== 'canvas')
    return message.type === 'LtiDeepLinkingRequest'
      ? { placements: ['ContentArea'], supported_types: ['ltiResourceLink'] }
      : {};
  const placements = supportedBy(messages?.get(message.type) ?? null, message.canvasPlacements);
  return {
    placements,
    ...(placements.includes('course_navigation') && { [`${canvas}/course_navigation/default_enabled`]: false }),
  };
}

/**
 * The registration request for a platform: messages, services and parameters that it says it has, no others.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0#tool-configuration
 */
export function toolRegistration(settings: ToolSettings, platform: PlatformConfiguration): ToolRegistration {
  const messages = offeredMessages.filter(({ type }) =>
    platform.messages === null ? type === 'LtiResourceLinkRequest' : platform.messages.has(type),
  );
  const scopes = supportedBy(platform.scopes, offer.scopes);
  const parameters = platform.product === 'other' ? [] : settings.customParameters[platform.product];
  const body = {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: settings.loginUrl,
    redirect_uris: settings.redirectUrls,
    client_name: settings.name,
    client_uri: new URL(settings.launchUrl).origin,
    jwks_uri: settings.jwksUrl,
    logo_uri: settings.iconUrl,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: scopes.join(' '),
    [toolClaim]: {
      domain: settings.domain,
      description: offer.description,
      target_link_uri: settings.launchUrl,
      claims: supportedBy(platform.claims, offer.claims),
      custom_parameters: parametersOf(parameters),
      messages: messages.map((message) => ({
        type: message.type,
        target_link_uri: settings.launchUrl,
        label: message.label,
        icon_uri: settings.iconUrl,
        ...placementsOf(message, platform),
      })),
      ...(platform.product === 'canvas' && { [`${canvas}/privacy_level`]: 'public' }),
    },
  };
  return { messages, scopes, body };
}
