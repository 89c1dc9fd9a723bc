import { openEmbeddedDatabase } from '../../../../../lti-tool/store/embedded/embedded-database.ts';

// A process that runs the embedded database until it is killed, or closes it when told to.
async function run(): Promise<void> {
  const { url, close } = await openEmbeddedDatabase({ dataDir: process.argv[2] ?? '' });
  process.once('message', async () => {
    await close();
    process.channel?.unref();
  });
  process.send?.({ url });
}

run().catch((error) => {
  process.send?.({ code: error.code });
});
