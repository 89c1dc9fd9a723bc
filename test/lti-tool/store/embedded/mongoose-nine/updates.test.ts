import { expect } from 'chai';
import { openTemporaryDatabase, rejectionOf, type TemporaryDatabase } from '../temporary-database.ts';
import { insertFiveThings, type ThingModel, thingModel } from './thing-model.ts';

describe('updates through mongoose 9', () => {
  let database: TemporaryDatabase;
  let things: ThingModel;

  before(async () => {
    database = await openTemporaryDatabase();
    things = thingModel(database.connection);
    await things.init();
  });
  beforeEach(async () => {
    await things.deleteMany({});
    await insertFiveThings(things);
  });
  after(() => database.close());

  const d1 = () => things.findById('d1').orFail();
  const tagsOfD1 = async () => [...(await d1()).tags];

  it('updates exactly one of several matches', async () => {
    const result = await things.updateOne({ tags: 'all' }, { $set: { opt: 'U' } });
    expect(result.matchedCount).to.equal(1);
    expect(await things.countDocuments({ opt: 'U' })).to.equal(1);
  });

  it('sets, unsets and increments, along dotted paths too', async () => {
    await things.updateOne(
      { _id: 'd1' },
      { $set: { 'nested.deep.b': 9, when: new Date(5), flag: true }, $unset: { opt: 1, name: 1 }, $inc: { n: 4 } },
    );
    const thing = await d1();
    expect(thing.nested?.deep?.b).to.equal(9);
    expect(thing.nested?.a).to.equal('a1');
    expect(thing.when).to.deep.equal(new Date(5));
    expect(thing.n).to.equal(5);
    expect(thing.name).to.equal(undefined);
    expect(thing.flag).to.equal(true);
    expect(Number(thing.updatedAt)).to.be.at.least(Number(thing.createdAt));
  });

  it('pushes, adds to a set and pulls scalars', async () => {
    await things.updateOne({ _id: 'd1' }, { $push: { tags: 'p' } });
    await things.updateOne({ _id: 'd1' }, { $addToSet: { tags: 'p' } });
    await things.updateOne({ _id: 'd1' }, { $pull: { tags: 'all' } });
    expect(await tagsOfD1()).to.deep.equal(['t1', 'p']);
  });

  it('pushes subdocuments, slices, and adds each to a set', async () => {
    await things.updateOne({ _id: 'd1' }, { $push: { items: { sku: 'z', qty: 1 } } });
    expect((await d1()).items[2]?.sku).to.equal('z');
    await things.updateOne({ _id: 'd1' }, { $addToSet: { tags: { $each: ['all', 'b'] } } });
    expect(await tagsOfD1()).to.deep.equal(['t1', 'all', 'b']);
    await things.updateOne({ _id: 'd1' }, { $push: { tags: { $each: ['c'], $slice: -2 } } });
    expect(await tagsOfD1()).to.deep.equal(['b', 'c']);
  });

  it('pulls subdocuments by a condition', async () => {
    await things.updateOne({ _id: 'd1' }, { $pull: { items: { sku: 'common' } } });
    expect((await d1()).items).to.have.length(1);
  });

  it('knows $min, $max and $mul', async () => {
    await things.updateOne({ _id: 'd3' }, { $min: { n: 1 } });
    await things.updateOne({ _id: 'd3' }, { $max: { n: 7 } });
    await things.updateOne({ _id: 'd3' }, { $mul: { n: 2 } });
    expect((await things.findById('d3'))?.n).to.equal(14);
  });

  it('updates many', async () => {
    const result = await things.updateMany({ name: 'x1' }, { $set: { opt: 'm' }, $inc: { n: 1 } });
    expect(result.modifiedCount).to.equal(3);
    expect(await things.countDocuments({ opt: 'm' })).to.equal(3);
  });

  it('upserts: copies equality fields, and $setOnInsert only the first time', async () => {
    const upsert = (n: number, opt: string) =>
      things.updateOne({ _id: 'u1', name: 'q' }, { $set: { n }, $setOnInsert: { opt } }, { upsert: true });
    expect((await upsert(1, 'first')).upsertedId).to.equal('u1');
    await upsert(2, 'second');
    const thing = await things.findById('u1').orFail();
    expect([thing.name, thing.opt, thing.n]).to.deep.equal(['q', 'first', 2]);
    expect(thing.createdAt).to.be.instanceOf(Date);
  });

  it('updates the matched element with the positional $, and others by array filters', async () => {
    await things.updateOne({ _id: 'd2', 'items.sku': 'common' }, { $set: { 'items.$.qty': 99 } });
    await things.updateOne(
      { _id: 'd3' },
      { $set: { 'items.$[i].qty': 77 } },
      { arrayFilters: [{ 'i.sku': 'common' }] },
    );
    expect((await things.findById('d2'))?.items.map(({ qty }) => qty)).to.deep.equal([2, 99]);
    expect((await things.findById('d3'))?.items.map(({ qty }) => qty)).to.deep.equal([3, 77]);
  });

  it('finds and updates: returns the new document, obeys sort, upserts, deletes', async () => {
    const after = { returnDocument: 'after' } as const;
    expect((await things.findOneAndUpdate({ _id: 'd1' }, { $inc: { n: 1 } }, after))?.n).to.equal(2);
    const last = await things.findOneAndUpdate({ tags: 'all' }, { $set: { opt: 'z' } }, { sort: { n: -1 }, ...after });
    expect(last?._id).to.equal('d5');
    const insert = { $set: { n: 3 }, $setOnInsert: { opt: 'i' } };
    const upserted = await things.findOneAndUpdate({ _id: 'fu' }, insert, { upsert: true, ...after });
    expect([upserted?._id, upserted?.n, upserted?.opt]).to.deep.equal(['fu', 3, 'i']);
    expect((await things.findOneAndDelete({ _id: 'd1' }))?._id).to.equal('d1');
    expect(await things.countDocuments()).to.equal(5);
  });

  it('carries out mixed bulk writes', async () => {
    const result = await things.bulkWrite([
      { insertOne: { document: new things({ _id: 'bw', n: 1 }) } },
      { updateOne: { filter: { _id: 'd1' }, update: { $inc: { n: 10 } } } },
      { updateMany: { filter: { name: 'x0' }, update: { $set: { opt: 'bw' } } } },
      { deleteOne: { filter: { _id: 'd5' } } },
      { replaceOne: { filter: { _id: 'd4' }, replacement: new things({ _id: 'd4', name: 'rep' }) } },
      { updateOne: { filter: { _id: 'up' }, update: { $set: { n: 5 } }, upsert: true } },
    ]);
    expect([result.insertedCount, result.deletedCount, result.upsertedCount]).to.deep.equal([1, 1, 1]);
    expect((await d1()).n).to.equal(11);
    expect((await things.findById('d4'))?.name).to.equal('rep');
    expect(await things.countDocuments()).to.equal(6);
  });

  it('deletes one and many', async () => {
    expect((await things.deleteOne({ name: 'x1' })).deletedCount).to.equal(1);
    expect((await things.deleteMany({ name: 'x0' })).deletedCount).to.equal(2);
    expect(await things.countDocuments()).to.equal(2);
  });

  it('reports a violated unique index from create, updateMany, findOneAndUpdate and _id', async () => {
    await things.create({ _id: 'a', email: 'a@x' }, { _id: 'b', email: 'b@x', opt: 'b' });
    const attempts = [
      () => things.create({ email: 'a@x' }),
      () => things.updateMany({ opt: 'b' }, { $set: { email: 'a@x' } }),
      () => things.findOneAndUpdate({ _id: 'b' }, { $set: { email: 'a@x' }, $push: { items: { sku: 'q' } } }),
      () => things.create({ _id: 'a' }),
    ];
    for (const attempt of attempts) expect((await rejectionOf(attempt())).code).to.equal(11000);
    expect((await things.findById('b'))?.items).to.have.length(0);
    await things.create({}, {}); // without an email, hence not in the sparse index
  });
});
