import { scope } from './settings.ts';

const usualLifeSeconds = 3_600;
/** All that this tool ever asks for. */
export const everyScope: readonly string[] = Object.values(scope).toSorted();

/** An access token at hand. */
export type Held = {
  readonly text: string;
  readonly expiresAt: number;
  /** As the platform says; null where it does not say. */
  readonly granted: readonly string[] | null;
  /** Scopes for which it has been taken. */
  readonly taken: Set<string>;
};

/** The token in a platform's answer; null where there is none. `now`: when it was given, in milliseconds. */
export function heldOf(answer: unknown, now: number): Held | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { access_token: text, expires_in: life, scope: said } = answer as Record<string, unknown>;
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(text)) return null;
  const seconds = Number(life);
  const known = typeof said === 'string' ? said.split(/\s+/).filter((one) => everyScope.includes(one)) : [];
  return {
    text,
    expiresAt: now + (seconds > 0 ? Math.min(seconds, 86_400) : usualLifeSeconds) * 1_000,
    granted: known.length > 0 ? known : null,
    taken: new Set(),
  };
}
