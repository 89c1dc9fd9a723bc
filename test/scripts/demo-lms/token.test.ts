import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { type Answer, ask, askToken, SCOPES } from './support/lms-client.ts';
import { recorded } from './support/recorded.ts';

describe('demo LMS, access tokens', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  let now = 0;

  beforeEach(async () => {
    now = Date.parse('2026-11-23T10:47:48.000Z');
    tool = await startFakeTool();
    lms = await startDemoLms({ port: 0, publicUrl: 'https://moodle.example', tool: tool.addresses, now: () => now });
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  const plain = (body: unknown): unknown =>
    JSON.parse(JSON.stringify(body).replace(/"access_token":"[^"]*"/, '"access_token":"<access token>"'));

  /** Asks what was asked of the recorded Moodle and compares the answer. */
  async function replay(name: string, changes: { kid?: string; otherKey?: boolean } = {}): Promise<Answer> {
    const { request, response } = recorded(`token-${name}`);
    const { iss, aud, iat, exp } = request.client_assertion_decoded?.payload ?? {};
    const claims = { ...(iss === 'nobody' && { iss, sub: iss }), aud, iat, exp };
    const answer = await askToken(lms, tool, now, { scope: request.form?.scope ?? '', claims, ...changes });
    expect(answer.status, name).to.equal(response.status);
    expect(answer.contentType, name).to.equal(response.headers['content-type']);
    if (typeof response.body === 'string') expect(answer.text, name).to.equal(response.body);
    else expect(plain(answer.json()), name).to.deep.equal(response.body);
    return answer;
  }

  it('answers as the recorded Moodle did: scopes trimmed, no leeway on iat, aud not looked at', async () => {
    for (const name of [
      '01-all-scopes',
      '02-score-only',
      '03-good-plus-unknown-scope',
      '04-unknown-scope',
      '05-empty-scope',
      '08-expired-assertion',
      '09-aud-is-issuer',
      '10-aud-wrong',
      '12-unknown-client-id',
      '13-iat-in-future',
      '14-iat-5s-in-future',
    ]) {
      now = 1000 * Number(recorded(`token-02-score-only`).request.client_assertion_decoded?.payload.iat);
      await replay(name);
    }
  });

  it('refuses a signature by another key', () => replay('06-wrong-signing-key', { otherKey: true }));

  it('answers an unknown key id with JSON that is none', async () => {
    const answer = await replay('07-unknown-kid', { kid: 'nope' });
    expect(() => answer.json()).to.throw(SyntaxError);
  });

  it('fetches the tool’s keys once, and again when it meets a new key id', async () => {
    await askToken(lms, tool, now, { scope: SCOPES.score });
    await askToken(lms, tool, now, { scope: SCOPES.score });
    expect(tool.fetches()).to.equal(1);
    await tool.rotate();
    expect((await askToken(lms, tool, now, { scope: SCOPES.score })).status).to.equal(200);
    expect(tool.fetches()).to.equal(2);
  });

  it('refuses other grants and a request without an assertion', async () => {
    const post = (body: Record<string, string>): Promise<Answer> =>
      ask(lms, lms.platform.tokenUrl, { method: 'POST', body: new URLSearchParams(body) });
    expect((await post({ grant_type: 'password' })).json()).to.deep.equal({ error: 'unsupported_grant_type' });
    const bare = await post({ grant_type: 'client_credentials', scope: SCOPES.score });
    expect([bare.status, bare.json()]).to.deep.equal([400, { error: 'invalid_request' }]);
  });

  it('logs which scopes were asked for', async () => {
    await askToken(lms, tool, now, { scope: `${SCOPES.score} ${SCOPES.result}` });
    const [logged] = lms.requests;
    expect(logged).to.include({ service: 'token', method: 'POST', path: '/mod/lti/token.php', status: 200, at: now });
    expect(logged?.scopes).to.deep.equal([SCOPES.score, SCOPES.result]);
  });
});
