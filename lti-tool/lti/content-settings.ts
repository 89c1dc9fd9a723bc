import type { ContentSettings } from '../use-cases/launch.ts';
import type { AddressPolicy } from './address-policy.ts';
import { addressClaim, type Claims, objectClaim } from './claim-reader.ts';
import { LaunchRefused } from './refusals.ts';

const claimName = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const longestData = 8_192;
const mostTypes = 20;

const invalid = (about: string) => new LaunchRefused('LAUNCH_CLAIM_INVALID', `deep_linking_settings.${about}`);

/** A setting that is true or false; some platforms send it as text. Null where absent. */
function flag(settings: Claims, name: string): boolean | null {
  const value = settings[name];
  if (value === undefined || value === null) return null;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalid(name);
}

function acceptsLinks({ accept_types: types }: Claims): boolean {
  if (!Array.isArray(types) || types.length > mostTypes) throw invalid('accept_types');
  if (!types.every((type) => typeof type === 'string')) throw invalid('accept_types');
  return types.includes('ltiResourceLink');
}

function dataOf({ data }: Claims): string | null {
  if (data === undefined || data === null) return null;
  if (typeof data !== 'string' || data.length > longestData) throw invalid('data');
  return data;
}

/**
 * What a platform that asks for content takes back. Where it does not say, it takes one item, with its line item.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-settings
 * @throws LaunchRefused
 */
export function contentSettingsOf(claims: Claims, policy: AddressPolicy): ContentSettings {
  const settings = objectClaim(claims[claimName], 'deep_linking_settings');
  if (settings === null) throw new LaunchRefused('LAUNCH_CLAIM_MISSING', 'deep_linking_settings');
  const returnUrl = addressClaim(settings.deep_link_return_url, 'deep_linking_settings.deep_link_return_url', policy);
  if (returnUrl === null) throw new LaunchRefused('LAUNCH_CLAIM_MISSING', 'deep_linking_settings.deep_link_return_url');
  return {
    returnUrl,
    acceptsLinks: acceptsLinks(settings),
    acceptsMultiple: flag(settings, 'accept_multiple') ?? false,
    acceptsLineItems: flag(settings, 'accept_lineitem') ?? true,
    data: dataOf(settings),
  };
}
