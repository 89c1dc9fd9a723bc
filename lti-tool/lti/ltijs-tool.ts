/**
 * The one file that touches ltijs's insides (pinned to 5.9.9; `test/lti-tool/lti/ltijs-tool.test.ts` fails when an upgrade
 * changes what is relied on here). ltijs keeps the platform registry, the tool's keys and their JWKS document, and checks
 * an id_token's signature and LTI claims, all in its `ltiaas` mode. It never sees a browser's request: it is given one of our own
 * making, after our own checks, and answers into a response that nobody reads.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { Provider as exportedProvider, type LtijsPlatform, type LtijsProvider } from 'ltijs';
import Auth from 'ltijs/dist/Utils/Auth';
import type { NewRegistration } from '../use-cases/lti-ports.ts';
import type { PlatformKey } from './key-sets.ts';
import type { LtijsDatabase, Row } from './ltijs-database.ts';
import { newKeyPair, settledRow } from './tool-keys.ts';

const route = { launch: '/lti/launch', login: '/lti/login', keys: '/lti/keys', registration: '/lti/register' };
/** Any text: ltijs only uses it to find the issuer we expect; our own state is spent by then. */
const spentState = 'spent';

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
  /** Signature, issuer, audience, expiry, nonce replay and LTI claims of an id_token. */
  examine(idToken: string, examination: Examination): Promise<Verdict>;
};

const examinations = new AsyncLocalStorage<Examination & { settle(verdict: Verdict): void }>();

/** The same jsonwebtoken that ltijs verifies with. */
const jsonwebtoken: {
  verify(
    token: string,
    key: string,
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
  const examination = examinations.getStore();
  if (examination === undefined) throw new Error('NO_EXAMINATION');
  const claims = jsonwebtoken.verify(token, key, {
    algorithms: ['RS256'],
    clockTimestamp: examination.nowSeconds,
    clockTolerance: examination.leewaySeconds,
  });
  await Auth.oidcValidation(claims, platform, limits, database);
  await Auth.claimValidation({
    ...claims,
    [messageTypeClaim]: familiarMessage(claims),
    sub: claims.sub ?? 'anonymous',
  });
  return { ...claims, clientId: examination.clientId, platformId: await platform.platformKid() };
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

/** During an examination only the expected platform exists, with the one key that its key set names for this token. */
function examinedRows(rows: Row[]): Row[] | false {
  const examination = examinations.getStore();
  if (examination === undefined) return rows;
  const expected = rows.filter(
    (row) => row.platformUrl === examination.issuer && row.clientId === examination.clientId,
  );
  if (expected.length === 0) return false;
  return expected.map((row) => ({ ...row, authConfig: { method: 'JWK_KEY', key: { ...examination.key } } }));
}

/**
 * A request for ltijs's express app, with the body and cookies already read, and a response that goes nowhere. Its cookies are
 * ours to set, and ltijs would fall over (an unhandled rejection) where setting one fails.
 */
function inward(method: 'GET' | 'POST', url: string, read: object) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url, _body: true, cookies: {}, ...read });
  const noCookies = { cookie: () => undefined, clearCookie: () => undefined };
  return { request, response: Object.assign(new ServerResponse(request), noCookies) };
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
      return examinedRows(rows.map((row) => settledRow(row, clock.now())));
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
      // Age is checked before, with leeway.
      tokenMaxAge: false,
    },
  );
  const settle = (verdict: Verdict) => examinations.getStore()?.settle(verdict);
  provider.onConnect(() => settle({ valid: true }));
  provider.onDeepLinking(() => settle({ valid: true }));
  provider.onInvalidToken((_request, response) =>
    settle({ valid: false, fault: response.locals.err?.details?.message ?? 'UNKNOWN' }),
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
        const { request, response } = inward('GET', route.keys, { body: {} });
        response.end = (body?: unknown) => {
          if (response.statusCode === 200) resolve(String(body));
          else reject(new Error('The key set could not be made: is the secret the one the keys were stored with?'));
          return response;
        };
        provider.app.handle(request, response, (error) => reject(error ?? new Error('ltijs serves no key set')));
      }),
    examine: (idToken, examination) =>
      new Promise((resolve, reject) => {
        const { request, response } = inward('POST', route.launch, {
          body: { id_token: idToken, state: spentState },
          signedCookies: { [`state${spentState}`]: examination.issuer },
        });
        const missed = (error?: unknown) => reject(error ?? new Error('ltijs serves no launch'));
        examinations.run({ ...examination, settle: resolve }, () => provider.app.handle(request, response, missed));
      }),
  };
}
