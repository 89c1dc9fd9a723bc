import { importJWK, type JWK } from 'jose';
import { z } from 'zod';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });
type ToolKey = Awaited<ReturnType<typeof importJWK>>;

/** The tool's public keys, fetched from its key set address. */
export interface ToolKeys {
  /** The key with that id; an id not yet seen fetches the set anew. Null when the tool has no such key. */
  find(kid: string): Promise<ToolKey | null>;
}

const TIMEOUT_MS = 5000;

export function makeToolKeys(jwksUrl: string): ToolKeys {
  let known = new Map<string, JWK>();

  async function fetchKeys(): Promise<void> {
    const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    const set = keySetSchema.parse(await response.json());
    known = new Map(set.keys.map((key) => [key.kid, key as JWK]));
  }

  return {
    async find(kid) {
      if (!known.has(kid)) await fetchKeys().catch(() => undefined);
      const jwk = known.get(kid);
      return jwk ? importJWK(jwk, 'RS256') : null;
    },
  };
}
