import path from 'node:path';
import { expect } from 'chai';
import { connect } from '../../../lti-tool/store/connect.ts';
import { EmbeddedDatabaseError, openEmbeddedDatabase } from '../../../lti-tool/store/embedded/embedded-database.ts';
import { openStore } from '../../../lti-tool/store/store.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { runAdmin } from '../../../scripts/admin/admin.ts';
import { UsageError } from '../../../scripts/admin/arguments.ts';
import { type Centre, openCentre } from '../../builders/tool/centre.ts';
import { openTestDatabase, type TestDatabase } from '../../builders/tool/database.ts';

describe('npm run admin -- db copy', () => {
  let centre: Centre;
  let other: TestDatabase;
  beforeEach(async () => {
    centre = await openCentre();
    other = await openTestDatabase();
  });
  afterEach(async () => {
    await other.close();
    await centre.close();
  });
  const copy = (...words: string[]) =>
    runAdmin(['db', 'copy', ...words], { DATABASE_URL: centre.store.url, DATA_DIR: other.directory });
  const refusal = async (...words: string[]) => {
    const error = await copy(...words).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Error);
    return error as Error;
  };

  it('takes a centre whole to another database, where the work goes on', async () => {
    const amelia = await centre.person('Amelia Hart', 'learner');
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    expect(await copy('--to', other.url))
      .to.match(/evidence: 1\n/)
      .and.to.contain('Now start the tool');
    const store = await openStore(other.url);
    try {
      const deps = { ...centre.deps, stores: store.stores };
      const there = await viewEnrolment(deps, amelia, item.enrolmentId);
      expect(there).to.deep.equal(await viewEnrolment(centre.deps, amelia, item.enrolmentId));
    } finally {
      await store.close();
    }
  });

  it('copies every document as it is, and the indexes', async () => {
    await centre.submitted(await centre.person('Amelia Hart', 'learner'), ['201/1.1']);
    await copy('--to', other.url);
    const [from, to] = [await connect(centre.store.url), await connect(other.url)];
    try {
      const names = async (connection: typeof from) =>
        (await connection.listCollections()).map(({ name }) => name).sort();
      expect(await names(to)).to.deep.equal(await names(from));
      for (const name of await names(from)) {
        const all = (connection: typeof from) =>
          connection.collection(name).find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
        expect(await all(to), name).to.deep.equal(await all(from));
        const keys = async (connection: typeof from) =>
          (await connection.collection(name).indexes())
            .map(({ key, unique }) => JSON.stringify({ key, unique: unique === true }))
            .sort();
        expect(await keys(to), name).to.deep.equal(await keys(from));
      }
    } finally {
      await Promise.all([from.close(), to.close()]);
    }
  });

  it('copies the embedded database of a stopped tool, and refuses it while one runs', async () => {
    const dataDir = path.join(other.directory, 'tool');
    const running = await openEmbeddedDatabase({ dataDir: path.join(dataDir, 'database') });
    await (await openStore(running.url)).close();
    const run = () => runAdmin(['db', 'copy', '--to', other.url], { DATA_DIR: dataDir });
    const refused = await run().catch((thrown: unknown) => thrown);
    await running.close();
    expect(refused).to.be.instanceOf(EmbeddedDatabaseError).and.to.include({ code: 'alreadyRunning' });
    expect(await run()).to.match(/Copied \d+ documents/);
  });

  it('refuses a database that holds something, and leaves it as it was', async () => {
    await copy('--to', other.url);
    expect((await refusal('--to', other.url)).message).to.contain('is not empty');
  });

  it('refuses to copy an older schema before it was migrated', async () => {
    const empty = await openTestDatabase();
    try {
      const settings = { DATABASE_URL: empty.url, DATA_DIR: other.directory };
      const error = await runAdmin(['db', 'copy', '--to', other.url], settings).catch((thrown: unknown) => thrown);
      expect(String(error)).to.contain('db migrate');
    } finally {
      await empty.close();
    }
  });

  it('refuses what is no address of a database', async () => {
    expect(await refusal('--to', '/tmp/elsewhere')).to.be.instanceOf(UsageError);
    expect(await refusal()).to.be.instanceOf(UsageError);
  });
});
