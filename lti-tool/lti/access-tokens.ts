import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { LtijsDatabase } from './ltijs-database.ts';
import type { Platform } from './ltijs-tool.ts';
import { type Outbound, OutboundFault } from './outbound.ts';
import { type PlatformFault, retryAfterMs } from './platform-fault.ts';

export type AccessToken = { readonly kind: 'token'; readonly text: string };

/** Access tokens of platforms' services. */
export type AccessTokens = {
  /** A token that is good for at least another minute; many callers at once share one request. */
  get(platform: Platform, scopes: readonly string[]): Promise<AccessToken | PlatformFault>;
  /** The platform refused this token: the next `get` asks for a new one. */
  drop(platform: Platform, scopes: readonly string[], token: string): Promise<void>;
};

const timeoutMs = 5_000;
const maxBytes = 64 * 1_024;
const marginMs = 60_000;
const usualLifeSeconds = 3_600;
/** Moodle allows no clock difference at all, so an assertion says that it was made a little earlier. */
const backdatedSeconds = 30;
const assertionLifeSeconds = 300;

type Held = { readonly text: string; readonly expiresAt: number };

function heldOf(answer: unknown, now: number): Held | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { access_token: text, expires_in: life } = answer as Record<string, unknown>;
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(text)) return null;
  const seconds = Number(life);
  return { text, expiresAt: now + (seconds > 0 ? Math.min(seconds, 86_400) : usualLifeSeconds) * 1_000 };
}

/**
 * Client credentials with a signed assertion, kept by ltijs's database plugin (encrypted) and in memory.
 * @see https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export function createAccessTokens(deps: {
  readonly outbound: Outbound;
  readonly database: LtijsDatabase;
  readonly encryptionKey: string;
  readonly clock: { now(): number };
  readonly randomText: () => string;
}): AccessTokens {
  const { outbound, database, encryptionKey, clock, randomText } = deps;
  const held = new Map<string, Held>();
  const flights = new Map<string, Promise<AccessToken | PlatformFault>>();

  const isGood = (token: Held | null | undefined): token is Held =>
    token != null && token.expiresAt - marginMs > clock.now();

  async function assertion(platform: Platform): Promise<string> {
    const issuedAt = Math.floor(clock.now() / 1_000) - backdatedSeconds;
    return new SignJWT()
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: platform.keyId })
      .setIssuer(platform.clientId)
      .setSubject(platform.clientId)
      .setAudience(platform.tokenAudience)
      .setJti(randomText())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + backdatedSeconds + assertionLifeSeconds)
      .sign(createPrivateKey(await platform.privateKey()));
  }

  async function request(platform: Platform, scopes: string): Promise<Held | PlatformFault> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(platform),
      scope: scopes,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const call = { method: 'POST', url: platform.tokenUrl, headers, body: String(form), timeoutMs, maxBytes } as const;
    const { status, text, headers: answered } = await outbound.send(call);
    if (status === 200) {
      // Moodle serves its JSON as text/html, so the content type says nothing.
      try {
        const token = heldOf(JSON.parse(text), clock.now());
        if (token !== null) return token;
      } catch {}
      return {
        kind: 'fault',
        lasting: true,
        status,
        reason: 'The platform’s token address did not answer with a token.',
      };
    }
    const lasting = status < 500 && status !== 429 && status !== 408;
    const reason = lasting
      ? `The platform did not give this tool access (${status}). Check the client id and the key set address there, and that the services are switched on.`
      : `The platform’s token address is busy or down (${status}).`;
    return { kind: 'fault', lasting, status, reason, retryAfterMs: retryAfterMs(answered['retry-after'], clock.now()) };
  }

  async function obtain(platform: Platform, scopes: string, place: string): Promise<AccessToken | PlatformFault> {
    const row = { platformUrl: platform.issuer, clientId: platform.clientId, scopes };
    const stored = await database.Get(encryptionKey, 'accesstoken', row);
    const kept = stored === false ? null : heldOf(stored[0]?.token, Number(stored[0]?.createdAt));
    if (isGood(kept)) {
      held.set(place, kept);
      return { kind: 'token', text: kept.text };
    }
    const fresh = await request(platform, scopes);
    if ('kind' in fresh) return fresh;
    held.set(place, fresh);
    const token = {
      access_token: fresh.text,
      expires_in: (fresh.expiresAt - clock.now()) / 1_000,
      token_type: 'Bearer',
    };
    await database.Replace(encryptionKey, 'accesstoken', row, { token }, row);
    return { kind: 'token', text: fresh.text };
  }

  const placeOf = (platform: Platform, scopes: string) => JSON.stringify([platform.issuer, platform.clientId, scopes]);
  return {
    get(platform, scopeList) {
      const scopes = scopeList.toSorted().join(' ');
      const place = placeOf(platform, scopes);
      const token = held.get(place);
      if (isGood(token)) return Promise.resolve({ kind: 'token', text: token.text });
      const flying = flights.get(place);
      if (flying !== undefined) return flying;
      const flight = obtain(platform, scopes, place)
        .catch((error: unknown): PlatformFault => {
          if (!(error instanceof OutboundFault)) throw error;
          return { kind: 'fault', lasting: error.code === 'address', status: null, reason: error.message };
        })
        .finally(() => flights.delete(place));
      flights.set(place, flight);
      return flight;
    },
    async drop(platform, scopeList, token) {
      const scopes = scopeList.toSorted().join(' ');
      const place = placeOf(platform, scopes);
      // Others may have dropped it already and be waiting for its successor.
      if (held.get(place)?.text !== token) return;
      await database.Delete('accesstoken', { platformUrl: platform.issuer, clientId: platform.clientId, scopes });
      if (held.get(place)?.text === token) held.delete(place);
    },
  };
}
