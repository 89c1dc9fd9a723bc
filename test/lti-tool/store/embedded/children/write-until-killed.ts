import mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../../../../lti-tool/store/embedded/embedded-database.ts';

// A process that runs the embedded database and writes to it as fast as it can, telling each write once it is
// acknowledged: inserts of new documents, and increments of one counter a writer.
const [dataDir = '', round = '0'] = process.argv.slice(2);
const WRITERS = 20;

async function run(): Promise<void> {
  const { url } = await openEmbeddedDatabase({ dataDir });
  const connection = await mongoose.createConnection(url, { maxPoolSize: WRITERS }).asPromise();
  const items = connection.collection<{ _id: string; email: string; text: string }>('items');
  const counters = connection.collection<{ _id: string; n: number }>('counters');
  await items.createIndex({ email: 1 }, { unique: true });
  const write = async (writer: number) => {
    for (let i = 0; ; i++) {
      const id = `${round}-${writer}-${i}`;
      await items.insertOne({ _id: id, email: `${id}@x`, text: 'x'.repeat(i % 3 === 0 ? 9000 : 100) });
      process.send?.({ inserted: id });
      const counter = `${round}-${writer}`;
      const after = await counters.findOneAndUpdate(
        { _id: counter },
        { $inc: { n: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      process.send?.({ counter, n: after?.n });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
}

run().catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
