import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import {
  EmbeddedDatabaseError,
  openEmbeddedDatabase,
  runningEmbeddedUrl,
} from '../../../../lti-tool/store/embedded/embedded-database.ts';
import { forkChild, killHard, nextMessage } from './children/fork-child.ts';
import { rejectionOf, temporaryDirectory } from './temporary-database.ts';

describe('the embedded database', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let dataDir: string;

  beforeEach(() => {
    directory = temporaryDirectory();
    dataDir = join(directory.path, 'data');
  });
  afterEach(() => directory.remove());

  const writeOne = async (url: string, _id: string) => {
    const connection = await mongoose.createConnection(url).asPromise();
    await connection.collection<{ _id: string }>('c').insertOne({ _id });
    const ids = (await connection.collection('c').find().toArray()).map((document) => String(document._id));
    await connection.close();
    return ids;
  };

  it('makes its directory private to the user', async () => {
    mkdirSync(dataDir, { mode: 0o755 });
    const { close } = await openEmbeddedDatabase({ dataDir });
    expect(statSync(dataDir).mode & 0o777).to.equal(0o700);
    await close();
  });

  it('leaves nothing but its data behind when closed, and may be closed twice', async () => {
    const { close, url } = await openEmbeddedDatabase({ dataDir });
    await writeOne(url, 'a');
    await Promise.all([close(), close()]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('server-'))).to.deep.equal([]);
    const again = await openEmbeddedDatabase({ dataDir });
    expect(await writeOne(again.url, 'b')).to.deep.equal(['a', 'b']);
    await again.close();
  });

  it('refuses to be opened twice, in one process', async () => {
    const { close, url } = await openEmbeddedDatabase({ dataDir });
    const refusal = await rejectionOf(openEmbeddedDatabase({ dataDir }));
    expect(refusal).to.be.instanceOf(EmbeddedDatabaseError);
    expect(refusal.code).to.equal('alreadyRunning');
    expect(refusal.message).to.contain('DATABASE_URL');
    await writeOne(url, 'still works');
    await close();
  });

  it('lets exactly one of several that open at once win', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => openEmbeddedDatabase({ dataDir })));
    const winners = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(winners).to.have.length(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason.code).to.equal('alreadyRunning');
    }
    await Promise.all(winners.map(({ close }) => close()));
  });

  it('refuses a second process while the first runs, and lets it in after a kill -9', async () => {
    const first = forkChild('start-server.ts', [dataDir]);
    expect(await nextMessage(first)).to.have.property('url');
    expect((await rejectionOf(openEmbeddedDatabase({ dataDir }))).code).to.equal('alreadyRunning');
    await killHard(first);
    const { close } = await openEmbeddedDatabase({ dataDir });
    const third = forkChild('start-server.ts', [dataDir]);
    expect(await nextMessage(third)).to.deep.equal({ code: 'alreadyRunning' });
    await close();
  });

  it('is joined from another process by its URL, which is known only while it runs', async () => {
    expect(await runningEmbeddedUrl(dataDir)).to.equal(null);
    const server = forkChild('start-server.ts', [dataDir]);
    const { url } = await nextMessage(server);
    expect(await runningEmbeddedUrl(dataDir)).to.equal(url);
    expect(await writeOne(String(url), 'joined')).to.deep.equal(['joined']);
    await killHard(server);
    expect(await runningEmbeddedUrl(dataDir)).to.equal(null);
  });

  it('lets its process end when closed', async () => {
    const server = forkChild('start-server.ts', [dataDir]);
    const { url } = await nextMessage(server);
    await writeOne(String(url), 'a');
    server.send('close');
    const [code] = await once(server, 'exit');
    expect(code).to.equal(0);
  });

  it('works in a directory whose path is too long for a socket', async () => {
    const { TMPDIR } = process.env;
    process.env.TMPDIR = directory.path; // where the link to the data directory is made
    const deep = join(dataDir, 'a-very-long-directory-name'.repeat(4));
    const { close, url } = await openEmbeddedDatabase({ dataDir: deep });
    expect(await writeOne(url, 'a')).to.deep.equal(['a']);
    expect(await runningEmbeddedUrl(deep)).to.equal(url);
    expect((await rejectionOf(openEmbeddedDatabase({ dataDir: deep }))).code).to.equal('alreadyRunning');
    await close();
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });

  it('works over a loopback port, and does not take another server at an old port for its own', async () => {
    const { close, url } = await openEmbeddedDatabase({ dataDir, transport: 'loopback' });
    expect(await writeOne(url, 'a')).to.deep.equal(['a']);
    expect(await runningEmbeddedUrl(dataDir)).to.equal(url);
    const refusal = await rejectionOf(openEmbeddedDatabase({ dataDir, transport: 'loopback' }));
    expect(refusal.code).to.equal('alreadyRunning');

    const elsewhere = join(directory.path, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'server-0123456789abcdef.port'), new URL(url).port);
    expect(await runningEmbeddedUrl(elsewhere)).to.equal(null);
    const other = await openEmbeddedDatabase({ dataDir: elsewhere, transport: 'loopback' });
    await other.close();
    await close();
  });

  it('says what to do when the directory cannot be used', async () => {
    writeFileSync(dataDir, 'a file');
    const refusal = await rejectionOf(openEmbeddedDatabase({ dataDir }));
    expect(refusal.code).to.equal('unusable');
    expect(refusal.message).to.contain(dataDir);
  });
});
