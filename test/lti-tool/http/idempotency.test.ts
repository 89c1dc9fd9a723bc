import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

type Body = Readonly<Record<string, unknown>> & { readonly code?: string };

describe('writing with a key, and reading with a name', () => {
  let demo: RunningDemo;
  let amelia: string;
  let kwame: string;
  let evidencePath: string;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
    amelia = await demo.launch('amelia');
    kwame = await demo.launch('kwame');
    const me = (await demo.api(amelia, 'GET', '/api/me')).body as Body;
    evidencePath = `/api/enrolments/${me.enrolmentId}/evidence`;
  });
  after(() => demo.close());
  const wording = { title: 'Complaint call', method: 'observation', narrative: '', links: [] };
  const send = async (token: string, path: string, key: string | null, body: unknown) => {
    const headers = new Headers({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
    if (key !== null) headers.set('idempotency-key', key);
    const response = await fetch(demo.toolUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const again = response.headers.get('idempotency-replayed');
    return { status: response.status, again, body: (await response.json()) as Body };
  };
  const count = async () => ((await demo.api(amelia, 'GET', evidencePath)).body as { items: unknown[] }).items.length;

  it('ten doubles of a new draft make one draft, with one reply', async () => {
    const before = await count();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(amelia, evidencePath, key, wording)));
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    expect(answers.filter(({ again }) => again === null)).to.have.length(1);
    expect(await count()).to.equal(before + 1);
  });

  it('without a key, twice is twice', async () => {
    const before = await count();
    await send(amelia, evidencePath, null, wording);
    await send(amelia, evidencePath, null, wording);
    expect(await count()).to.equal(before + 2);
  });

  it('the same key with other words is refused, and nothing is made', async () => {
    const key = randomUUID();
    await send(amelia, evidencePath, key, wording);
    const before = await count();
    const { status, body } = await send(amelia, evidencePath, key, { ...wording, title: 'Another' });
    expect([status, body.code]).to.deep.equal([422, 'keyReused']);
    expect(await count()).to.equal(before);
  });

  it("somebody else's key is nobody's business", async () => {
    const key = randomUUID();
    const { body } = await send(amelia, evidencePath, key, wording);
    const theirs = await send(kwame, `/api/evidence/${body.id}/submit`, key, {});
    expect(theirs.body.code).to.equal('notFound');
    const same = await send(kwame, evidencePath, key, wording);
    expect(same.body.code).to.equal('notFound');
  });

  for (const key of ['', 'short', 'a'.repeat(101), '{"$ne":null}aaaaaaaa', '../../../../etc/passwd'])
    it(`the key ${JSON.stringify(key.slice(0, 24))} is refused`, async () => {
      expect((await send(amelia, evidencePath, key, wording)).body.code).to.equal('badRequest');
    });

  it('a refusal is not remembered: what changed since can be done under the same key', async () => {
    const { body } = await send(amelia, evidencePath, null, wording);
    const key = randomUUID();
    expect((await send(amelia, `/api/evidence/${body.id}/submit`, key, {})).body.code).to.equal('nothingTicked');
    await send(amelia, `/api/evidence/${body.id}/ticks`, null, { tick: ['201/1.1'], untick: [] });
    expect((await send(amelia, `/api/evidence/${body.id}/submit`, key, {})).status).to.equal(200);
  });

  describe('a reply has a name', () => {
    const look = (token: string, path: string, etag?: string) =>
      fetch(demo.toolUrl + path, {
        headers: { authorization: `Bearer ${token}`, ...(etag ? { 'if-none-match': etag } : {}) },
      });

    it('and is not sent again until it changes', async () => {
      const { body } = await send(amelia, evidencePath, null, wording);
      const path = `/api/evidence/${body.id}`;
      const first = await look(amelia, path);
      const etag = first.headers.get('etag') ?? '';
      const same = await look(amelia, path, etag);
      expect([same.status, await same.text()]).to.deep.equal([304, '']);
      expect((await look(amelia, path, `W/${etag}`)).status).to.equal(304);
      expect((await look(amelia, path, '"other"')).status).to.equal(200);
      await send(amelia, `${path}/ticks`, null, { tick: ['201/1.1'], untick: [] });
      const changed = await look(amelia, path, etag);
      expect(changed.status).to.equal(200);
      expect(changed.headers.get('etag')).not.to.equal(etag);
    });

    it('that opens nothing to somebody who may not see it', async () => {
      const { body } = await send(amelia, evidencePath, null, wording);
      const path = `/api/evidence/${body.id}`;
      const etag = (await look(amelia, path)).headers.get('etag') ?? '';
      expect((await look(kwame, path, etag)).status).to.equal(404);
      expect((await fetch(demo.toolUrl + path, { headers: { 'if-none-match': etag } })).status).to.equal(401);
    });
  });

  it('the language of the LMS is told to the panel', async () => {
    expect(((await demo.api(amelia, 'GET', '/api/me')).body as Body).locale).to.equal('en');
  });
});
