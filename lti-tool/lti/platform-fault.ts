/** A platform's service could not be used. */
export type PlatformFault = {
  readonly kind: 'fault';
  /** Trying the same again will not help. */
  readonly lasting: boolean;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** In plain words, without tokens or anything the platform sent. */
  readonly reason: string;
  readonly retryAfterMs?: number | null;
};

const longestWaitMs = 86_400_000;

/**
 * `Retry-After` (seconds or a date) as milliseconds from now, at most a day; null where absent or unreadable.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestWaitMs);
}
