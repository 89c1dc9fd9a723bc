import type { Outbound } from './outbound.ts';

/** A platform's public RSA key as a JWK. */
export type PlatformKey = { readonly kty: 'RSA'; readonly kid: string; readonly n: string; readonly e: string };
export type KeySearch =
  | { readonly kind: 'key'; readonly key: PlatformKey }
  /** The platform publishes no such key. */
  | { readonly kind: 'unknown' }
  /** The platform's key set cannot be had; `reason` is for the log. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Platforms' key sets, by their address. */
export type KeySets = { find(jwksUrl: string, kid: string): Promise<KeySearch> };

const timeoutMs = 5_000;
const maxBytes = 256 * 1_024;
const maxKeys = 100;
/** After this a key set is asked for again, so that withdrawn keys go. */
const freshMs = 3_600_000;
/** A platform that is down keeps its last known keys for this long. */
const keptMs = 24 * 3_600_000;
const pauseMs = { afterAnswer: 30_000, afterFailure: 5_000 };
const smallestModulus = 342; // 2,048 bits in base64url
const largestModulus = 1_366; // 8,192 bits

type KeySet = {
  keys: ReadonlyMap<string, PlatformKey>;
  readAt: number;
  triedAt: number;
  fault: string | null;
  flight: Promise<void> | null;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isKeyText = (value: unknown): value is string => isText(value) && /^[A-Za-z0-9_-]+$/.test(value);

function keyOf(value: unknown): PlatformKey | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kty, kid, n, e, use, alg } = value as Record<string, unknown>;
  if (kty !== 'RSA' || !isText(kid) || kid.length > 255 || !isKeyText(n) || !isKeyText(e) || e.length > 8) return null;
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== 'RS256')) return null;
  return n.length < smallestModulus || n.length > largestModulus ? null : { kty, kid, n, e };
}

/** @throws where the text is no JWKS document. */
function keysOf(text: string): Map<string, PlatformKey> {
  const document: unknown = JSON.parse(text);
  const keys: unknown = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : null;
  if (!Array.isArray(keys)) throw new Error('The platform’s key address does not hold a key set.');
  return new Map(
    keys
      .slice(0, maxKeys)
      .map(keyOf)
      .filter((key) => key !== null)
      .map((key) => [key.kid, key]),
  );
}

/**
 * A cache of key sets: one request at a time for each address, an unknown key id asks again at most once in 30 s, so that
 * nobody can make the tool hammer a platform and a rotated key works at once.
 */
export function createKeySets(deps: { readonly outbound: Outbound; readonly clock: { now(): number } }): KeySets {
  const { outbound, clock } = deps;
  const sets = new Map<string, KeySet>();

  async function refresh(jwksUrl: string, set: KeySet): Promise<void> {
    set.triedAt = clock.now();
    try {
      const headers = { accept: 'application/json' };
      const { status, text } = await outbound.send({ method: 'GET', url: jwksUrl, headers, timeoutMs, maxBytes });
      if (status !== 200) throw new Error(`The platform’s key address answered ${status}.`);
      set.keys = keysOf(text);
      set.readAt = clock.now();
      set.fault = null;
    } catch (error) {
      set.fault = error instanceof SyntaxError ? 'The platform’s key address does not hold JSON.' : String(error);
    }
  }

  return {
    async find(jwksUrl, kid) {
      const set = sets.get(jwksUrl) ?? {
        keys: new Map(),
        readAt: -Infinity,
        triedAt: -Infinity,
        fault: null,
        flight: null,
      };
      sets.set(jwksUrl, set);
      const fresh = clock.now() - set.readAt < freshMs;
      if (!(fresh && set.keys.has(kid))) {
        const pause = set.fault === null ? pauseMs.afterAnswer : pauseMs.afterFailure;
        if (set.flight === null && clock.now() - set.triedAt >= pause)
          set.flight = refresh(jwksUrl, set).finally(() => {
            set.flight = null;
          });
        await set.flight;
      }
      const key = clock.now() - set.readAt < keptMs ? set.keys.get(kid) : undefined;
      if (key !== undefined) return { kind: 'key', key };
      return set.fault === null ? { kind: 'unknown' } : { kind: 'unavailable', reason: set.fault };
    },
  };
}
