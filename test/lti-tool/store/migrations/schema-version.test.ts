import { EventEmitter, once } from 'node:events';
import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import type { Migration } from '../../../../lti-tool/store/migrations/migration.ts';
import { migrations } from '../../../../lti-tool/store/migrations/migrations.ts';
import { migrate, planMigrations, SchemaVersionError } from '../../../../lti-tool/store/migrations/schema-version.ts';
import { openTestDatabase, type TestDatabase } from '../../../builders/tool/database.ts';

/** Adds one letter to a word that all steps write at, and says so. */
const adding = (version: number, letter: string): Migration => ({
  version,
  name: `add ${letter}`,
  describe: async (connection) => `adds ${letter} to "${await wordOf(connection)}"`,
  async run(connection) {
    const word = `${await wordOf(connection)}${letter}`;
    await connection.collection<Word>('words').updateOne({ _id: 'word' }, { $set: { word } }, { upsert: true });
  },
});
type Word = { readonly _id: string; readonly word: string };
const wordOf = async (connection: Connection): Promise<string> =>
  (await connection.collection<Word>('words').findOne({ _id: 'word' }))?.word ?? '';

const [a, b, c] = [adding(1, 'a'), adding(2, 'b'), adding(3, 'c')];
const timing = (now: () => number = Date.now) => ({ now, leaseFor: 30_000, lookEvery: 5 });

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('This was expected to fail.');
}

describe('migrating the stored schema', () => {
  let database: TestDatabase;
  let connection: Connection;
  beforeEach(async () => {
    database = await openTestDatabase();
    connection = await mongoose.createConnection(database.url).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await database.close();
  });

  it('runs every step once, in order, and none again', async () => {
    await migrate(connection, [a, b], timing());
    expect(await wordOf(connection)).to.equal('ab');
    await migrate(connection, [a, b, c], timing());
    await migrate(connection, [a, b, c], timing());
    expect(await wordOf(connection)).to.equal('abc');
  });

  it('says beforehand what each step would change, and changes nothing', async () => {
    await migrate(connection, [a], timing());
    expect(await planMigrations(connection, [a, b, c])).to.deep.equal({
      current: 1,
      target: 3,
      steps: [
        { version: 2, name: 'add b', effect: 'adds b to "a"' },
        { version: 3, name: 'add c', effect: 'adds c to "a"' },
      ],
    });
    expect(await wordOf(connection)).to.equal('a');
    expect((await planMigrations(connection, [a])).steps).to.deep.equal([]);
  });

  it('refuses a database of a newer schema, whether migrating or planning', async () => {
    await migrate(connection, [a, b, c], timing());
    for (const work of [migrate(connection, [a, b], timing()), planMigrations(connection, [a, b])]) {
      const error = await errorOf(work);
      expect(error).to.be.instanceOf(SchemaVersionError);
      expect(String(error)).to.contain('schema 3').and.to.contain('up to 2');
    }
  });

  it('begins at the failed step again, the ones before it staying done', async () => {
    const failing: Migration = { ...b, run: () => Promise.reject(new Error('the power went')) };
    expect(String(await errorOf(migrate(connection, [a, failing, c], timing())))).to.contain('the power went');
    expect((await planMigrations(connection, [a, b, c])).current).to.equal(1);
    await migrate(connection, [a, b, c], timing());
    expect(await wordOf(connection)).to.equal('abc');
  });

  it('is done by one of many processes that start together, while the others wait', async () => {
    const others = await Promise.all(
      Array.from({ length: 5 }, () => mongoose.createConnection(database.url).asPromise()),
    );
    await Promise.all([connection, ...others].map((one) => migrate(one, [a, b, c], timing())));
    expect(await wordOf(connection)).to.equal('abc');
    await Promise.all(others.map((one) => one.close()));
  });

  it('is taken over once its lease has run out, and the process that comes back late records nothing', async () => {
    const late = await mongoose.createConnection(database.url).asPromise();
    const start = Date.now();
    const signals = new EventEmitter();
    const sleeping: Migration = {
      ...b,
      async run() {
        const woken = once(signals, 'wake');
        signals.emit('asleep');
        await woken;
      },
    };
    const asleep = once(signals, 'asleep');
    const lateResult = errorOf(
      migrate(
        late,
        [a, sleeping],
        timing(() => start),
      ),
    );
    await asleep;

    let time = start + 29_000;
    const passing = () => {
      time += 100;
      return time;
    };
    await migrate(connection, [a, b], timing(passing));
    expect(time).to.be.greaterThan(start + 30_000);

    signals.emit('wake');
    expect(await lateResult).to.be.instanceOf(SchemaVersionError);
    expect(await wordOf(connection)).to.equal('ab');
    await late.close();
  });

  it('has versions 1, 2, 3 and so on without gaps', () => {
    expect(migrations.map(({ version }) => version)).to.deep.equal(migrations.map((_, index) => index + 1));
  });
});
