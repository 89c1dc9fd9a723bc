import { expect } from 'chai';
import { Schema } from 'mongoose';
import { openTemporaryDatabase, rejectionOf, type TemporaryDatabase } from '../temporary-database.ts';
import { thingModel } from './thing-model.ts';

describe('indexes through mongoose 9', () => {
  let database: TemporaryDatabase;
  let now = Date.now();

  beforeEach(async () => {
    database = await openTemporaryDatabase({ now: () => now, sweepEveryMs: 5 });
  });
  afterEach(() => database.close());

  const collection = () => database.connection.collection('c');
  const names = async () => (await collection().listIndexes().toArray()).map(({ name }) => name);

  it('synchronises and lists the indexes of a model', async () => {
    const things = thingModel(database.connection);
    await things.syncIndexes();
    expect((await things.listIndexes()).map(({ name }) => name)).to.deep.equal(['_id_', 'email_1', 'n_1']);
  });

  it('removes documents when a TTL index says so', async () => {
    const schema = new Schema({ k: String, createdAt: { type: Date, expires: 60, default: () => new Date(now) } });
    const sessions = database.connection.model('Session', schema);
    await sessions.init();
    await sessions.create({ k: 'a' }, { k: 'later', createdAt: new Date(now + 3600_000) });
    now += 60_000;
    while ((await sessions.countDocuments({})) > 1) await new Promise(setImmediate);
    expect((await sessions.findOne())?.k).to.equal('later');
    database = await database.restart();
    expect(await database.connection.collection('sessions').countDocuments()).to.equal(1);
  });

  it('enforces uniqueness from the first write after a restart', async () => {
    await collection().createIndex({ tenant: 1, email: 1 }, { unique: true });
    await collection().insertOne({ tenant: 't', email: 'a@x' });
    database = await database.restart();
    const failure = await rejectionOf(collection().insertOne({ tenant: 't', email: 'a@x' }));
    expect(failure.code).to.equal(11000);
    expect(await names()).to.deep.equal(['_id_', 'tenant_1_email_1']);
  });

  it('describes a violation as MongoDB does', async () => {
    await collection().createIndex({ tenant: 1, email: 1 }, { unique: true });
    await collection().insertOne({ tenant: 't', email: 'a@x' });
    const failure = await rejectionOf(collection().insertOne({ tenant: 't', email: 'a@x' }));
    expect(failure.message).to.equal(
      'E11000 duplicate key error collection: countersign.c index: tenant_1_email_1 dup key: { tenant: "t", email: "a@x" }',
    );
    expect(failure).to.deep.include({
      keyPattern: { tenant: 1, email: 1 },
      keyValue: { tenant: 't', email: 'a@x' },
    });
  });

  it('creates an index that is there already without complaint', async () => {
    await collection().createIndex({ a: 1 }, { unique: true });
    await collection().createIndex({ a: 1 }, { unique: true });
    expect(await names()).to.deep.equal(['_id_', 'a_1']);
  });

  it('refuses the same name for other keys (86), other options (85) and the same keys by another name (85)', async () => {
    await collection().createIndex({ a: 1 }, { name: 'x' });
    const codeOf = async (key: Record<string, 1>, options: { name: string; unique?: boolean }) =>
      (await rejectionOf(collection().createIndex(key, options))).code;
    expect(await codeOf({ b: 1 }, { name: 'x' })).to.equal(86);
    expect(await codeOf({ a: 1 }, { name: 'x', unique: true })).to.equal(85);
    expect(await codeOf({ a: 1 }, { name: 'y' })).to.equal(85);
  });

  it('refuses a unique index over duplicates and index options that it does not have', async () => {
    await collection().insertMany([{ a: 1 }, { a: 1 }]);
    expect((await rejectionOf(collection().createIndex({ a: 1 }, { unique: true }))).code).to.equal(11000);
    expect((await rejectionOf(collection().createIndex({ a: 'text' }))).code).to.equal(67);
    expect((await rejectionOf(collection().createIndex({ a: 1 }, { collation: { locale: 'en' } }))).code).to.equal(72);
    expect(await names()).to.deep.equal(['_id_']);
  });

  it('holds only part of the documents to a partial unique index', async () => {
    await collection().createIndex({ a: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await collection().insertMany([{ a: 1 }, { a: 1 }, { a: 1, active: true }]);
    const failure = await rejectionOf(collection().insertOne({ a: 1, active: true }));
    expect(failure.code).to.equal(11000);
    expect(await collection().countDocuments({ a: 1, active: true })).to.equal(1);
    expect(await collection().countDocuments({ a: 1 })).to.equal(3);
  });

  it('counts a missing field as null in a unique index unless it is sparse', async () => {
    await collection().createIndex({ a: 1 }, { unique: true });
    await collection().createIndex({ b: 1 }, { unique: true, sparse: true });
    await collection().insertOne({ a: 1 });
    await collection().insertOne({});
    expect((await rejectionOf(collection().insertOne({ a: null }))).code).to.equal(11000);
  });

  it('indexes each element of an array, and refuses two arrays in one index', async () => {
    await collection().createIndex({ tags: 1 }, { unique: true });
    await collection().createIndex({ left: 1, right: 1 });
    await collection().insertOne({ tags: ['a', 'b', 'b'] });
    expect((await rejectionOf(collection().insertOne({ tags: ['c', 'b'] }))).code).to.equal(11000);
    const parallel = collection().insertOne({ tags: 'd', left: [1, 2], right: [1, 2] });
    expect((await rejectionOf(parallel)).code).to.equal(171);
    expect(await collection().countDocuments({ tags: 'd' })).to.equal(0);
  });

  it('drops one index, or all but that on _id', async () => {
    await collection().createIndex({ a: 1 });
    await collection().createIndex({ b: 1 });
    await collection().dropIndex('a_1');
    expect(await names()).to.deep.equal(['_id_', 'b_1']);
    await collection().dropIndexes();
    expect(await names()).to.deep.equal(['_id_']);
    expect((await rejectionOf(collection().dropIndex('none'))).code).to.equal(27);
    expect((await rejectionOf(database.connection.collection('none').dropIndex('x'))).code).to.equal(26);
  });
});
