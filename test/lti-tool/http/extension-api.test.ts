import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { ExtensionCounts, ExtensionPrompt, ExtensionWaiting } from '../../../shared/api/extension-operations.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const wording = { title: 'Complaint call', method: 'observation', narrative: 'A secret word.', links: [] };

describe('the API of the extension over HTTP', () => {
  let demo: RunningDemo;
  let amelia: string;
  let priya: string;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
    [amelia, priya] = [await demo.launch('amelia'), await demo.launch('priya')];
  });
  after(() => demo.close());

  const send = (method: string, path: string, token: string | null, body?: unknown, headers: object = {}) =>
    fetch(demo.toolUrl + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
  const paired = async (session: string): Promise<string> => {
    const offer = { challenge, label: 'Firefox on Linux' };
    const { code } = (await demo.api(session, 'POST', '/api/extension-tokens', offer)).body as { code: string };
    const answer = await send('POST', '/extension/pair', null, { code, verifier });
    expect(answer.status).to.equal(200);
    return ((await answer.json()) as { token: string }).token;
  };
  const submitted = async (...criteria: string[]): Promise<string> => {
    const me = (await demo.api(amelia, 'GET', '/api/me')).body as { enrolmentId: string };
    const made = await demo.api(amelia, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording);
    const { id } = made.body as { id: string };
    await demo.api(amelia, 'POST', `/api/evidence/${id}/ticks`, { tick: criteria, untick: [] });
    await demo.api(amelia, 'POST', `/api/evidence/${id}/submit`, {});
    return id;
  };

  it('leads from a panel session to counts, a prompt and an accept-all', async () => {
    const token = await paired(priya);
    const id = await submitted('201/1.1', '201/1.3');
    const counts = (await (await send('GET', '/extension/counts', token)).json()) as ExtensionCounts;
    expect(counts.toConfirm).to.equal(2);
    const prompt = (await (await send('GET', `/extension/evidence/${id}`, token)).json()) as ExtensionPrompt;
    const shown = prompt.offers[0]?.criteria.map((criterion) => criterion.id);
    expect(shown).to.deep.equal(['201/1.1', '201/1.3']);
    expect(JSON.stringify(prompt)).to.not.contain('secret word');
    const done = await send('POST', `/extension/evidence/${id}/accept-all`, token, { of: 'learner', shown });
    expect(await done.json()).to.deep.include({ accepted: 2, left: 0 });
    expect(((await (await send('GET', '/extension/counts', token)).json()) as ExtensionCounts).toConfirm).to.equal(0);
  });

  it('answers an unchanged poll with 304 and nothing, and a changed one anew', async () => {
    const token = await paired(priya);
    for (const path of ['/extension/counts', '/extension/waiting']) {
      const first = await send('GET', path, token);
      const tag = first.headers.get('etag') ?? '';
      const known = { 'if-none-match': tag };
      const again = await send('GET', path, token, undefined, known);
      expect([again.status, await again.text(), again.headers.get('etag')]).to.deep.equal([304, '', tag]);
      await submitted('201/2.1');
      expect((await send('GET', path, token, undefined, known)).status).to.equal(200);
    }
  });

  it('says where the activity is, at an address that the LMS opens', async () => {
    const token = await paired(priya);
    const list = (await (await send('GET', '/extension/waiting', token)).json()) as ExtensionWaiting;
    const place = list.places[0];
    expect(place).to.include({ product: 'moodle', lmsUrl: demo.lms.url, coursePageId: '2' });
    const page = await fetch(place?.activityUrl ?? '', { headers: { cookie: demo.lms.cookieOf('priya') } });
    expect(await page.text())
      .to.contain('<iframe')
      .and.to.contain('Portfolio: Diploma in Customer Service');
    expect(list.rows[0]).to.include({ learner: 'Amelia Hart', learnerPageId: demo.lms.person('amelia').sub });
  });

  it('keeps its token out of the panel’s API, and a session out of its own', async () => {
    const token = await paired(priya);
    for (const path of ['/api/me', '/api/caseload', '/api/extension-tokens'])
      expect(await codeOf(await send('GET', path, token)), path).to.equal('sessionEnded');
    for (const path of ['/extension/counts', '/extension/waiting', '/extension/evidence/1'])
      expect(await codeOf(await send('GET', path, priya)), path).to.equal('pairingEnded');
  });

  it('refuses every call without a living token', async () => {
    const gone = await paired(priya);
    expect((await send('POST', '/extension/unpair', gone, {})).status).to.equal(200);
    for (const [method, path] of [
      ['GET', '/extension/counts'],
      ['GET', '/extension/waiting'],
      ['GET', '/extension/evidence/1'],
      ['POST', '/extension/evidence/1/accept-all'],
      ['POST', '/extension/evidence/1/undo'],
      ['POST', '/extension/unpair'],
    ] as const) {
      for (const token of [null, 'x'.repeat(43), gone]) {
        const answer = await send(method, path, token, method === 'GET' ? undefined : {});
        expect([answer.status, await codeOf(answer)], path).to.deep.equal([401, 'pairingEnded']);
      }
      expect((await send(method, `${path}?token=${gone}`, null)).status).to.equal(401);
    }
  });

  it('is revoked in the panel, at once', async () => {
    const token = await paired(priya);
    const { tokens } = (await demo.api(priya, 'GET', '/api/extension-tokens')).body as {
      tokens: Array<{ id: string }>;
    };
    await send('GET', '/extension/counts', token);
    for (const { id } of tokens) await demo.api(priya, 'DELETE', `/api/extension-tokens/${id}`, {});
    expect(await codeOf(await send('GET', '/extension/counts', token))).to.equal('pairingEnded');
  });

  it('lets no web page read it: no CORS answer, to whatever asks', async () => {
    const token = await paired(priya);
    for (const origin of ['https://evil.example', demo.lms.url, 'null', 'chrome-extension://abc']) {
      const plain = await send('GET', '/extension/counts', token, undefined, { origin });
      const preflight = await send('OPTIONS', '/extension/counts', null, undefined, {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      });
      for (const answer of [plain, preflight])
        expect(answer.headers.get('access-control-allow-origin'), origin).to.equal(null);
      expect(plain.headers.get('cache-control')).to.equal('no-store');
    }
  });

  const bad: ReadonlyArray<readonly [string, unknown]> = [
    ['nothing', {}],
    ['a filter for a code', { code: { $ne: '' }, verifier }],
    ['a short verifier', { code: 'x'.repeat(43), verifier: 'v' }],
    ['more than asked', { code: 'x'.repeat(43), verifier, role: 'manager' }],
    ['a list', []],
  ];
  for (const [says, body] of bad)
    it(`refuses to pair by ${says}`, async () => {
      expect(await codeOf(await send('POST', '/extension/pair', null, body))).to.equal('badRequest');
    });

  it('refuses an accept-all that shows nothing, too much, or something else', async () => {
    const token = await paired(priya);
    const id = await submitted('201/3.1');
    for (const body of [
      { of: 'learner', shown: [] },
      { of: 'assessor', shown: ['201/3.1'] },
      { of: 'learner', shown: Array.from({ length: 2001 }, () => '201/3.1') },
      { of: 'learner', shown: { $exists: true } },
      { of: 'learner', shown: ['201/3.1'], as: 'assessor' },
    ])
      expect(await codeOf(await send('POST', `/extension/evidence/${id}/accept-all`, token, body))).to.equal(
        'badRequest',
      );
  });
});
