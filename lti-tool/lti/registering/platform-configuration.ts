import { z } from 'zod';
import { type AddressPolicy, longestAddress, platformUrl } from '../address-policy.ts';
import { LaunchRefused } from '../refusals.ts';

const address = z.string().min(1).max(longestAddress);
const words = z.array(z.string().max(512)).max(500);
const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

const schema = z.object({
  issuer: address.max(255),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  token_endpoint_auth_methods_supported: words.optional(),
  token_endpoint_auth_signing_alg_values_supported: words.optional(),
  id_token_signing_alg_values_supported: words.optional(),
  scopes_supported: words.optional(),
  claims_supported: words.optional(),
  [platformClaim]: z
    .object({
      product_family_code: z.string().max(255).optional(),
      messages_supported: z
        .array(z.object({ type: z.string().max(255), placements: words.nullish() }))
        .max(100)
        .optional(),
      'https://canvas.instructure.com/lti/account_name': z.string().max(255).nullish(),
    })
    .optional(),
});

/** What a platform says of itself, as far as the tool needs it. Null lists: the platform does not say. */
export type PlatformConfiguration = {
  readonly issuer: string;
  readonly authenticationUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly registrationUrl: string;
  readonly product: 'moodle' | 'canvas' | 'other';
  readonly accountName: string | null;
  readonly scopes: readonly string[] | null;
  readonly claims: readonly string[] | null;
  readonly messages: ReadonlyMap<string, readonly string[] | null> | null;
};

function productOf(family: string | undefined): PlatformConfiguration['product'] {
  const name = family?.toLowerCase();
  return name === 'moodle' || name === 'canvas' ? name : 'other';
}

/** Whether a list that a platform may leave out, or leave empty, allows something. */
const allows = (list: readonly string[] | undefined, word: string) =>
  list === undefined || list.length === 0 || list.includes(word);

/**
 * Reads and checks a platform's OpenID configuration, which was found at `from`: it may speak for the issuer of its own host only.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0
 * @throws LaunchRefused
 */
export function platformConfiguration(text: string, from: URL, policy: AddressPolicy): PlatformConfiguration {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new LaunchRefused('REGISTER_CONFIGURATION', 'JSON', error);
  }
  const parsed = schema.safeParse(document);
  if (!parsed.success)
    throw new LaunchRefused('REGISTER_CONFIGURATION', parsed.error.issues[0]?.path.join('.') || 'document');
  const found = parsed.data;
  for (const field of [
    'issuer',
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'registration_endpoint',
  ] as const)
    if (platformUrl(found[field], policy) === null) throw new LaunchRefused('REGISTER_ADDRESS', field);
  if (new URL(found.issuer).host !== from.host) throw new LaunchRefused('REGISTER_HOST', 'issuer');
  const about = found[platformClaim];
  const messages = about?.messages_supported;
  if (
    !allows(found.token_endpoint_auth_methods_supported, 'private_key_jwt') ||
    !allows(found.token_endpoint_auth_signing_alg_values_supported, 'RS256') ||
    !allows(found.id_token_signing_alg_values_supported, 'RS256') ||
    (messages !== undefined && !messages.some(({ type }) => type === 'LtiResourceLinkRequest'))
  )
    throw new LaunchRefused('REGISTER_UNSUPPORTED');
  return {
    issuer: found.issuer,
    authenticationUrl: found.authorization_endpoint,
    tokenUrl: found.token_endpoint,
    jwksUrl: found.jwks_uri,
    registrationUrl: found.registration_endpoint,
    product: productOf(about?.product_family_code),
    accountName: about?.['https://canvas.instructure.com/lti/account_name'] ?? null,
    scopes: found.scopes_supported ?? null,
    claims: found.claims_supported ?? null,
    messages:
      messages === undefined ? null : new Map(messages.map(({ type, placements }) => [type, placements ?? null])),
  };
}
