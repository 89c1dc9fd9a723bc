import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { openEmbeddedDatabase } from '../../../../lti-tool/store/embedded/embedded-database.ts';
import { forkChild, killHard, nextMessage } from './children/fork-child.ts';
import { rejectionOf, temporaryDirectory } from './temporary-database.ts';

/** What the killed processes were told had been written. */
interface Acknowledged {
  readonly inserted: Set<string>;
  readonly counters: Map<string, number>;
}

describe('kill -9 under load', () => {
  const directory = temporaryDirectory();
  after(() => directory.remove());

  it('loses no acknowledged write, whenever the process is killed', async () => {
    const acknowledged: Acknowledged = { inserted: new Set(), counters: new Map() };
    for (const [round, writes] of [1, 40, 173, 700, 1501].entries()) {
      await writeAndKill(round, writes, acknowledged);
      await withDatabase((connection) => expectAllThere(connection, acknowledged));
    }
    expect(acknowledged.inserted.size).to.be.greaterThan(1000);
  });

  /** Lets a process write until it has had so many writes acknowledged, then kills it in the midst of the next. */
  async function writeAndKill(round: number, writes: number, acknowledged: Acknowledged): Promise<void> {
    const child = forkChild('write-until-killed.ts', [directory.path, String(round)]);
    let seen = 0;
    child.on('message', (message: { inserted?: string; counter?: string; n?: number }) => {
      if (message.inserted) acknowledged.inserted.add(message.inserted);
      if (message.counter) acknowledged.counters.set(message.counter, message.n ?? 0);
      if (++seen === writes) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(seen).to.be.at.least(writes);
  }

  async function withDatabase(use: (connection: Connection) => Promise<void>): Promise<void> {
    const { url, close } = await openEmbeddedDatabase({ dataDir: directory.path });
    const connection = await mongoose.createConnection(url).asPromise();
    await use(connection).finally(() => connection.close());
    await close();
  }

  async function expectAllThere(connection: Connection, { inserted, counters }: Acknowledged): Promise<void> {
    const items = connection.collection<{ _id: string; email: string }>('items');
    const [one = ''] = inserted;
    const duplicate = items.insertOne({ _id: 'another', email: `${one}@x` });
    expect((await rejectionOf(duplicate)).code, 'the unique index holds from the first write').to.equal(11000);

    const stored = new Set((await items.find().toArray()).map(({ _id }) => _id));
    expect(
      [...inserted].filter((id) => !stored.has(id)),
      'lost inserts',
    ).to.deep.equal([]);
    const counts = new Map(
      (await connection.collection('counters').find().toArray()).map(({ _id, n }) => [String(_id), n]),
    );
    for (const [counter, n] of counters) expect(counts.get(counter), `counter ${counter}`).to.be.at.least(n);
  }

  it('can be opened again after its server was killed, without trace of it', async () => {
    const child = forkChild('start-server.ts', [directory.path]);
    expect(await nextMessage(child)).to.have.property('url');
    await killHard(child);
    await withDatabase(async () => undefined);
  });
});
