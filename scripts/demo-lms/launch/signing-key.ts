import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** The platform's RS256 key pair. */
export interface SigningKey {
  /** The key set that the tool fetches, public parts only. */
  publicKeys: { keys: JWK[] };
  /** Signs claims as a compact JWT. Header fields given win over the usual ones. */
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** A fresh private key as a JWK, to be kept in the state file. */
export async function makePrivateKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
}

/** Makes the kept private key ready for use. @throws Error when it is no RSA key. */
export async function openSigningKey(jwk: JWK): Promise<SigningKey> {
  const key = (await importJWK(jwk, 'RS256')) as CryptoKey;
  const { kty, n, e, kid } = jwk;
  if (kty !== 'RSA' || !n || !e || !kid) throw new Error('The kept signing key is not an RSA key with a key id.');
  return {
    publicKeys: { keys: [{ kty, alg: 'RS256', kid, e, n, use: 'sig' }] },
    sign: (claims, header) =>
      new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, ...header }).sign(key),
  };
}
