import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK } from 'jose';
import { signingKey } from '../builders/lti/signing-keys.ts';
import { certify } from './bad-launch.ts';
import { encoded, goodHeader, rawToken, withToken } from './bad-token.ts';

/** As JSON drops it. */
const withoutKid = { kid: undefined };

certify('bad signatures and headers', [
  {
    name: 'a token without signature',
    wrong: 'alg "none" lets anybody write it',
    code: 'LAUNCH_TOKEN_ALGORITHM',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, alg: 'none' }, claims)),
  },
  {
    name: 'an unsigned token of two parts',
    wrong: 'it has no signature at all',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => `${encoded({ alg: 'none' })}.${encoded(claims)}.`),
  },
  {
    name: 'a token signed by HS256 with the public key',
    wrong: 'everybody has the public key',
    code: 'LAUNCH_TOKEN_ALGORITHM',
    attempt: withToken(async ({ platform }, claims) => {
      const key = await importJWK(platform.key.jwk, 'RS256', { extractable: true });
      if (key instanceof Uint8Array) throw new Error('an RSA key was expected');
      const signed = `${encoded({ ...goodHeader, alg: 'HS256' })}.${encoded(claims)}`;
      return `${signed}.${createHmac('sha256', await exportSPKI(key))
        .update(signed)
        .digest('base64url')}`;
    }),
  },
  {
    name: 'a token that says RS512',
    wrong: 'LTI uses RS256 only',
    code: 'LAUNCH_TOKEN_ALGORITHM',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, alg: 'RS512' }, claims)),
  },
  {
    name: 'a token with alg in a list',
    wrong: 'an algorithm is a text',
    code: 'LAUNCH_TOKEN_ALGORITHM',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, alg: ['RS256'] }, claims)),
  },
  {
    name: 'a token of another key under the platform’s key id',
    wrong: 'the signature is not the platform’s',
    code: 'LAUNCH_TOKEN_SIGNATURE',
    attempt: withToken(async ({ platform }, claims) =>
      platform.sign(claims, { kid: 'platform-key-1' }, await signingKey('an-attackers-key')),
    ),
  },
  {
    name: 'a token changed after signing',
    wrong: 'its subject was swapped',
    code: 'LAUNCH_TOKEN_SIGNATURE',
    attempt: withToken(async ({ platform }, claims) => {
      const [header, , signature] = (await platform.sign(claims)).split('.');
      return `${header}.${encoded({ ...claims, sub: '3' })}.${signature}`;
    }),
  },
  {
    name: 'a token with an unknown key id',
    wrong: 'the platform publishes no such key',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: withToken(async ({ platform }, claims) => platform.sign(claims, {}, await signingKey('not-published'))),
  },
  {
    name: 'a token without key id',
    wrong: 'the header does not say which key signed it',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: withToken(({ platform }, claims) => platform.sign(claims, withoutKid)),
  },
  {
    name: 'a token with a key id that is an object',
    wrong: 'it could become a query',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, kid: { $ne: '' } }, claims)),
  },
  {
    name: 'a token with a very long key id',
    wrong: 'no key is named by 300 characters',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, kid: 'k'.repeat(300) }, claims)),
  },
  {
    name: 'a token of another type',
    wrong: 'typ is at+jwt, an access token',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken(({ platform }, claims) => platform.sign(claims, { typ: 'at+jwt' })),
  },
  {
    name: 'a token with critical extensions',
    wrong: 'we understand none, so it must not be believed',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => rawToken({ ...goodHeader, crit: ['exp'] }, claims)),
  },
  {
    name: 'a token with header null',
    wrong: 'JSON null is no header',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => rawToken(null, claims)),
  },
  {
    name: 'a token with payload null',
    wrong: 'JSON null holds no claims',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken(() => rawToken(goodHeader, null)),
  },
  {
    name: 'a token whose payload is a list',
    wrong: 'a list holds no claims',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => rawToken(goodHeader, [claims])),
  },
  {
    name: 'a token whose payload is no JSON',
    wrong: 'it cannot be read',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken(() => `${encoded(goodHeader)}.bm90IGpzb24.c2ln`),
  },
  {
    name: 'an encrypted token of five parts',
    wrong: 'it is a JWE',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => `${rawToken(goodHeader, claims)}.YQ.YQ`),
  },
  {
    name: 'a token with spaces in it',
    wrong: 'base64url has none',
    code: 'LAUNCH_TOKEN_MALFORMED',
    attempt: withToken((_stage, claims) => rawToken(goodHeader, claims).replace('.', ' .')),
  },
]);
