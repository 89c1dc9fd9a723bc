import { Long } from 'bson';
import { expect } from 'chai';
import { openTemporaryDatabase, rejectionOf, type TemporaryDatabase } from './temporary-database.ts';

describe('commands of the embedded database', () => {
  let database: TemporaryDatabase;

  before(async () => {
    database = await openTemporaryDatabase();
  });
  beforeEach(() => database.connection.dropDatabase());
  after(() => database.close());

  type Item = { _id: number | string; [field: string]: unknown };
  const items = () => database.connection.collection<Item>('items');
  const run = async (command: Record<string, unknown>) => {
    const { db } = database.connection;
    if (!db) throw new Error('not connected');
    return db.command(command);
  };
  const codeOf = async (command: Record<string, unknown>) => (await rejectionOf(run(command))).code;
  const commits = async () => (await run({ serverStatus: 1 })).metrics.commits;

  it('introduces itself as a standalone server', async () => {
    const hello = await run({ hello: 1 });
    expect(hello).to.deep.include({ isWritablePrimary: true, readOnly: false, maxBsonObjectSize: 16_777_216 });
    expect(hello).not.to.have.any.keys('setName', 'hosts', 'msg');
    for (const name of ['ping', 'buildInfo', 'connectionStatus', 'serverStatus', 'isMaster']) {
      expect((await run({ [name]: 1 })).ok).to.equal(1);
    }
  });

  it('refuses commands that it does not have with code 59', async () => {
    for (const name of ['mapReduce', 'eval', 'replSetInitiate', 'shutdown', 'getLog', 'constructor', '__proto__x']) {
      expect(await codeOf({ [name]: 1 }), name).to.equal(59);
    }
  });

  it('refuses operators and options that it does not have with a clear error', async () => {
    await items().insertOne({ _id: 1, a: [1] });
    const refused: [Record<string, unknown>, number][] = [
      [{ find: 'items', filter: { a: { $near: [1, 2] } } }, 2],
      [{ find: 'items', filter: { $where: 'sleep(1000)' } }, 2],
      [{ find: 'items', filter: {}, collation: { locale: 'en' } }, 2],
      [{ find: 'items', filter: { a: { $regex: '(' } } }, 2],
      [{ find: 'items', filter: { $or: [] } }, 2],
      [{ find: 'items', filter: 'text' }, 2],
      [{ aggregate: 'items', pipeline: [{ $out: 'other' }], cursor: {} }, 2],
      [{ aggregate: 'items', pipeline: [{ $changeStream: {} }], cursor: {} }, 2],
      [{ aggregate: 'items', pipeline: [{ $nonsense: {} }], cursor: {} }, 2],
      [{ aggregate: 'items', pipeline: [{ $match: {}, $sort: {} }], cursor: {} }, 40323],
      [{ aggregate: 1, pipeline: [], cursor: {} }, 2],
      [{ getMore: Long.fromNumber(99), collection: 'items' }, 43],
      [{ listIndexes: 'none' }, 26],
    ];
    for (const [command, code] of refused) expect(await codeOf(command), JSON.stringify(command)).to.equal(code);
  });

  it('runs no script that a query or an aggregation carries', async () => {
    await items().insertOne({ _id: 1 });
    const script = { $function: { body: 'function() { return true }', args: [], lang: 'js' } };
    expect(await codeOf({ find: 'items', filter: { $expr: script } })).to.equal(2);
    expect(await codeOf({ aggregate: 'items', pipeline: [{ $addFields: { a: script } }], cursor: {} })).to.equal(2);
  });

  it('refuses updates that MongoDB refuses, with its codes, and then changes nothing', async () => {
    await items().insertOne({ _id: 1, n: 'text', nothing: null, list: [1, 2], deep: { a: 1 } });
    const before = await items().findOne();
    const refused: [Record<string, unknown>, number][] = [
      [{ $inc: { n: 1 } }, 14],
      [{ $inc: { deep: 1 } }, 14],
      [{ $push: { n: 1 } }, 2],
      [{ $addToSet: { nothing: 1 } }, 2],
      [{ $set: { 'n.a': 1 } }, 28],
      [{ $set: { 'nothing.a': 1 } }, 28],
      [{ $set: { 'list.a': 1 } }, 28],
      [{ $set: { _id: 2 } }, 66],
      [{ $set: { a: 1 }, $inc: { a: 1 } }, 40],
      [{ $set: { deep: {}, 'deep.b': 1 } }, 40],
      [{ $set: { 'a..b': 1 } }, 56],
      [{ $set: { '__proto__.a': 1 } }, 2],
      [{ $set: { 'list.$.a': 1 } }, 2],
      [{ $set: 'text' }, 9],
      [{ $nonsense: { a: 1 } }, 9],
      [{ $pop: { list: 5 } }, 9],
      [{ $set: { 'list.9999999': 1 } }, 2],
    ];
    for (const [u, code] of refused) {
      const result = await run({ update: 'items', updates: [{ q: { _id: 1 }, u }] });
      expect(result.writeErrors?.[0]?.code, JSON.stringify(u)).to.equal(code);
    }
    expect(await items().findOne()).to.deep.equal(before);
    expect(({} as { a?: unknown }).a).to.equal(undefined);
  });

  it('reports a bulk of writes item by item: ordered stops at the first failure, unordered goes on', async () => {
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    const ordered = await run({ insert: 'items', documents });
    expect(ordered).to.deep.include({ n: 1, ok: 1 });
    expect(ordered.writeErrors[0]).to.deep.include({
      index: 1,
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: 1 },
    });
    const unordered = await run({ insert: 'items', documents, ordered: false });
    expect(unordered.n).to.equal(1);
    expect(unordered.writeErrors.map(({ index }: { index: number }) => index)).to.deep.equal([0, 1]);
  });

  it('writes nothing when an update changes nothing', async () => {
    await items().insertOne({ _id: 1, a: { b: [1, 2] }, n: 1 });
    const before = await commits();
    const update = { $set: { 'a.b': [1, 2], n: 1 }, $addToSet: { 'c.d': { $each: [] } }, $min: { x: 5 } };
    const same = { $set: { a: { b: [1, 2] } }, $max: { n: 0 }, $pull: { none: 9 }, $unset: { 'x.y': 1 } };
    expect((await items().updateOne({ _id: 1 }, same as object)).modifiedCount).to.equal(0);
    expect(await commits()).to.equal(before);
    expect((await items().updateOne({ _id: 1 }, update as object)).modifiedCount).to.equal(1);
    expect(await items().findOne()).to.deep.equal({ _id: 1, a: { b: [1, 2] }, n: 1, c: { d: [] }, x: 5 });
  });

  it('refuses documents over 16 MB, inserted or grown, with code 10334', async () => {
    const text = 'x'.repeat(9_000_000);
    await items().insertOne({ _id: 1, text });
    const grown = await run({ update: 'items', updates: [{ q: { _id: 1 }, u: { $set: { more: text } } }] });
    expect(grown.writeErrors[0].code).to.equal(10334);
    expect(await items().findOne({}, { projection: { text: 0 } })).to.deep.equal({ _id: 1 });
    const inserted = await rejectionOf(items().insertOne({ _id: 2, text, more: 'x'.repeat(8_000_000) }));
    expect(inserted.code).to.equal(10334);
  });

  it('gives large results in batches, as they were when the query was made', async () => {
    await items().insertMany(Array.from({ length: 250 }, (_, _id) => ({ _id, old: true })));
    const cursor = items().find({}, { batchSize: 100 });
    expect(await cursor.next()).to.deep.equal({ _id: 0, old: true });
    await items().updateMany({}, { $set: { old: false } });
    await items().deleteMany({ _id: { $gt: 200 } });
    const rest = await cursor.toArray();
    expect(rest).to.have.length(249);
    expect(rest.every(({ old }) => old === true)).to.equal(true);
  });

  it('forgets a cursor when it is closed', async () => {
    await items().insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const open = async () => (await run({ serverStatus: 1 })).metrics.cursor.open.total;
    const cursor = items().find({}, { batchSize: 2 });
    await cursor.next();
    expect(await open()).to.equal(1);
    await cursor.close();
    expect(await open()).to.equal(0);
  });

  it('counts with skip and limit', async () => {
    await items().insertMany([1, 2, 3, 4].map((_id) => ({ _id })));
    expect((await run({ count: 'items', query: { _id: { $gt: 1 } }, skip: 1, limit: 5 })).n).to.equal(2);
    expect(await items().estimatedDocumentCount()).to.equal(4);
  });

  it('tells from findAndModify what it did', async () => {
    const modify = (more: Record<string, unknown>) => run({ findAndModify: 'items', query: { _id: 'x' }, ...more });
    expect(await modify({ update: { $set: { a: 1 } } })).to.deep.include({
      lastErrorObject: { n: 0, updatedExisting: false },
      value: null,
    });
    expect((await modify({ update: { $set: { a: 1 } }, upsert: true })).lastErrorObject).to.deep.equal({
      n: 1,
      updatedExisting: false,
      upserted: 'x',
    });
    const changed = await modify({ update: { $inc: { a: 1 } }, new: true });
    expect(changed).to.deep.include({ lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 'x', a: 2 } });
    const part = { findAndModify: 'items', query: { _id: 'x' }, update: { $inc: { a: 1 } }, fields: { a: 1 } };
    expect(await codeOf(part), 'not in FerretDB either').to.equal(238);
    expect(await modify({ remove: true })).to.deep.include({ lastErrorObject: { n: 1 }, value: { _id: 'x', a: 2 } });
  });

  it('lists, creates and drops collections', async () => {
    await run({ create: 'made' });
    expect(await codeOf({ create: 'made' })).to.equal(48);
    await items().insertOne({ _id: 1 });
    const names = async () => (await database.connection.listCollections()).map(({ name }) => name).sort();
    expect(await names()).to.deep.equal(['items', 'made']);
    await run({ drop: 'made' });
    expect(await names()).to.deep.equal(['items']);
    database = await database.restart();
    expect(await names()).to.deep.equal(['items']);
    await database.connection.dropDatabase();
    expect(await names()).to.deep.equal([]);
    database = await database.restart();
    expect(await items().countDocuments()).to.equal(0);
  });

  it('keeps databases of different names apart', async () => {
    await items().insertOne({ _id: 1 });
    const other = database.connection.useDb('other');
    expect(await other.collection('items').countDocuments()).to.equal(0);
    await other.collection<Item>('items').insertOne({ _id: 1 });
    await other.dropDatabase();
    expect(await items().countDocuments()).to.equal(1);
  });

  it('takes field names that mean something to JavaScript as names', async () => {
    const fields = { constructor: 1, toString: 'x', hasOwnProperty: [1], valueOf: { prototype: 1 } };
    await items().insertOne({ _id: 1, ...fields });
    await items().updateOne({ _id: 1 }, { $set: { 'valueOf.constructor': 2 } });
    expect(await items().countDocuments({ 'valueOf.constructor': 2, constructor: 1 })).to.equal(1);
    expect(await items().countDocuments({ isPrototypeOf: { $exists: true } })).to.equal(0);
  });
});
