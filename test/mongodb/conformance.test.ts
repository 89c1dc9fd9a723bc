import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { freshDatabase } from '../builders/tool/database.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../lti-tool/store/embedded/temporary-database.ts';

type Command = Readonly<Record<string, unknown>>;

/** What the driver sends for `countDocuments`. */
const counting = (filter: Command, ...stages: readonly Command[]): Command => ({
  aggregate: 'c',
  pipeline: [{ $match: filter }, ...stages, { $group: { _id: 1, n: { $sum: 1 } } }],
  cursor: {},
});

/** A lone command, or several of which one depends on what another did. */
const batteries: Readonly<Record<string, readonly Command[]>> = {
  'unique indexes, and what they refuse': [
    { createIndexes: 'c', indexes: [{ key: { a: 1, b: 1 }, name: 'a_1_b_1', unique: true }] },
    { createIndexes: 'c', indexes: [{ key: { a: 1, b: 1 }, name: 'a_1_b_1', unique: true }] },
    { insert: 'c', documents: [{ _id: '1', a: 'x', b: 'y' }] },
    { insert: 'c', documents: [{ _id: '2', a: 'x', b: 'y' }] },
    { insert: 'c', documents: [{ _id: '1', a: 'other', b: 'y' }] },
    { insert: 'c', documents: [{ _id: '3', a: 'x', b: 'z' }], writeConcern: { j: false } },
  ],
  'finding by equality, lists, ranges, nulls and paths': [
    {
      insert: 'c',
      documents: [
        { _id: '1', tenant: 't', at: '2026-01-01', role: null, ids: ['p', 'q'], in: { side: { n: 1 } } },
        { _id: '2', tenant: 't', at: '2026-01-02', role: 'learner', ids: [], in: { side: { n: 2 } } },
        { _id: '3', tenant: 't', at: '2026-01-03', in: { side: null } },
        { _id: '4', tenant: 'u', at: '2026-01-03', role: 'learner', ids: ['p'] },
      ],
    },
    { find: 'c', filter: { tenant: 't' }, sort: { at: -1 } },
    { find: 'c', filter: { _id: { $in: ['1', '4', 'none'] } }, sort: { _id: 1 } },
    { find: 'c', filter: { _id: { $nin: ['1'] }, tenant: 't' }, sort: { _id: 1 } },
    { find: 'c', filter: { at: { $gt: '2026-01-01', $lte: '2026-01-03' } }, sort: { _id: 1 } },
    { find: 'c', filter: { role: null }, sort: { _id: 1 } },
    { find: 'c', filter: { role: { $ne: null } }, sort: { _id: 1 } },
    { find: 'c', filter: { role: { $in: [null, 'learner'] }, tenant: 't' }, sort: { _id: 1 } },
    { find: 'c', filter: { ids: 'p' }, sort: { _id: 1 } },
    { find: 'c', filter: { ids: { $eq: ['p', 'q'] } } },
    { find: 'c', filter: { 'in.side.n': { $gte: 2 } } },
    { find: 'c', filter: { $or: [{ role: 'learner' }, { at: '2026-01-01' }] }, sort: { _id: 1 } },
    { find: 'c', filter: { $nor: [{ role: 'learner' }], $and: [{ tenant: 't' }] }, sort: { _id: 1 } },
    { find: 'c', filter: { role: { $exists: false } } },
    { find: 'c', filter: { tenant: 't' }, projection: { at: 1, 'in.side': 1 }, sort: { _id: 1 } },
    { find: 'c', filter: { tenant: 't' }, projection: { _id: 0, in: 0 }, sort: { at: 1 }, limit: 2, skip: 1 },
    { count: 'c', query: { tenant: 't' } },
    { find: 'nowhere', filter: {} },
  ],
  'counting, by a query and by the pipeline that the driver makes of countDocuments': [
    counting({ at: null }),
    {
      insert: 'c',
      documents: [
        { _id: '1', at: 'a', side: { n: 1 } },
        { _id: '2', at: 'b', side: { n: 2 } },
        { _id: '3', at: null },
        { _id: '4' },
      ],
    },
    counting({}),
    counting({ at: null }),
    counting({ at: { $exists: false } }),
    counting({ 'side.n': { $exists: false } }),
    counting({ _id: { $in: ['1', '2', 'none'] }, at: { $gt: 'a' } }),
    counting({ at: 'nothing' }),
    counting({}, { $skip: 1 }),
    counting({}, { $limit: 2 }),
    { count: 'c' },
    { count: 'c', query: { at: { $ne: null } } },
    { count: 'c', query: {}, skip: 1, limit: 2 },
    { count: 'nowhere', query: { at: null } },
    { distinct: 'c', key: 'at', query: { at: { $ne: null } } },
  ],
  'making one only where there is none': [
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $setOnInsert: { since: 'x' } }, upsert: true }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $setOnInsert: { since: 'y' } }, upsert: true }] },
    { find: 'c', filter: {} },
  ],
  'changing one, by compare-and-set': [
    { insert: 'c', documents: [{ _id: '1', version: 1, list: [], side: { a: 1 } }] },
    { update: 'c', updates: [{ q: { _id: '1', version: 1 }, u: { $set: { version: 2, 'side.b': null } } }] },
    { update: 'c', updates: [{ q: { _id: '1', version: 1 }, u: { $set: { version: 3 } } }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $set: { version: 2 } } }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $inc: { version: 1, count: 2 } } }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $push: { list: { at: 'x' } } } }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $min: { due: '5' }, $unset: { 'side.a': '' } } }] },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $min: { due: '7' } } }] },
    { find: 'c', filter: {} },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { _id: '1', whole: true } }] },
    { update: 'c', updates: [{ q: { _id: '2' }, u: { whole: null }, upsert: true }] },
    { update: 'c', updates: [{ q: { _id: '2' }, u: { $set: { more: [] } }, upsert: true }] },
    { find: 'c', filter: {}, sort: { _id: 1 } },
    { update: 'c', updates: [{ q: { _id: '1' }, u: { $set: { _id: 'other' } } }] },
  ],
  'changing many, and removing': [
    { insert: 'c', documents: ['1', '2', '3', '4'].map((_id) => ({ _id, group: Number(_id) % 2 })) },
    { update: 'c', updates: [{ q: { group: 1 }, u: { $set: { taken: 'me' } }, multi: true }] },
    { update: 'c', updates: [{ q: { group: 1, taken: null }, u: { $set: { taken: 'you' } }, multi: true }] },
    { delete: 'c', deletes: [{ q: { group: 1 }, limit: 1 }] },
    { delete: 'c', deletes: [{ q: { group: 1 }, limit: 0 }] },
    { delete: 'c', deletes: [{ q: { _id: '1' }, limit: 1 }] },
    { find: 'c', filter: {}, sort: { _id: 1 } },
  ],
  'changing one and getting it': [
    { insert: 'c', documents: [{ _id: '1', n: 1 }] },
    { findAndModify: 'c', query: { _id: '1' }, update: { $set: { n: 2 } }, new: true, writeConcern: { j: false } },
    { findAndModify: 'c', query: { _id: '1' }, update: { $inc: { n: 1 } } },
    { findAndModify: 'c', query: { _id: 'none' }, update: { $set: { n: 2 } }, new: true },
    { findAndModify: 'c', query: { _id: '1' }, update: { $set: { n: 9 } }, new: true, fields: { n: 1 } },
    { find: 'c', filter: {} },
  ],
};

