import { randomBytes } from 'node:crypto';

/** Tokens with which a tool may register itself, once and within the hour. */
export interface RegistrationTokens {
  issue(): string;
  /** True for one that can still be used; it stays so. */
  isGood(token: string): boolean;
  /** Of many calls with one token the first gets "taken". */
  take(token: string): 'taken' | 'used' | 'unknown';
}

const LIFE_MS = 3_600_000;

export function makeRegistrationTokens(now: () => number): RegistrationTokens {
  const issued = new Map<string, { until: number; used: boolean }>();
  const living = (token: string) => {
    const found = issued.get(token);
    return found !== undefined && found.until > now() ? found : null;
  };
  return {
    issue() {
      const token = randomBytes(32).toString('base64url');
      issued.set(token, { until: now() + LIFE_MS, used: false });
      return token;
    },
    isGood: (token) => living(token)?.used === false,
    take(token) {
      const found = living(token);
      if (found === null) return 'unknown';
      if (found.used) return 'used';
      found.used = true;
      return 'taken';
    },
  };
}
