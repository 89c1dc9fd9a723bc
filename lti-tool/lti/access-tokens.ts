import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { platformFaultTexts as texts } from '../../shared/texts/publishing.ts';
import { everyScope, type Held, heldOf } from './held-token.ts';
import type { LtijsDatabase } from './ltijs-database.ts';
import type { Platform } from './ltijs-tool.ts';
import { type Outbound, OutboundFault } from './outbound.ts';
import { type PlatformFault, retryAfterMs } from './platform-fault.ts';

export type AccessToken = { readonly kind: 'token'; readonly text: string };

/**
 * Access tokens of platforms' services. One token serves all of a platform's services where the platform grants them
 * together; where it does not, there is one for each set of scopes.
 */
export type AccessTokens = {
  /** A token that is good for at least another minute; many callers at once share one request. */
  get(platform: Platform, scopes: readonly string[]): Promise<AccessToken | PlatformFault>;
  /** The platform took this token for these scopes. */
  accepted(platform: Platform, scopes: readonly string[], token: string): void;
  /** The platform refused this token for these scopes. True: the next `get` has another one, which may help. */
  refused(platform: Platform, scopes: readonly string[], token: string): Promise<boolean>;
};

const timeoutMs = 5_000;
const maxBytes = 64 * 1_024;
const marginMs = 60_000;
/** Moodle allows no clock difference at all, so an assertion says that it was made a little earlier. */
const backdatedSeconds = 30;
const assertionLifeSeconds = 300;

/** A service that does not take a new token is not given another one sooner, in milliseconds. */
const renewalMs = 60_000;
const withheld: PlatformFault = {
  kind: 'fault',
  lasting: true,
  status: 403,
  reason: texts.noAccessToService,
};

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
  const flights = new Map<string, Promise<Held | PlatformFault>>();
  /** Clients of platforms that do not give all scopes in one token. */
  const apart = new Set<string>();
  const renewedAt = new Map<string, number>();
  /** The last token that was refused, by place: the database may still have it. */
  const dropped = new Map<string, string>();

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
        reason: texts.noToken,
      };
    }
    const lasting = status < 500 && status !== 429 && status !== 408;
    const reason = lasting ? texts.noAccess(status) : texts.tokenDown(status);
    return { kind: 'fault', lasting, status, reason, retryAfterMs: retryAfterMs(answered['retry-after'], clock.now()) };
  }

  const clientOf = ({ issuer, clientId }: Platform) => JSON.stringify([issuer, clientId]);
  const spaced = (scopes: readonly string[]) => scopes.toSorted().join(' ');
  const scopesFor = (platform: Platform, own: readonly string[]) =>
    apart.has(clientOf(platform)) ? spaced(own) : spaced(everyScope);
  const placeOf = (platform: Platform, scopes: string) => `${clientOf(platform)} ${scopes}`;
  const rowOf = (platform: Platform, scopes: string) => ({
    ...{ platformUrl: platform.issuer, clientId: platform.clientId, scopes },
  });

  /** Asks for all scopes at once; a platform that refuses those is asked for just these. */
  async function requestFor(
    platform: Platform,
    own: readonly string[],
  ): Promise<readonly [string, Held | PlatformFault]> {
    const scopes = scopesFor(platform, own);
    const fresh = await request(platform, scopes);
    if (!('kind' in fresh) || !fresh.lasting || fresh.status === 200 || scopes === spaced(own)) return [scopes, fresh];
    const narrow = await request(platform, spaced(own));
    if ('kind' in narrow) return [scopes, fresh];
    apart.add(clientOf(platform));
    return [spaced(own), narrow];
  }

  async function obtain(platform: Platform, own: readonly string[]): Promise<Held | PlatformFault> {
    const place = placeOf(platform, scopesFor(platform, own));
    const row = rowOf(platform, scopesFor(platform, own));
    const stored = await database.Get(encryptionKey, 'accesstoken', row);
    const kept = stored === false ? null : heldOf(stored[0]?.token, Number(stored[0]?.createdAt));
    // Another process may have got one since; the one this process knows of is no help.
    if (isGood(kept) && kept.text !== held.get(place)?.text && kept.text !== dropped.get(place)) {
      held.set(place, kept);
      return kept;
    }
    const [scopes, fresh] = await requestFor(platform, own);
    if ('kind' in fresh) return fresh;
    held.set(placeOf(platform, scopes), fresh);
    const token = {
      access_token: fresh.text,
      expires_in: (fresh.expiresAt - clock.now()) / 1_000,
      token_type: 'Bearer',
      ...(fresh.granted ? { scope: spaced(fresh.granted) } : {}),
    };
    const kind = rowOf(platform, scopes);
    await database.Replace(encryptionKey, 'accesstoken', kind, { token }, kind);
    return fresh;
  }

  function share(platform: Platform, own: readonly string[]): Promise<Held | PlatformFault> {
    const place = placeOf(platform, scopesFor(platform, own));
    const flying = flights.get(place);
    if (flying !== undefined) return flying;
    const flight = obtain(platform, own)
      .catch((error: unknown): PlatformFault => {
        if (!(error instanceof OutboundFault)) throw error;
        return { kind: 'fault', lasting: error.code === 'address', status: null, reason: error.message };
      })
      .finally(() => flights.delete(place));
    flights.set(place, flight);
    return flight;
  }

  /** Whether a new token may be asked for because the one at hand is no good for these scopes; notes that it was. */
  function mayRenew(platform: Platform, own: readonly string[]): boolean {
    const key = placeOf(platform, spaced(own));
    const since = clock.now() - (renewedAt.get(key) ?? Number.NEGATIVE_INFINITY);
    if (since >= 0 && since < renewalMs) return false;
    renewedAt.set(key, clock.now());
    return true;
  }
  const allows = ({ granted }: Held, own: readonly string[]) =>
    granted === null || own.every((one) => granted.includes(one));

  return {
    async get(platform, own) {
      const place = placeOf(platform, scopesFor(platform, own));
      const token = held.get(place);
      if (isGood(token) && allows(token, own)) return { kind: 'token', text: token.text };
      // The service may have been switched on there since.
      if (isGood(token) && !flights.has(place) && !mayRenew(platform, own)) return withheld;
      const fresh = await share(platform, own);
      // Found out meanwhile that this platform gives a token for each service: that one was somebody else's.
      if (place !== placeOf(platform, scopesFor(platform, own))) return this.get(platform, own);
      if ('kind' in fresh) return fresh;
      return allows(fresh, own) ? { kind: 'token', text: fresh.text } : withheld;
    },
    accepted(platform, own, token) {
      const known = held.get(placeOf(platform, scopesFor(platform, own)));
      if (known?.text === token) known.taken.add(spaced(own));
    },
    async refused(platform, own, token) {
      const scopes = scopesFor(platform, own);
      const place = placeOf(platform, scopes);
      const known = held.get(place);
      // Others may have dropped it already and be waiting for its successor.
      if (known?.text !== token) return true;
      if (!known.taken.has(spaced(own)) && !mayRenew(platform, own)) return false;
      held.delete(place);
      dropped.set(place, token);
      await database.Delete('accesstoken', rowOf(platform, scopes));
      return true;
    },
  };
}
