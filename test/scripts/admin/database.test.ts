import { expect } from 'chai';
import { runAdmin } from '../../../scripts/admin/admin.ts';
import { UsageError } from '../../../scripts/admin/arguments.ts';
import { openTestDatabase, type TestDatabase } from '../../builders/tool/database.ts';

describe('npm run admin -- db migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());
  const migrate = (...words: string[]) =>
    runAdmin(['db', 'migrate', ...words], { DATABASE_URL: database.url, DATA_DIR: database.directory });

  it('says with --dry-run what would be done, and does not do it', async () => {
    for (let times = 0; times < 2; times += 1) {
      expect(await migrate('--dry-run'))
        .to.contain('The database has schema 0.')
        .and.to.contain('nothing is changed now')
        .and.to.contain('1 first schema: marks the database');
    }
  });

  it('brings the database to the newest schema and says so, and finds nothing to do after that', async () => {
    expect(await migrate())
      .to.contain('The database had schema 0')
      .and.to.contain('1 first schema');
    expect(await migrate()).to.contain('the newest: there is nothing to do');
    expect(await migrate('--dry-run')).to.contain('the newest: there is nothing to do');
  });

  it('refuses an option it does not know', async () => {
    const error = await migrate('--force').catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(UsageError);
  });
});
