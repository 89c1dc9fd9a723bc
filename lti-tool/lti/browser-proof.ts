import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * What shows that the browser which brings the token is the one that began the launch: a secret in a cookie of its own for
 * each launch, or in the platform's storage where third-party cookies are blocked.
 */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Names the cookie or storage entry of one launch; says nothing about the state itself. */
export const proofName = (state: string): string =>
  `cs_launch_${digest(state)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 16)}`;

/**
 * A cookie that survives third-party cookie blocking in the platform's frame. Browsers keep Secure cookies for
 * http://localhost too, so development needs no other form.
 */
const attributes = 'Path=/lti; HttpOnly; Secure; SameSite=None; Partitioned';
export const proofCookie = (state: string, proof: string, seconds: number): string =>
  `${proofName(state)}=${proof}; Max-Age=${seconds}; ${attributes}`;
export const spentProofCookie = (state: string): string => `${proofName(state)}=; Max-Age=0; ${attributes}`;

/** The proof that the request's cookies hold for this state, or null. */
export function proofInCookies(header: string | undefined, state: string): string | null {
  const start = `${proofName(state)}=`;
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(start));
  return found === undefined ? null : found.trim().slice(start.length);
}

export const isProof = (proof: string, proofHash: string): boolean => {
  const given = Buffer.from(digest(proof));
  const expected = Buffer.from(proofHash);
  return given.length === expected.length && timingSafeEqual(given, expected);
};
