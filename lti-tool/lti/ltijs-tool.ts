/**
 * The one file that touches ltijs's insides (pinned to 5.9.9; `test/lti-tool/lti/ltijs-tool.test.ts` fails when an upgrade
 * changes what is relied on here). ltijs keeps the platform registry, the tool's keys and their JWKS document, and checks
 * an id_token's signature and LTI claims. It never sees a browser's request: its check of a token is called by itself, after our
 * own checks, and its key set is asked for with a request of our own making.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { Provider as exportedProvider, type LtijsPlatform, type LtijsProvider } from 'ltijs';
import Auth, { type ExaminedPlatform } from 'ltijs/dist/Utils/Auth';
import type { NewRegistration } from '../use-cases/lti-ports.ts';
import type { PlatformKey } from './key-sets.ts';
import type { LtijsDatabase } from './ltijs-database.ts';
import { newKeyPair, settledRow } from './tool-keys.ts';

const route = { launch: '/lti/launch', login: '/lti/login', keys: '/lti/keys', registration: '/lti/register' };

/** One id_token under examination. */
export type Examination = {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: PlatformKey;
  readonly nowSeconds: number;
  readonly leewaySeconds: number;
};
/** `fault` is ltijs's own name for what is wrong, e.g. "NO_ROLES_CLAIM" or "invalid signature". */
export type Verdict = { readonly valid: true } | { readonly valid: false; readonly fault: string };

/** A registered platform with the key pair that is ours for it. */
export type Platform = Pick<
  NewRegistration,
  'name' | 'issuer' | 'clientId' | 'authenticationUrl' | 'tokenUrl' | 'jwksUrl'
> & {
  /** `aud` of our client assertions. */
  readonly tokenAudience: string;
  readonly keyId: string;
  /** PEM. */
  privateKey(): Promise<string>;
};

export type LtijsTool = {
  /** Adds a platform, with a new RSA key pair, or changes its addresses. */
  register(registration: NewRegistration): Promise<void>;
  unregister(issuer: string, clientId: string): Promise<void>;
  platform(issuer: string, clientId: string): Promise<Platform | null>;
  platforms(): Promise<Platform[]>;
  /** The tool's public keys: a JWKS document as JSON text. */
  keySet(): Promise<string>;
  /** Signature, issuer, audience, expiry and LTI claims of an id_token. Whether it was used before, the one-time state says. */
  examine(idToken: string, examination: Examination): Promise<Verdict>;
};

/** The same jsonwebtoken that ltijs verifies with. */
const jsonwebtoken: {
  verify(
    token: string,
    key: KeyObject,
    options: { algorithms: string[]; clockTimestamp: number; clockTolerance: number },
  ): Record<string, unknown>;
} = createRequire(require.resolve('ltijs'))('jsonwebtoken');

const messageTypeClaim = 'https://purl.imsglobal.org/spec/lti/claim/message_type';

/**
 * ltijs knows two kinds of message. A submission review has all that a resource link launch must have, and is checked as one.
 * @see https://www.imsglobal.org/spec/lti-sr/v1p0
 */
const familiarMessage = ({ [messageTypeClaim]: type }: Record<string, unknown>): unknown =>
  type === 'LtiSubmissionReviewRequest' ? 'LtiResourceLinkRequest' : type;

/**
 * Two of ltijs's static functions are replaced, once for the process and without state of their own, so that several tools
 * in one process do not meet: verification takes our clock with its leeway (ltijs has none) and accepts an anonymous launch and
 * a submission review, and key pairs are made asynchronously (ltijs blocks the process for seconds with RSA-4096).
 */
Auth.verifyToken = async (token, key, limits, platform, database) => {
  const claims = jsonwebtoken.verify(token, key, {
    algorithms: ['RS256'],
    clockTimestamp: limits.nowSeconds,
    clockTolerance: limits.leewaySeconds,
  });
  await Auth.oidcValidation(claims, platform, limits, database);
  await Auth.claimValidation({
    ...claims,
    [messageTypeClaim]: familiarMessage(claims),
    sub: claims.sub ?? 'anonymous',
  });
  return claims;
};
Auth.generatePlatformKeyPair = async (key, database, issuer, clientId) => {
  const { kid, index, publicKey, privateKey } = await newKeyPair(issuer, clientId);
  const keep = (collection: string, pem: string) =>
    (database as LtijsDatabase).Replace(key, collection, { platformUrl: issuer, clientId }, { key: pem, kid }, index);
  await keep('publickey', publicKey);
  await keep('privatekey', privateKey);
  return kid;
};