/** What of a reply the driver and we go by: not the wording of errors, nor what names a server. */
function essence(reply: Record<string, unknown>): unknown {
  const { ok, n, nModified, value, values, cursor, upserted, writeErrors, code, lastErrorObject } = reply;
  const batch = (cursor as { firstBatch?: unknown } | undefined)?.firstBatch;
  const codes = (writeErrors as Array<{ code: number }> | undefined)?.map((one) => one.code);
  const found = (lastErrorObject as { updatedExisting?: boolean } | undefined)?.updatedExisting;
  // Beside an error the count of what was done is 0, or is left out.
  const counts = codes === undefined ? { n, nModified } : {};
  const told = { ok, ...counts, value, values, batch, upserted, codes, code, found };
  return JSON.parse(JSON.stringify(told));
}

async function run(connection: Connection, command: Command): Promise<unknown> {
  try {
    return essence((await connection.db?.command(command)) ?? {});
  } catch (error) {
    const { code } = error as { code?: unknown };
    return { refused: code };
  }
}

/** What the stores send, to the embedded database and to the MongoDB of DATABASE_URL: a difference is the embedded one's fault. */
describe('the embedded database and MongoDB', () => {
  let embedded: TemporaryDatabase;
  let other: Connection;
  beforeEach(async () => {
    embedded = await openTemporaryDatabase();
    other = await mongoose.createConnection(freshDatabase(process.env.DATABASE_URL ?? '')).asPromise();
  });
  afterEach(async () => {
    await other.dropDatabase();
    await other.close();
    await embedded.close();
  });

  for (const [name, commands] of Object.entries(batteries))
    it(`agree on ${name}`, async () => {
      const told = async (connection: Connection) => {
        const replies: unknown[] = [];
        for (const command of commands) replies.push([JSON.stringify(command), await run(connection, command)]);
        return replies;
      };
      expect(await told(embedded.connection)).to.deep.equal(await told(other));
    });
});
