import type { Claims } from './claim-reader.ts';
import { stateLifeMs } from './launch-states.ts';
import { LaunchRefused } from './refusals.ts';

/** How far a platform's clock may be off. */
export const leewaySeconds = 60;
/** Longest life of a token that is believed; platforms give a minute to an hour. */
const longestLifeSeconds = 7_200;
/** A token answers a login, so it cannot be older than one. */
const oldestSeconds = stateLifeMs / 1_000;
const longestToken = 60_000;

export type IdToken = { readonly kid: string; readonly claims: Claims };

function partOf(text: string): Claims {
  let part: unknown;
  try {
    part = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new LaunchRefused('LAUNCH_TOKEN_MALFORMED', null, cause);
  }
  if (typeof part !== 'object' || part === null || Array.isArray(part))
    throw new LaunchRefused('LAUNCH_TOKEN_MALFORMED');
  return part as Claims;
}

/**
 * Takes an id_token apart, without believing it yet.
 * @throws LaunchRefused where it is no RS256-signed JWT with a key id.
 */
export function readIdToken(text: string): IdToken {
  const [header, payload, signature, ...more] = text.split('.');
  const parts = [header, payload, signature];
  if (text.length > longestToken || more.length > 0 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part ?? '')))
    throw new LaunchRefused('LAUNCH_TOKEN_MALFORMED');
  const { alg, typ, kid, crit } = partOf(header ?? '');
  if (alg !== 'RS256') throw new LaunchRefused('LAUNCH_TOKEN_ALGORITHM');
  if (typ !== undefined && (typeof typ !== 'string' || typ.toUpperCase() !== 'JWT'))
    throw new LaunchRefused('LAUNCH_TOKEN_MALFORMED', 'typ');
  if (crit !== undefined) throw new LaunchRefused('LAUNCH_TOKEN_MALFORMED', 'crit');
  if (typeof kid !== 'string' || kid === '' || kid.length > 255) throw new LaunchRefused('LAUNCH_TOKEN_KEY_UNKNOWN');
  return { kid, claims: partOf(payload ?? '') };
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** `exp` and `iat` are required; they and `nbf` have a minute's leeway. */
function checkTimes({ exp, iat, nbf }: Claims, nowSeconds: number): void {
  if (!isTime(exp) || !isTime(iat) || !(nbf === undefined || isTime(nbf)))
    throw new LaunchRefused('LAUNCH_TOKEN_TIMES');
  if (exp <= iat || exp - iat > longestLifeSeconds) throw new LaunchRefused('LAUNCH_TOKEN_TIMES', 'exp');
  if (exp <= nowSeconds - leewaySeconds || iat < nowSeconds - oldestSeconds - leewaySeconds)
    throw new LaunchRefused('LAUNCH_TOKEN_EXPIRED');
  if (iat > nowSeconds + leewaySeconds || (nbf !== undefined && nbf > nowSeconds + leewaySeconds))
    throw new LaunchRefused('LAUNCH_TOKEN_FROM_FUTURE');
}

function checkAudience({ aud, azp }: Claims, clientId: string): void {
  const audiences: unknown[] = Array.isArray(aud) ? aud : [aud];
  const named = audiences.every((entry) => typeof entry === 'string') && audiences.includes(clientId);
  if (!named || audiences.length > 20) throw new LaunchRefused('LAUNCH_TOKEN_AUDIENCE', 'aud');
  if (azp === undefined ? audiences.length > 1 : azp !== clientId)
    throw new LaunchRefused('LAUNCH_TOKEN_AUDIENCE', 'azp');
}

/**
 * What the token must say to be the answer to this login.
 * @see https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation
 * @throws LaunchRefused
 */
export function checkIdToken(
  { claims }: IdToken,
  expected: { readonly issuer: string; readonly clientId: string; readonly nonce: string; readonly nowSeconds: number },
): void {
  if (claims.iss !== expected.issuer) throw new LaunchRefused('LAUNCH_TOKEN_ISSUER');
  checkAudience(claims, expected.clientId);
  checkTimes(claims, expected.nowSeconds);
  if (claims.nonce !== expected.nonce) throw new LaunchRefused('LAUNCH_TOKEN_NONCE');
}
