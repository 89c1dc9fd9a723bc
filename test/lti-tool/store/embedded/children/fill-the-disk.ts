import mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../../../../lti-tool/store/embedded/embedded-database.ts';

// A process that is not allowed to write large files. It inserts until an insert fails, then tells what is stored.
async function run(): Promise<void> {
  const { url, close } = await openEmbeddedDatabase({ dataDir: process.argv[2] ?? '' });
  const connection = await mongoose.createConnection(url).asPromise();
  const items = connection.collection<{ _id: string; text?: string }>('items');
  const acknowledged: string[] = [];
  let code: unknown;
  for (let i = 0; code === undefined; i++) {
    await items.insertOne({ _id: `i${i}`, text: 'x'.repeat(20_000) }).then(
      () => acknowledged.push(`i${i}`),
      (error) => {
        code = error.code;
      },
    );
  }
  const stored = (await items.find().toArray()).map(({ _id }) => _id);
  await items.deleteOne({ _id: 'i0' });
  const after = await items.countDocuments();
  process.stdout.write(JSON.stringify({ code, acknowledged, stored, after }));
  await connection.close();
  await close();
}

run().catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
