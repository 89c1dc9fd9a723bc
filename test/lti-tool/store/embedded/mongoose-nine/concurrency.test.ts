import { expect } from 'chai';
import { openTemporaryDatabase, rejectionOf, type TemporaryDatabase } from '../temporary-database.ts';
import { insertFiveThings, type ThingModel, thingModel } from './thing-model.ts';

describe('concurrent writes through mongoose 9', () => {
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

  const times = <T>(n: number, run: (i: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, i) => run(i)));
  const d1 = () => things.findById('d1').orFail();

  it('refuses to save a document that was changed meanwhile', async () => {
    const [first, second] = [await d1(), await d1()];
    first.name = 'A';
    await first.save();
    second.name = 'B';
    expect((await rejectionOf(second.save())).name).to.equal('VersionError');
    expect((await d1()).get('__v')).to.equal(1);
  });

  it('lets exactly one of 20 saves at once win', async () => {
    const copies = await times(20, d1);
    const results = await Promise.allSettled(
      copies.map((copy, i) => {
        copy.name = `w${i}`;
        return copy.save();
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
  });

  it('counts 200 increments at once', async () => {
    await times(200, () => things.updateOne({ _id: 'd1' }, { $inc: { n: 1 } }).exec());
    expect((await d1()).n).to.equal(201);
  });

  it('keeps 200 subdocuments pushed at once', async () => {
    const push = (i: number) => ({ $inc: { n: 1 }, $push: { items: { sku: `c${i}`, qty: 1 } } });
    await times(200, (i) => things.findOneAndUpdate({ _id: 'd1' }, push(i)).exec());
    const thing = await d1();
    expect(thing.n).to.equal(201);
    expect(thing.items).to.have.length(202);
  });

  it('makes one document of 50 upserts at once', async () => {
    await times(50, () => things.findOneAndUpdate({ email: 'one@x' }, { $inc: { n: 1 } }, { upsert: true }).exec());
    expect(await things.countDocuments({ email: 'one@x' })).to.equal(1);
    expect((await things.findOne({ email: 'one@x' }))?.n).to.equal(50);
  });

  it('offers no sessions, so that transactions are refused before anything is written', async () => {
    const insertInTransaction = database.connection.transaction(async (session) => {
      await things.create([{ _id: 'tx' }], { session });
    });
    expect((await rejectionOf(insertInTransaction)).message).to.contain('does not support sessions');
    expect(await things.countDocuments({ _id: 'tx' })).to.equal(0);
  });
});
