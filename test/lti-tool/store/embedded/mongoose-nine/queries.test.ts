import { expect } from 'chai';
import { openTemporaryDatabase, type TemporaryDatabase } from '../temporary-database.ts';
import { idsOf, insertFiveThings, type ThingModel, thingModel } from './thing-model.ts';

describe('queries through mongoose 9', () => {
  let database: TemporaryDatabase;
  let things: ThingModel;

  before(async () => {
    database = await openTemporaryDatabase();
    things = thingModel(database.connection);
    await things.init();
    await insertFiveThings(things);
  });
  after(() => database.close());

  it('sorts, skips, limits and projects', async () => {
    expect((await things.findOne({}).sort({ n: -1 }))?._id).to.equal('d5');
    const found = await things.find({}).sort({ n: -1 }).skip(1).limit(2).select('n');
    expect(idsOf(found)).to.equal('d4,d3');
    expect(found[0]?.name).to.equal(undefined);
  });

  it('knows $in, $nin, $ne, ranges, $exists, $or and $and', async () => {
    expect(idsOf(await things.find({ n: { $in: [1, 3] } }).sort('n'))).to.equal('d1,d3');
    expect(idsOf(await things.find({ n: { $nin: [1, 3] } }).sort('n'))).to.equal('d2,d4,d5');
    expect(await things.countDocuments({ name: { $ne: 'x1' } })).to.equal(2);
    expect(await things.countDocuments({ n: { $gt: 1, $lte: 4 } })).to.equal(3);
    expect(await things.countDocuments({ opt: { $exists: false } })).to.equal(5);
    expect(await things.countDocuments({ $or: [{ n: 1 }, { name: 'x0' }] })).to.equal(3);
    expect(await things.countDocuments({ $and: [{ n: { $gt: 1 } }, { flag: true }] })).to.equal(2);
  });

  it('compares and sorts dates', async () => {
    const between = { $gt: new Date(2026, 0, 2), $lt: new Date(2026, 0, 5) };
    expect(idsOf(await things.find({ when: between }).sort({ when: -1 }))).to.equal('d4,d3');
  });

  it('reaches into nested objects, arrays and arrays of subdocuments', async () => {
    expect(idsOf(await things.find({ 'nested.deep.b': { $gte: 4 } }).sort('n'))).to.equal('d4,d5');
    expect(await things.countDocuments({ tags: 'all' })).to.equal(5);
    expect(await things.countDocuments({ tags: 't3' })).to.equal(1);
    expect(await things.countDocuments({ 'items.sku': 'common' })).to.equal(5);
    expect(idsOf(await things.find({ 'items.sku': 's2' }))).to.equal('d2');
    expect(idsOf(await things.find({ items: { $elemMatch: { sku: 'common', qty: 30 } } }))).to.equal('d3');
  });

  it('knows $nor, $not, regular expressions, $size and $all', async () => {
    expect(await things.countDocuments({ name: { $not: { $eq: 'x1' } } })).to.equal(2);
    expect(await things.countDocuments({ name: /^x1/ })).to.equal(3);
    expect(await things.countDocuments({ name: /^X1/i })).to.equal(3);
    expect(await things.countDocuments({ tags: { $size: 2 } })).to.equal(5);
    expect(await things.countDocuments({ tags: { $all: ['t1', 'all'] } })).to.equal(1);
    expect(await things.countDocuments({ $nor: [{ n: 1 }] })).to.equal(4);
  });

  it('gives distinct values, of arrays too', async () => {
    expect((await things.distinct('name')).sort()).to.deep.equal(['x0', 'x1']);
    expect((await things.distinct('tags', { n: { $lt: 3 } })).sort()).to.deep.equal(['all', 't1', 't2']);
  });

  it('iterates with cursors', async () => {
    let sum = 0;
    for await (const thing of things.find({}).sort('n').batchSize(2).cursor()) sum += thing.n ?? 0;
    expect(sum).to.equal(15);
    const aggregated: unknown[] = [];
    for await (const found of things.aggregate([{ $match: { n: { $gt: 2 } } }]).cursor()) aggregated.push(found);
    expect(aggregated).to.have.length(3);
  });

  it('aggregates with $match, $group and $sort', async () => {
    const totals = await things.aggregate([
      { $match: { n: { $gt: 1 } } },
      { $group: { _id: '$name', total: { $sum: '$n' }, c: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    expect(totals).to.deep.equal([
      { _id: 'x0', total: 6, c: 2 },
      { _id: 'x1', total: 8, c: 2 },
    ]);
  });

  it('aggregates with $max, $push and computed projections', async () => {
    const projected = await things.aggregate([
      { $group: { _id: '$name', mx: { $max: '$n' }, ns: { $push: '$n' } } },
      { $project: { d: { $add: ['$mx', 1] }, k: { $size: '$ns' } } },
      { $sort: { _id: 1 } },
    ]);
    expect(projected).to.deep.equal([
      { _id: 'x0', d: 5, k: 2 },
      { _id: 'x1', d: 6, k: 3 },
    ]);
  });

  it('aggregates over unwound subdocuments', async () => {
    const most = await things.aggregate([
      { $unwind: '$items' },
      { $group: { _id: '$items.sku', q: { $sum: '$items.qty' } } },
      { $sort: { q: -1 } },
      { $limit: 1 },
    ]);
    expect(most).to.deep.equal([{ _id: 'common', q: 150 }]);
  });

  it('joins with $lookup', async () => {
    const [joined] = await things.aggregate([
      { $match: { _id: 'd1' } },
      { $lookup: { from: 'things', localField: 'name', foreignField: 'name', as: 'same' } },
    ]);
    expect(joined.same).to.have.length(3);
  });

  it('leaves stored documents alone when an aggregation changes its own', async () => {
    await things.aggregate([{ $set: { 'nested.deep.b': 99 } }, { $unset: 'items' }]);
    const thing = await things.findById('d1').orFail();
    expect(thing.nested?.deep?.b).to.equal(1);
    expect(thing.items).to.have.length(2);
  });
});
