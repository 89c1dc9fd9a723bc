import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import type { Lms } from '../lms.ts';

/** The client that signed, or the error text that Moodle answers with. */
type AssertionCheck = { ok: true; clientId: string } | { ok: false; error: string };

const fault = (error: string): AssertionCheck => ({ ok: false, error });

/** Moodle's error for a key id it cannot find; the quotes inside make its reply invalid JSON. */
export const UNKNOWN_KEY = '"kid" invalid, unable to lookup correct key';

/** Dates in PHP's ISO8601 form, "2026-11-23T10:47:53+0000". */
const phpDate = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}+0000`;

/**
 * Checks a client assertion as Moodle 4.5 does: no leeway on `iat`, and neither `aud` nor replay is looked at.
 * https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export async function checkAssertion(lms: Lms, assertion: string): Promise<AssertionCheck> {
  let claims: { iss?: string; sub?: string; iat?: number; nbf?: number; exp?: number };
  let kid: string;
  try {
    claims = decodeJwt(assertion);
    kid = decodeProtectedHeader(assertion).kid ?? '';
  } catch {
    return fault('invalid_request');
  }
  const client = lms.world.clients.find((candidate) => candidate.clientId === claims.sub);
  if (!client || claims.iss !== claims.sub) return fault('invalid_client');
  const key = await lms.toolKeys.find(kid);
  if (!key) return fault(UNKNOWN_KEY);
  try {
    await compactVerify(assertion, key, { algorithms: ['RS256'] });
  } catch {
    return fault('Signature verification failed');
  }
  const now = Math.floor(lms.now() / 1000);
  if (claims.nbf !== undefined && claims.nbf > now) {
    return fault(`Cannot handle token with nbf prior to ${phpDate(claims.nbf)}`);
  }
  if (claims.iat !== undefined && claims.iat > now) {
    return fault(`Cannot handle token with iat prior to ${phpDate(claims.iat)}`);
  }
  if (claims.exp !== undefined && claims.exp <= now) return fault('Expired token');
  return { ok: true, clientId: client.clientId };
}
