import { expect } from 'chai';
import { createToolApi } from '../../extension/background/tool-api.ts';
import { counts, waiting } from './world.ts';

const toolUrl = 'https://tool.example';
const token = 't'.repeat(43);

describe('the extension’s calls of the tool', () => {
  const calling = (answer: () => Response | Promise<Response>) => {
    const sent: Array<{ url: string; init: RequestInit }> = [];
    const api = createToolApi(async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return answer();
    });
    return { api, sent };
  };
  const json =
    (body: unknown, init: ResponseInit = {}) =>
    () =>
      Response.json(body, init);

  it('go to the tool’s own origin, without cookies, through no redirect, the token in a header', async () => {
    const { api, sent } = calling(json(counts(1), { headers: { etag: '"one"' } }));
    expect(await api('counts', { toolUrl, token })).to.deep.equal({ kind: 'ok', value: counts(1), tag: '"one"' });
    expect(sent[0]?.url).to.equal(`${toolUrl}/extension/counts`);
    expect(sent[0]?.init).to.include({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
    expect(sent[0]?.init.headers).to.deep.equal({ authorization: `Bearer ${token}` });
  });
  it('put what is in a path there as text', async () => {
    const { api, sent } = calling(json({}, { status: 404 }));
    await api('prompt', { toolUrl, token, params: { evidenceId: '../../counts?x=' } });
    expect(sent[0]?.url).to.equal(`${toolUrl}/extension/evidence/..%2F..%2Fcounts%3Fx%3D`);
  });
  for (const [says, answer, kind] of [
    ['nothing new', () => new Response(null, { status: 304 }), 'unchanged'],
    ['a lost token', json({ code: 'pairingEnded' }, { status: 401 }), 'lost'],
    ['too many requests', json({}, { status: 429 }), 'away'],
    ['a broken tool', json({}, { status: 502 }), 'away'],
    ['a page of a proxy', () => new Response('<html>', { status: 200 }), 'away'],
    ['an answer of another shape', json({ toConfirm: -1 }), 'away'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'away'],
    ['a rule’s no', json({ code: 'ownEvidence' }, { status: 403 }), 'refused'],
    ['a no of no known code', json({ code: '__proto__' }, { status: 403 }), 'refused'],
  ] as const)
    it(`understand ${says}`, async () => {
      expect((await calling(answer).api('counts', { toolUrl, token })).kind).to.equal(kind);
    });
  it('take no address of an LMS that is none', async () => {
    const [place] = waiting.places;
    for (const activityUrl of ['javascript:alert(1)', 'file:///etc/passwd', 'nonsense']) {
      const { api } = calling(json({ ...waiting, places: [{ ...place, activityUrl }] }));
      expect((await api('waiting', { toolUrl, token })).kind, activityUrl).to.equal('away');
    }
  });
  it('come again when a busy tool says', async () => {
    const { api } = calling(json({}, { status: 429, headers: { 'retry-after': '120' } }));
    expect(await api('counts', { toolUrl, token })).to.deep.equal({ kind: 'away', retryAfterMs: 120_000 });
  });
});
