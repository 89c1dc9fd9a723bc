import { randomBytes } from 'node:crypto';

/** What an access token allows. */
export interface Grant {
  clientId: string;
  scopes: string[];
}

/** Bearer tokens of the LMS, in memory: a restart forgets them, as an operator's cache flush would. */
export interface AccessTokens {
  issue(grant: Grant): string;
  /** The grant of a living token, else null. */
  find(token: string): Grant | null;
  revokeAll(): void;
}

export const TOKEN_LIFE_SECONDS = 3600;

export function makeAccessTokens(now: () => number): AccessTokens {
  const issued = new Map<string, Grant & { expiresAt: number }>();
  return {
    issue(grant) {
      const token = randomBytes(16).toString('hex');
      issued.set(token, { ...grant, expiresAt: now() + TOKEN_LIFE_SECONDS * 1000 });
      return token;
    },
    find(token) {
      const grant = issued.get(token);
      return grant && grant.expiresAt > now() ? grant : null;
    },
    revokeAll: () => issued.clear(),
  };
}
