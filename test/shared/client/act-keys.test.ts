import { expect } from 'chai';
import { createApiClient } from '../../../shared/client/api-client.ts';
import { type EvidenceId, parseId } from '../../../shared/domain/ids.ts';
import { criteria } from '../../builders/domain/evidence.ts';

type Answer = () => Response | Promise<Response>;
const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const done: Answer = () => Response.json({});
const refused: Answer = () => Response.json({ code: 'evidenceLocked' }, { status: 409 });

/** A client whose calls end as the answers say, in turn; and the keys they went by. */
function aClient(answers: Answer[], retries: readonly number[] = []) {
  const keys: Array<string | null> = [];
  const client = createApiClient({
    baseUrl: '',
    token: () => 't',
    fetch: async (_, init) => {
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      return (answers.shift() ?? done)();
    },
    retries,
  });
  const params = { evidenceId: parseId<EvidenceId>('e1') };
  const finish = (feedback: string) => client.call('finishReview', { params, body: { feedback } }).catch(() => null);
  const tick = (on: boolean) =>
    client
      .call('changeTicks', {
        params,
        body: on ? { tick: criteria('1.1'), untick: [] } : { tick: [], untick: criteria('1.1') },
      })
      .catch(() => null);
  return { client, keys, finish, tick, params };
}
const distinct = (keys: readonly unknown[]) => new Set(keys).size;

describe('the key of an act', () => {
  it('is sent with every write and no read', async () => {
    const { client, keys, finish } = aClient([]);
    await finish('Good.');
    await client.call('me');
    expect(keys[0]).to.match(/^[A-Za-z0-9_-]{16,100}$/);
    expect(keys[1]).to.equal(null);
  });
  it('is new for each act that was answered, in the same words too', async () => {
    const { keys, finish } = aClient([done, refused, done]);
    for (let n = 0; n < 3; n += 1) await finish('Good.');
    expect(distinct(keys)).to.equal(3);
  });
  it('stays while the reply is missing, however often it is tried', async () => {
    const { keys, finish } = aClient([lost, lost, done]);
    for (let n = 0; n < 3; n += 1) await finish('Good.');
    expect(distinct(keys)).to.equal(1);
  });
  it('is shared by a double click', async () => {
    const { keys, finish } = aClient([]);
    await Promise.all([finish('Good.'), finish('Good.')]);
    expect(distinct(keys)).to.equal(1);
  });
  it('is new in other words, and for another act in between', async () => {
    const { keys, finish, tick } = aClient([lost, lost]);
    await finish('Good.');
    await finish('Very good.');
    expect(distinct(keys)).to.equal(2);
    const ticking = aClient([lost, done, done]);
    await ticking.tick(true);
    await ticking.tick(false);
    await ticking.tick(true);
    expect(distinct(ticking.keys)).to.equal(3);
    await tick(true);
  });
  it('can be kept by the caller', async () => {
    const { client, keys, params } = aClient([]);
    for (const feedback of ['a', 'b'])
      await client.call('finishReview', { params, body: { feedback }, key: 'k'.repeat(20) });
    expect(keys).to.deep.equal(['k'.repeat(20), 'k'.repeat(20)]);
  });
  it('goes along when a lost call is tried again by itself', async () => {
    const { keys, finish } = aClient([lost, () => new Response('<h1>Bad gateway</h1>', { status: 502 }), done], [1, 1]);
    expect(await finish('Good.')).to.deep.equal({});
    expect(keys).to.have.length(3);
    expect(distinct(keys)).to.equal(1);
  });
  it('does not make the client try again what was refused', async () => {
    const { keys, finish } = aClient([refused], [1, 1]);
    await finish('Good.');
    expect(keys).to.have.length(1);
  });
});

describe('looking again', () => {
  it('asks by the name of the answer one has, and hands back nothing while it is the same', async () => {
    const asked: Array<string | null> = [];
    const answers = [
      Response.json({ rows: [] }, { headers: { etag: '"1"' } }),
      new Response(null, { status: 304 }),
      Response.json({ rows: [1] }, { headers: { etag: '"2"' } }),
    ];
    const client = createApiClient({
      baseUrl: '',
      token: () => 't',
      fetch: async (_, init) => {
        asked.push(new Headers(init?.headers).get('if-none-match'));
        return answers.shift() ?? Response.error();
      },
    });
    expect(await client.look('caseload', {}, null)).to.deep.equal({ value: { rows: [] }, etag: '"1"' });
    expect(await client.look('caseload', {}, '"1"')).to.equal(null);
    expect((await client.look('caseload', {}, '"1"'))?.etag).to.equal('"2"');
    expect(asked).to.deep.equal([null, '"1"', '"1"']);
  });
});
