import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

const made = new Map<string, Promise<SigningKey>>();

async function make(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** A real RSA key, made once for each name in a test run. */
export function signingKey(kid: string): Promise<SigningKey> {
  const key = made.get(kid) ?? make(kid);
  made.set(kid, key);
  return key;
}
