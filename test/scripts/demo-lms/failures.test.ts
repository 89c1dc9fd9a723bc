import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { type Answer, ask, askToken, bearer, SCOPES } from './support/lms-client.ts';

describe('demo LMS, told to fail', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  let authorization = '';

  beforeEach(async () => {
    tool = await startFakeTool();
    lms = await startDemoLms({ port: 0, tool: tool.addresses });
    authorization = await bearer(lms, tool, Date.now(), ...Object.values(SCOPES));
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  const post = (init: RequestInit = {}): Promise<Answer> =>
    ask(lms, '/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/vnd.ims.lis.v1.score+json' },
      body: JSON.stringify({
        userId: '5',
        timestamp: new Date().toISOString(),
        activityProgress: 'InProgress',
        gradingProgress: 'FullyGraded',
        scoreGiven: 30,
        scoreMaximum: 100,
      }),
      ...init,
    });
  const score = (): number | null | undefined => lms.gradebook('2').find((row) => row.person === 'amelia')?.score;
  const problem = (request: Promise<unknown>): Promise<string> =>
    request.then(
      () => 'answered',
      (error: Error) => error.name,
    );

  it('answers with a status, and Retry-After, as often as told and then works', async () => {
    lms.fail({ on: 'scores', how: { status: 429, retryAfterSeconds: 7 }, times: 2 });
    for (let count = 0; count < 2; count += 1) {
      const answer = await post();
      expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([429, '7']);
    }
    expect(score()).to.equal(null);
    expect((await post()).status).to.equal(200);
    expect(score()).to.equal(30);
  });

  it('fails until it is told to recover, each service for itself', async () => {
    lms.fail({ on: 'token', how: { status: 503 } });
    lms.fail({ on: 'nrps', how: { status: 500 } });
    const roster = '/mod/lti/services.php/CourseSection/2/bindings/1/memberships';
    expect((await askToken(lms, tool, Date.now(), { scope: SCOPES.score })).status).to.equal(503);
    expect((await ask(lms, roster, { headers: { authorization } })).status).to.equal(500);
    expect((await post()).status).to.equal(200);
    lms.recover();
    expect((await askToken(lms, tool, Date.now(), { scope: SCOPES.score })).status).to.equal(200);
    expect((await ask(lms, roster, { headers: { authorization } })).status).to.equal(200);
  });

  it('says yes to a score and loses it', async () => {
    lms.fail({ on: 'scores', how: 'drop', times: 1 });
    expect((await post()).status).to.equal(200);
    expect(score()).to.equal(null);
    expect(() => lms.fail({ on: 'nrps', how: 'drop' })).to.throw(RangeError);
  });

  it('cuts the connection before or after the score is stored', async () => {
    lms.fail({ on: 'scores', how: 'reset', times: 1 });
    expect(await problem(post())).to.equal('TypeError');
    expect(score()).to.equal(null);
    lms.fail({ on: 'scores', how: 'lose-reply', times: 1 });
    expect(await problem(post())).to.equal('TypeError');
    expect(score()).to.equal(30);
  });

  it('never answers, and still closes', async () => {
    lms.fail({ on: 'jwks', how: 'hang' });
    const waiting = problem(ask(lms, lms.platform.jwksUrl, { signal: AbortSignal.timeout(200) }));
    expect(await waiting).to.equal('TimeoutError');
    expect(lms.requests.at(-1)).to.include({ service: 'jwks', status: null });
  });

  it('logs what was asked, in order, with what it answered', async () => {
    lms.fail({ on: 'scores', how: { status: 500 }, times: 1 });
    await post();
    await post();
    const logged = lms.requests.filter((entry) => entry.service === 'scores');
    expect(logged.map((entry) => entry.status)).to.deep.equal([500, 200]);
    expect(JSON.parse(logged[0]?.body ?? '')).to.include({ scoreGiven: 30 });
  });
});
