import { createRequire } from 'node:module';
import { expect } from 'chai';
import type mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../../../lti-tool/store/embedded/embedded-database.ts';
import { rejectionOf, temporaryDirectory } from './temporary-database.ts';

// The mongoose that ltijs brings along is two major versions older, and its driver shakes hands in the older way.
const ltijsMongoose: typeof mongoose = createRequire(require.resolve('ltijs'))('mongoose');

describe("ltijs's own mongoose", () => {
  const directory = temporaryDirectory();
  let close: () => Promise<void>;
  let connection: mongoose.Connection;

  before(async () => {
    const embedded = await openEmbeddedDatabase({ dataDir: directory.path });
    close = embedded.close;
    connection = await ltijsMongoose.createConnection(embedded.url).asPromise();
  });
  after(async () => {
    await connection.close();
    await close();
    directory.remove();
  });

  it('is another version than the tool has', () => {
    expect(ltijsMongoose.version).to.match(/^7\./);
  });

  it('keeps platforms with a compound unique index, as ltijs does', async () => {
    const schema = new ltijsMongoose.Schema({ platformUrl: String, clientId: String, authEndpoint: String });
    schema.index({ platformUrl: 1, clientId: 1 }, { unique: true });
    const platforms = connection.model('platform', schema);
    await platforms.init();
    const key = { platformUrl: 'https://lms.example', clientId: 'c1' };
    await platforms.create({ ...key, authEndpoint: 'https://lms.example/auth' });
    expect((await rejectionOf(platforms.create(key))).code).to.equal(11000);
    await platforms.replaceOne(key, { ...key, authEndpoint: 'https://lms.example/auth2' }, { upsert: true });
    const found = await platforms.findOne(key);
    expect(found?.authEndpoint).to.equal('https://lms.example/auth2');
    expect(found?._id).to.be.instanceOf(ltijsMongoose.Types.ObjectId);
    expect(await platforms.deleteMany(key)).to.deep.include({ deletedCount: 1 });
  });

  it('keeps encrypted items and nonces that expire, as ltijs does', async () => {
    const schema = new ltijsMongoose.Schema({
      nonce: String,
      iv: String,
      data: String,
      createdAt: { type: Date, expires: 10, default: Date.now },
    });
    const nonces = connection.model('nonce', schema);
    await nonces.init();
    await nonces.insertMany([{ nonce: 'n1', iv: 'a', data: 'b' }, { nonce: 'n2' }]);
    await nonces.updateOne({ nonce: 'n1' }, { $set: { data: 'c' } });
    expect(await nonces.find({ nonce: 'n1' }).select({ _id: 0, __v: 0, createdAt: 0 }).lean()).to.deep.equal([
      { nonce: 'n1', iv: 'a', data: 'c' },
    ]);
    expect((await nonces.listIndexes()).map(({ name }) => name)).to.deep.equal(['_id_', 'createdAt_1']);
  });
});
