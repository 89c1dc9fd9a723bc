import { expect } from 'chai';
import { CommitQueue, type DurableChanges } from '../../../../../lti-tool/store/embedded/durable/commit-queue.ts';
import { openTemporaryDatabase, rejectionOf } from '../temporary-database.ts';

describe('the commit queue', () => {
  const value = Buffer.from('v');

  it('acknowledges a change only when its commit is done', async () => {
    let finish: () => void = () => undefined;
    const commit = () => new Promise<void>((resolve) => (finish = resolve));
    const queue = new CommitQueue(commit, () => undefined);
    queue.putDocument(1, value);
    let acknowledged = false;
    const settled = queue.settled().then(() => (acknowledged = true));
    await new Promise(setImmediate);
    expect(acknowledged).to.equal(false);
    finish();
    await settled;
    expect(queue.commits).to.equal(1);
  });

  it('commits what gathers while a commit is under way together, the last change of each document only', async () => {
    const committed: (readonly number[])[] = [];
    const commit = async ({ documents }: DurableChanges) => {
      committed.push([...documents.keys()]);
      await new Promise(setImmediate);
    };
    const queue = new CommitQueue(commit, () => undefined);
    queue.putDocument(1, value);
    void queue.settled();
    await new Promise(setImmediate);
    queue.putDocument(2, value);
    queue.putDocument(3, value);
    queue.putDocument(2, null);
    await queue.settled();
    expect(committed).to.deep.equal([[1], [2, 3]]);
  });

  it('commits what nobody waits for with the next change that somebody does wait for', async () => {
    const committed: (readonly number[])[] = [];
    const commit = async ({ documents }: DurableChanges) => void committed.push([...documents.keys()]);
    const queue = new CommitQueue(commit, () => undefined);
    queue.putDocument(1, value);
    await new Promise(setImmediate);
    queue.putDocument(2, value);
    expect(committed).to.deep.equal([]);
    await queue.settled();
    expect(committed).to.deep.equal([[1, 2]]);
  });

  it('commits what nobody waits for after a moment', async () => {
    const committed = new Promise<number>((resolve) => {
      const queue = new CommitQueue(
        async ({ documents }) => resolve(documents.size),
        () => undefined,
      );
      queue.putDocument(1, value);
    });
    expect(await committed).to.equal(1);
  });

  it('resolves at once when nothing is under way', async () => {
    const queue = new CommitQueue(
      () => Promise.reject(new Error('not called')),
      () => undefined,
    );
    await queue.settled();
  });

  it('fails all that rests on a failed commit, tells of it, and goes on', async () => {
    let works = false;
    const failures: unknown[] = [];
    const commit = async () => {
      await new Promise(setImmediate);
      if (!works) throw new Error('disk full');
    };
    const queue = new CommitQueue(commit, (reason) => failures.push(reason));
    queue.putDocument(1, value);
    const first = queue.settled();
    await new Promise(setImmediate);
    queue.putDocument(2, value);
    const second = queue.settled();
    expect((await rejectionOf(first)).message).to.equal('disk full');
    expect((await rejectionOf(second)).message).to.equal('disk full');
    expect(failures).to.have.length(1);
    works = true;
    queue.putDocument(3, value);
    await queue.settled();
  });

  it('answers a write that need not be journaled before it is on disk, and has it there in the end', async () => {
    const { connection, restart } = await openTemporaryDatabase();
    const commits = async () => (await connection.db?.admin().serverStatus())?.metrics.commits;
    await connection.collection('c').insertOne({ first: true });
    const before = await commits();
    await connection.collection('c').insertOne({ second: true }, { writeConcern: { j: false } });
    expect(await commits()).to.equal(before);
    expect(await connection.collection('c').countDocuments({})).to.equal(2);
    const again = await restart();
    expect(await again.connection.collection('c').countDocuments({})).to.equal(2);
    await again.close();
  });

  it('lets many writes at once share few commits', async () => {
    const { connection, close } = await openTemporaryDatabase();
    const commits = async () => (await connection.db?.admin().serverStatus())?.metrics.commits;
    const collection = connection.collection('c');
    await collection.insertOne({ first: true });
    const before = await commits();
    await Promise.all(Array.from({ length: 500 }, (_, i) => collection.insertOne({ i })));
    expect((await commits()) - before).to.be.within(1, 100);
    await close();
  });
});