const platformOf = async (platform: LtijsPlatform): Promise<Platform> => ({
  name: await platform.platformName(),
  issuer: await platform.platformUrl(),
  clientId: await platform.platformClientId(),
  authenticationUrl: await platform.platformAuthenticationEndpoint(),
  tokenUrl: await platform.platformAccessTokenEndpoint(),
  jwksUrl: String((await platform.platformAuthConfig()).key),
  tokenAudience: await platform.platformAuthorizationServer(),
  keyId: await platform.platformKid(),
  privateKey: () => platform.platformPrivateKey(),
});

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : 'UNKNOWN');

/** Parsed once for as long as its key set is kept. */
const parsedKeys = new WeakMap<PlatformKey, KeyObject>();
function parsed(key: PlatformKey): KeyObject {
  const known = parsedKeys.get(key);
  if (known !== undefined) return known;
  const made = createPublicKey({ key: { ...key }, format: 'jwk' });
  parsedKeys.set(key, made);
  return made;
}

/**
 * ltijs keeps every nonce it has seen. Here a nonce belongs to one state, and of a state exactly one launch is let through:
 * nothing is left for a list of nonces to find.
 */
const noNonces = { Get: async () => false, Insert: async () => true };

/** A request for ltijs's express app, its body already read, and a response that goes nowhere. */
function inward(url: string) {
  const read = { method: 'GET', url, _body: true, body: {}, cookies: {} };
  const request = Object.assign(new IncomingMessage(new Socket()), read);
  return { request, response: new ServerResponse(request) };
}

/**
 * Makes a ltijs tool of its own: the package exports one instance, so another is made from its constructor. It is not
 * `deploy`ed: our plugin needs no connection, and deploying would leave a SIGINT handler that ends the process.
 */
export function createLtijsTool(deps: {
  readonly database: LtijsDatabase;
  readonly encryptionKey: string;
  readonly clock: { now(): number };
}): LtijsTool {
  const { database, clock } = deps;
  const plugin: LtijsDatabase = {
    ...database,
    Get: async (key, collection, query) => {
      const rows = await database.Get(key, collection, query);
      if (collection !== 'platform' || rows === false) return rows;
      return rows.map((row) => settledRow(row, clock.now()));
    },
  };
  const provider: LtijsProvider = new exportedProvider.constructor();
  provider.setup(
    deps.encryptionKey,
    { plugin },
    {
      appRoute: route.launch,
      loginRoute: route.login,
      keysetRoute: route.keys,
      dynRegRoute: route.registration,
      ltiaas: true,
      cors: false,
    },
  );
  return {
    async register(registration) {
      await provider.registerPlatform({
        url: registration.issuer,
        name: registration.name,
        clientId: registration.clientId,
        authenticationEndpoint: registration.authenticationUrl,
        accesstokenEndpoint: registration.tokenUrl,
        authorizationServer: registration.tokenUrl,
        authConfig: { method: 'JWK_SET', key: registration.jwksUrl },
      });
    },
    async unregister(issuer, clientId) {
      await provider.deletePlatform(issuer, clientId);
      // With the keys of rotations, which ltijs does not know of.
      for (const collection of ['publickey', 'privatekey', 'accesstoken'])
        await database.Delete(collection, { platformUrl: issuer, clientId });
    },
    async platform(issuer, clientId) {
      const found = await provider.getPlatform(issuer, clientId);
      return found === false ? null : platformOf(found);
    },
    platforms: async () => Promise.all((await provider.getAllPlatforms()).map(platformOf)),
    keySet: () =>
      new Promise((resolve, reject) => {
        const { request, response } = inward(route.keys);
        response.end = (body?: unknown) => {
          if (response.statusCode === 200) resolve(String(body));
          else reject(new Error('The key set could not be made: is the secret the one the keys were stored with?'));
          return response;
        };
        provider.app.handle(request, response, (error) => reject(error ?? new Error('ltijs serves no key set')));
      }),
    async examine(idToken, { issuer, clientId, key, nowSeconds, leewaySeconds }) {
      // The only platform that there is for this token is the expected one, with the one key that its key set names.
      const platform: ExaminedPlatform = {
        platformActive: async () => true,
        platformAuthConfig: async () => ({ method: 'RSA_KEY', key: parsed(key) }),
        platformClientId: async () => clientId,
      };
      const expected = async (iss: string, aud: string) => iss === issuer && aud === clientId && platform;
      // Age is checked before, with leeway.
      const limits = { iss: issuer, maxAge: false, nowSeconds, leewaySeconds } as const;
      try {
        await Auth.validateToken(idToken, false, limits, expected, deps.encryptionKey, noNonces);
        return { valid: true };
      } catch (error) {
        return { valid: false, fault: faultOf(error) };
      }
    },
  };
}
