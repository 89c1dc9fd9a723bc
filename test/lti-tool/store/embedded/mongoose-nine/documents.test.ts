import { expect } from 'chai';
import { Schema, Types } from 'mongoose';
import { openTemporaryDatabase, rejectionOf, type TemporaryDatabase } from '../temporary-database.ts';
import { idsOf, insertFiveThings, type ThingModel, thingModel } from './thing-model.ts';

const oidSchema = new Schema({
  v: Number,
  ref: Schema.Types.ObjectId,
  buf: Buffer,
  big: BigInt,
  price: Schema.Types.Decimal128,
  any: Schema.Types.Mixed,
});

describe('documents through mongoose 9', () => {
  let database: TemporaryDatabase;
  let things: ThingModel;

  before(async () => {
    database = await openTemporaryDatabase();
    things = thingModel(database.connection);
    await things.init();
  });
  beforeEach(() => things.deleteMany({}));
  after(() => database.close());

  const oids = () => database.connection.model('Oid', oidSchema);

  it('creates and finds by id, with nested fields, subdocuments, maps, dates and timestamps', async () => {
    const created = await things.create({
      name: 'a',
      when: new Date(1e12),
      nested: { a: 'q', deep: { b: 2 } },
      items: [{ sku: 's', qty: 1, at: new Date(2e12) }],
      tags: ['t'],
      grades: { alice: 90 },
    });
    const found = await things.findById(created._id).orFail();
    expect(found.nested?.deep?.b).to.equal(2);
    expect(found.items[0]?.sku).to.equal('s');
    expect(found.items[0]?.at).to.deep.equal(new Date(2e12));
    expect(found.when).to.deep.equal(new Date(1e12));
    expect(found.createdAt).to.be.instanceOf(Date);
    expect(found.grades?.get('alice')).to.equal(90);
    expect(found.get('__v')).to.equal(0);
  });

  it('gives dates as dates in lean results, also behind an excluding projection', async () => {
    await insertFiveThings(things);
    const whole = await things.findOne({ _id: 'd1' }).lean().orFail();
    expect(whole.when).to.be.instanceOf(Date);
    expect(whole.items[0]?.at).to.be.instanceOf(Date);
    const partial = await things.findOne({ _id: 'd1' }).select('-name').lean().orFail();
    expect(partial).not.to.have.property('name');
    expect(partial.when).to.be.instanceOf(Date);
  });

  it('inserts many, and with ordered: false goes on after a duplicate', async () => {
    await insertFiveThings(things);
    expect(await things.countDocuments()).to.equal(5);
    const failure = await rejectionOf(things.insertMany([{ _id: 'd1' }, { _id: 'new' }], { ordered: false }));
    expect(failure.code).to.equal(11000);
    expect(await things.countDocuments({ _id: 'new' })).to.equal(1);
  });

  it('saves a map field, with keys that look like numbers too', async () => {
    await insertFiveThings(things);
    const thing = await things.findById('d1').orFail();
    thing.grades?.set('bob', 5);
    await thing.save();
    await things.updateOne({ _id: 'd1' }, { $set: { 'grades.12345': 8 } });
    const saved = await things.findById('d1').orFail();
    expect(Object.fromEntries(saved.grades ?? [])).to.deep.equal({ u1: 1, bob: 5, '12345': 8 });
    expect(await things.countDocuments({ 'grades.12345': 8 })).to.equal(1);
  });

  it('saves elements pushed to arrays and elements changed in place', async () => {
    await insertFiveThings(things);
    const thing = await things.findById('d1').orFail();
    thing.items.push({ sku: 'n', qty: 1, at: new Date(7) });
    thing.tags.push('nn');
    await thing.save();
    thing.items[1]?.set('qty', 5);
    await thing.save();
    const saved = await things.findById('d1').orFail();
    expect(saved.items.map(({ qty }) => qty)).to.deep.equal([1, 5, 1]);
    expect(saved.items[2]?.at).to.deep.equal(new Date(7));
    expect([...saved.tags]).to.deep.equal(['t1', 'all', 'nn']);
  });

  it('does not store a field that is undefined', async () => {
    const thing = new things({ _id: 'un' });
    thing.set('opt', undefined);
    await thing.save();
    expect(await things.countDocuments({ opt: { $exists: true } })).to.equal(0);
  });

  it('keeps ObjectIds: found by id and by reference', async () => {
    const ref = new Types.ObjectId();
    const created = await oids().create({ v: 1, ref });
    const found = await oids().findById(created._id).orFail();
    expect(found._id).to.be.instanceOf(Types.ObjectId);
    expect(String(found.ref)).to.equal(String(ref));
    expect(await oids().countDocuments({ ref })).to.equal(1);
  });

  it('keeps every byte of binary data, tells such values apart and finds by them', async () => {
    const created = await oids().create({ v: 1, buf: Buffer.from([1, 2, 255]) });
    await oids().updateOne({ _id: created._id }, { buf: Buffer.from([1, 2, 254]) });
    const found = await oids()
      .findOne({ buf: Buffer.from([1, 2, 254]) })
      .orFail();
    expect([...(found.buf ?? [])]).to.deep.equal([1, 2, 254]);
    expect(await oids().countDocuments({ buf: Buffer.from([1, 2, 255]) })).to.equal(0);
  });

  it('keeps 64-bit integers and decimals, over updates too', async () => {
    const big = 2n ** 60n + 1n;
    const created = await oids().create({ v: 1, big, price: Types.Decimal128.fromString('12.50') });
    await oids().updateOne({ _id: created._id }, { $inc: { big: 1 } });
    const found = await oids().findById(created._id).orFail();
    expect(found.big).to.equal(big + 1n);
    expect(String(found.price)).to.equal('12.50');
    expect(await oids().countDocuments({ big: { $gt: big } })).to.equal(1);
  });

  it('keeps null, nested arrays and nested dates of a mixed field', async () => {
    await oids().create({ v: 2, any: { a: null, d: new Date(3), l: [1, { x: new Date(4) }] } });
    const found = await oids().findOne({ v: 2 }).lean().orFail();
    expect(found.any).to.deep.equal({ a: null, d: new Date(3), l: [1, { x: new Date(4) }] });
  });

  it('populates references', async () => {
    const posts = database.connection.model('Post', new Schema({ _id: String, thing: { type: String, ref: 'Thing' } }));
    await things.create({ _id: 'pp', name: 'pop' });
    await posts.create({ _id: '1', thing: 'pp' });
    const post = await posts.findOne({ _id: '1' }).populate<{ thing: { name: string } }>('thing').orFail();
    expect(post.thing.name).to.equal('pop');
  });

  it('reads the same after a restart, in the order of insertion', async () => {
    await insertFiveThings(things);
    const before = await things.find().lean();
    database = await database.restart();
    things = thingModel(database.connection);
    const after = await things.find().lean();
    expect(idsOf(after)).to.equal('d1,d2,d3,d4,d5');
    expect(after).to.deep.equal(before);
  });
});
