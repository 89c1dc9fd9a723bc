import {
  type RecordCollection,
  type RecordDocument,
  type RecordFilter,
  type Records,
  recordCollections,
} from '../use-cases/lti-ports.ts';
import type { Seal, Sealed } from './sealing.ts';

/** ltijs's Database plugin: how it keeps platforms, keys and access tokens. Rows with a key are encrypted. */
export type LtijsDatabase = {
  setup(): Promise<true>;
  Close(): Promise<true>;
  /** Rows, or false (never an empty list). */
  Get(key: string | false, collection: string, query?: object): Promise<Row[] | false>;
  Insert(key: string | false, collection: string, item: object, index?: object): Promise<true>;
  Replace(key: string | false, collection: string, query: object, item: object, index?: object): Promise<true>;
  Modify(key: string | false, collection: string, query: object, change: object): Promise<true>;
  Delete(collection: string, query: object): Promise<true>;
  /** Ids of the tool's published keys for a platform, not opened; `expiresAt` where one is on its way out. Not ltijs's. */
  keyIndex(platform: { platformUrl: string; clientId: string }): Promise<{ keyId: string; expiresAt: Date | null }[]>;
};
export type Row = Record<string, unknown>;

const accessTokenLifeMs = 3_600_000;

const isCollection = (name: string): name is RecordCollection => Object.hasOwn(recordCollections, name);
const collectionOf = (name: string): RecordCollection => {
  if (!isCollection(name)) throw new Error(`UNKNOWN_COLLECTION_${name}`);
  return name;
};
/** Only plain text is compared, so that `{"$ne": ""}` can never be a query. */
function filterOf(query: object = {}): RecordFilter {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  for (const [field, value] of entries) if (typeof value !== 'string') throw new Error(`INVALID_QUERY_${field}`);
  return Object.fromEntries(entries);
}
const sealedOf = ({ iv, data }: RecordDocument): Sealed => ({ iv: String(iv), data: String(data) });

/** ltijs's Database plugin over the `Records` port. It keeps no connection: the store owns that. */
export function createLtijsDatabase(deps: {
  readonly records: Records;
  readonly seal: Seal;
  readonly clock: { now(): number };
}): LtijsDatabase {
  const { records, seal, clock } = deps;
  const lifeOf: Readonly<Record<string, number>> = { accesstoken: accessTokenLifeMs };
  const rowOf = (key: string | false, collection: string, item: object, index: object = {}): Row => {
    const life = lifeOf[collection];
    return {
      ...(key === false ? item : { ...index, ...seal.close(item, collection) }),
      ...(life !== undefined && { createdAt: clock.now(), expiresAt: new Date(clock.now() + life) }),
    };
  };
  const isLive = ({ expiresAt }: RecordDocument) => !(expiresAt instanceof Date) || expiresAt.getTime() > clock.now();

  return {
    setup: async () => true,
    Close: async () => true,
    async Get(key, collection, query) {
      const found = await records.find(collectionOf(collection), filterOf(query));
      const rows = found.filter(isLive).map((row) => {
        if (key === false) return { ...row };
        return { ...Object(seal.open(sealedOf(row), collection)), createdAt: row.createdAt };
      });
      return rows.length === 0 ? false : rows;
    },
    async keyIndex(platform) {
      const rows = await records.find('publickey', platform);
      return rows
        .filter(isLive)
        .map(({ kid, expiresAt }) => ({ keyId: String(kid), expiresAt: expiresAt instanceof Date ? expiresAt : null }));
    },
    async Insert(key, collection, item, index) {
      await records.insert(collectionOf(collection), rowOf(key, collection, item, index));
      return true;
    },
    async Replace(key, collection, query, item, index) {
      await records.replace(collectionOf(collection), filterOf(query), rowOf(key, collection, item, index));
      return true;
    },
    async Modify(key, collection, query, change) {
      if (key !== false) throw new Error('ENCRYPTED_ROWS_ARE_REPLACED_NOT_MODIFIED');
      await records.modify(collectionOf(collection), filterOf(query), { ...change });
      return true;
    },
    async Delete(collection, query) {
      await records.remove(collectionOf(collection), filterOf(query));
      return true;
    },
  };
}
