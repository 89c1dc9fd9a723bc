import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ToolKey, ToolKeys } from '../use-cases/lti-ports.ts';
import type { LtijsDatabase, Row } from './ltijs-database.ts';

const keyBits = 2_048;
const keyPlaces = ['publickey', 'privatekey'] as const;
/** Platforms cache the tool's key set; ours may be kept for five minutes, so a new key is published for longer than that first. */
const publishedFirstMs = 15 * 60_000;
/** An assertion lives for minutes; a day leaves room for clocks and caches. */
const overlapMs = 24 * 3_600_000;

/** An RSA key pair in PEM, made without blocking the process, with the fields by which it is found. */
export async function newKeyPair(issuer: string, clientId: string) {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: keyBits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const kid = randomBytes(16).toString('hex');
  return { ...pair, kid, index: { kid, platformUrl: issuer, clientId } };
}

/**
 * A platform's row as it is at a moment: where a rotation's time has come, the next key is the platform's own. So every process
 * changes over by itself, at the same moment.
 */
export const settledRow = (row: Row, now: number): Row =>
  typeof row.nextKid === 'string' && row.nextKidFrom instanceof Date && row.nextKidFrom.getTime() <= now
    ? { ...row, kid: row.nextKid, nextKid: null, nextKidFrom: null }
    : row;

/** The tool's own keys, one pair for each platform, and their rotation. */
export function createToolKeys(deps: {
  readonly database: LtijsDatabase;
  readonly encryptionKey: string;
  readonly clock: { now(): number };
}): ToolKeys {
  const { database, encryptionKey, clock } = deps;
  async function rowsOf(query: object): Promise<Row[]> {
    const rows = await database.Get(false, 'platform', query);
    return rows === false ? [] : rows.map((row) => settledRow(row, clock.now()));
  }
  async function keysOf({ platformUrl, clientId, kid, nextKid, nextKidFrom }: Row): Promise<ToolKey[]> {
    const platform = { platformUrl: String(platformUrl), clientId: String(clientId) };
    return (await database.keyIndex(platform)).map(({ keyId, expiresAt }) => {
      const state = keyId === kid ? 'current' : keyId === nextKid ? 'next' : 'old';
      const at = state === 'next' ? nextKidFrom : expiresAt;
      const changesAt = at instanceof Date ? at.toISOString() : null;
      return { issuer: platform.platformUrl, clientId: platform.clientId, keyId, state, changesAt };
    });
  }

  return {
    list: async () => (await Promise.all((await rowsOf({})).map(keysOf))).flat(),
    async rotate(issuer, clientId, atOnce) {
      const place = { platformUrl: issuer, clientId };
      const [row] = await rowsOf(place);
      if (row === undefined) return { kind: 'unknown' };
      if (row.nextKidFrom instanceof Date && !atOnce)
        return { kind: 'underWay', usedFrom: row.nextKidFrom.toISOString() };
      const usedFrom = new Date(clock.now() + (atOnce ? 0 : publishedFirstMs));
      const until = new Date(clock.now() + (atOnce ? 0 : overlapMs));
      const old = await database.keyIndex(place);
      const { kid, index, publicKey, privateKey } = await newKeyPair(issuer, clientId);
      await database.Insert(encryptionKey, 'publickey', { key: publicKey, kid }, index);
      await database.Insert(encryptionKey, 'privatekey', { key: privateKey, kid }, index);
      await database.Modify(false, 'platform', place, { kid: row.kid, nextKid: kid, nextKidFrom: usedFrom });
      for (const { keyId, expiresAt } of old)
        if (expiresAt === null || expiresAt > until)
          for (const collection of keyPlaces)
            await database.Modify(false, collection, { kid: keyId }, { expiresAt: until });
      return { kind: 'rotated', usedFrom: usedFrom.toISOString(), oldUntil: until.toISOString() };
    },
  };
}
