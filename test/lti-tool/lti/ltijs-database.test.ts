import { expect } from 'chai';
import { createLtijsDatabase } from '../../../lti-tool/lti/ltijs-database.ts';
import { createSeal } from '../../../lti-tool/lti/sealing.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { testClock, testSecret } from '../../builders/lti/started-edge.ts';

async function message(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('ltijs’s database plugin', () => {
  const setUp = () => {
    const records = memoryRecords();
    const clock = testClock();
    return { records, clock, database: createLtijsDatabase({ records, clock, seal: createSeal(testSecret) }) };
  };

  it('answers false, not an empty list', async () =>
    expect(await setUp().database.Get(false, 'platform')).to.equal(false));
  it('gives back plain rows, and encrypted ones opened', async () => {
    const { database, records } = setUp();
    await database.Replace(
      false,
      'platform',
      { platformUrl: 'a', clientId: 'b' },
      { platformUrl: 'a', clientId: 'b', kid: 'k' },
    );
    expect(await database.Get(false, 'platform', { platformUrl: 'a', clientId: undefined })).to.deep.equal([
      { platformUrl: 'a', clientId: 'b', kid: 'k' },
    ]);
    await database.Insert('key', 'privatekey', { key: 'PEM', kid: 'k' }, { kid: 'k' });
    expect(await database.Get('key', 'privatekey', { kid: 'k' })).to.deep.include.members([
      { key: 'PEM', kid: 'k', createdAt: undefined },
    ]);
    expect(JSON.stringify(records.all('privatekey'))).not.to.contain('PEM');
  });
  it('compares with texts only', async () => {
    const { database } = setUp();
    for (const query of [{ kid: { $ne: '' } }, { kid: ['a'] }, { kid: 1 }, { kid: null }])
      expect(await message(database.Get(false, 'publickey', query))).to.equal('INVALID_QUERY_kid');
  });
  it('knows its own collections only', async () =>
    expect(await message(setUp().database.Get(false, '__proto__'))).to.equal('UNKNOWN_COLLECTION___proto__'));
  it('keeps access tokens for an hour', async () => {
    const { database, clock } = setUp();
    const index = { platformUrl: 'a', clientId: 'b', scopes: 'c' };
    await database.Insert('key', 'accesstoken', { token: 't' }, index);
    clock.pass(3_600_000 - 1);
    expect(await database.Get('key', 'accesstoken', index)).to.have.length(1);
    clock.pass(1);
    expect(await database.Get('key', 'accesstoken', index)).to.equal(false);
  });
  it('changes and removes rows', async () => {
    const { database } = setUp();
    await database.Replace(false, 'platformStatus', { id: 'k' }, { id: 'k', active: true });
    await database.Modify(false, 'platformStatus', { id: 'k' }, { active: false });
    expect(await database.Get(false, 'platformStatus', { id: 'k' })).to.deep.equal([{ id: 'k', active: false }]);
    await database.Delete('platformStatus', { id: 'k' });
    expect(await database.Get(false, 'platformStatus')).to.equal(false);
    expect(await message(database.Modify('key', 'privatekey', {}, {}))).to.contain('ENCRYPTED');
  });
  it('needs no connection', async () => {
    const { database } = setUp();
    expect([await database.setup(), await database.Close()]).to.deep.equal([true, true]);
  });
});
