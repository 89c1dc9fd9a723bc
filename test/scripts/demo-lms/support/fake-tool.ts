import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { ToolAddresses } from '../../../../scripts/demo-lms/lms.ts';

/** A tool that has nothing but a key set and a key to sign with. */
export interface FakeTool {
  addresses: ToolAddresses;
  /** How often its key set was fetched. */
  fetches(): number;
  /** Signs a client assertion with the present key, or with another key under that key's name. */
  assertion(claims: Record<string, unknown>, changes?: { kid?: string; otherKey?: boolean }): Promise<string>;
  /** Replaces the key by a new one with a new id. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeTool(): Promise<FakeTool> {
  let fetched = 0;
  let number = 0;
  let key: CryptoKey;
  let jwk: JWK;
  const rotate = async (): Promise<void> => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    number += 1;
    key = pair.privateKey;
    jwk = { ...(await exportJWK(pair.publicKey)), kid: `tool-key-${number}`, alg: 'RS256', use: 'sig' };
  };
  await rotate();
  const server = createServer((_req, res) => {
    fetched += 1;
    res.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    addresses: {
      loginUrl: `${origin}/login`,
      launchUrl: `${origin}/launch`,
      jwksUrl: `${origin}/keys`,
      origin,
    },
    fetches: () => fetched,
    async assertion(claims, changes = {}) {
      const signer = changes.otherKey ? (await generateKeyPair('RS256')).privateKey : key;
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: changes.kid ?? jwk.kid ?? '' }).sign(signer);
    },
    rotate,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
