import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { type Answer, ask, askToken, bearer, SCOPES } from './support/lms-client.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';

describe('demo LMS, the Canvas manner', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  let now = 0;
  let authorization = '';

  beforeEach(async () => {
    now = Date.parse('2026-11-23T10:00:00.000Z');
    tool = await startFakeTool();
    lms = await startDemoLms({ port: 0, tool: tool.addresses, manner: 'canvas', now: () => now });
    authorization = await bearer(lms, tool, now, ...Object.values(SCOPES));
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  const grade = () => lms.gradebook('2').find((row) => row.person === 'amelia');
  const post = (score: Record<string, unknown>): Promise<Answer> =>
    ask(lms, `${lms.courses()[0]?.activities[0]?.lineItemUrl}/scores`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/vnd.ims.lis.v1.score+json' },
      body: JSON.stringify({
        userId: lms.person('amelia').sub,
        timestamp: new Date(now).toISOString(),
        activityProgress: 'InProgress',
        gradingProgress: 'FullyGraded',
        scoreGiven: 12,
        scoreMaximum: 48,
        ...score,
      }),
    });

  it('has several clients and deployments under one issuer that is not its own address', () => {
    expect(new Set(lms.registrations.map((one) => one.issuer))).to.have.keys('https://canvas.example');
    expect(lms.registrations).to.have.length(2);
    expect(lms.registrations[0]?.deploymentIds).to.have.length(2);
    const clients = lms.courses().map((course) => course.activities[0]?.clientId);
    expect(new Set(clients)).to.have.length(2);
  });

  it('launches with opaque ids, the numeric ones as custom parameters, and marks the teaching assistant', async () => {
    const { id_token } = await lms.launchForm({ person: 'tom', state: 's', nonce: 'n' });
    const claims = decodeJwt(id_token) as Record<string, unknown>;
    expect(claims.sub).to.match(/^[0-9a-f-]{36}$/);
    expect(claims[`${CLAIM}/roles`]).to.include(
      'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant',
    );
    expect(claims[`${CLAIM}/custom`]).to.include({ cs_canvas_course_id: '2', cs_canvas_user_id: '4' });
    expect(claims[`${CLAIM}/context`])
      .to.have.property('id')
      .that.matches(/^[0-9a-f]{40}$/);
  });

  it('stores a graded score, ignores unfinished ones and notes that a person must grade', async () => {
    expect((await post({ comment: '12 of 48' })).json()).to.have.property('resultUrl');
    expect(grade()).to.include({ score: 25, comment: '12 of 48' });
    for (const gradingProgress of ['NotReady', 'Failed', 'Pending']) {
      now += 1000;
      expect((await post({ gradingProgress, scoreGiven: 1 })).status).to.equal(200);
      expect(grade()).to.include({ score: 25, needsGrading: false });
    }
    now += 1000;
    await post({ gradingProgress: 'PendingManual', scoreGiven: 1 });
    expect(grade()).to.include({ score: 25, needsGrading: true });
  });

  it('takes every score for one more attempt unless told otherwise, and launches what came along with it', async () => {
    const extension = 'https://canvas.instructure.com/lti/submission';
    const address = `${tool.addresses.origin}/lti/launch?cs_learner=amelia`;
    const said = {
      submission_type: 'basic_lti_launch',
      submission_data: address,
      submitted_at: '2026-11-23T10:00:00Z',
    };
    await post({});
    expect(grade()?.submission).to.deep.equal({ attempt: 1, type: 'external_tool', address: null, at: null });
    now += 1_000;
    await post({ [extension]: { ...said, new_submission: true } });
    const second = { attempt: 2, type: 'basic_lti_launch', address, at: '2026-11-23T10:00:00Z' };
    expect(grade()?.submission).to.deep.equal(second);
    now += 1_000;
    await post({ [extension]: { ...said, new_submission: false } });
    expect(grade()?.submission).to.deep.equal(second);
    const { id_token } = await lms.launchForm({ person: 'priya', review: 'amelia', state: 's', nonce: 'n' });
    expect(decodeJwt(id_token)).to.include({
      [`${CLAIM}/target_link_uri`]: address,
      [`${CLAIM}/message_type`]: 'LtiResourceLinkRequest',
    });
  });
  it('takes a later millisecond and refuses an earlier one', async () => {
    await post({});
    now += 1;
    expect((await post({ scoreGiven: 24 })).status).to.equal(200);
    now -= 2;
    expect((await post({ scoreGiven: 36 })).status).to.equal(409);
    expect(grade()?.score).to.equal(50);
  });

  it('overwrites a teacher’s grade unless the tool asks not to', async () => {
    lms.overrideGrade('2', 'amelia', { score: 90, comment: 'mine' });
    now += 1000;
    await post({ 'https://canvas.instructure.com/lti/submission': { prioritize_non_tool_grade: true } });
    expect(grade()).to.include({ score: 90, comment: 'mine' });
    now += 1000;
    await post({ 'https://canvas.instructure.com/lti/submission': { new_submission: false } });
    expect(grade()).to.include({ score: 25, overridden: false });
  });

  it('refuses people who are not students, and scores with a field missing', async () => {
    expect((await post({ userId: lms.person('priya').sub })).status).to.equal(422);
    expect((await post({ timestamp: undefined })).status).to.equal(400);
  });

  it('keeps the line items of one client from another', async () => {
    const second = lms.courses()[1]?.activities[0];
    expect((await ask(lms, second?.lineItemUrl ?? '', { headers: { authorization } })).status).to.equal(401);
    const list = await ask(lms, '/api/lti/courses/3/line_items', { headers: { authorization } });
    expect(list.json()).to.deep.equal([]);
  });

  it('creates, lists, changes and deletes line items by opaque resource link', async () => {
    const resourceLinkId = lms.courses()[0]?.activities[0]?.resourceLinkId;
    const headers = { authorization, 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' };
    const body = JSON.stringify({ label: 'Unit 201', scoreMaximum: 9, resourceLinkId, tag: 'unit' });
    const made = await ask(lms, '/api/lti/courses/2/line_items', { method: 'POST', headers, body });
    expect(made.status).to.equal(201);
    const { id } = made.json() as { id: string };
    const found = await ask(lms, `/api/lti/courses/2/line_items?resource_link_id=${resourceLinkId}&tag=unit`, {
      headers,
    });
    expect(found.json()).to.have.length(1);
    const changed = JSON.stringify({ label: 'Unit 202', scoreMaximum: 10 });
    expect((await ask(lms, id, { method: 'PUT', headers, body: changed })).json()).to.include({ label: 'Unit 202' });
    expect((await ask(lms, id, { method: 'DELETE', headers })).status).to.equal(204);
    expect((await ask(lms, id, { headers })).status).to.equal(404);
  });

  it('pages the roster with full role names, and shows results by opaque id', async () => {
    const url = '/api/lti/courses/2/names_and_roles?limit=3';
    const first = await ask(lms, url, { headers: { authorization } });
    const next = /<([^>]*)>; rel="next"/.exec(first.link)?.[1] ?? '';
    expect(next).to.contain('page=2');
    const second = (await ask(lms, next, { headers: { authorization } })).json() as { members: { roles: string[] }[] };
    expect(second.members).to.have.length(2);
    expect(second.members[1]?.roles.join()).to.contain('#TeachingAssistant');
    await post({});
    const results = await ask(lms, `${lms.courses()[0]?.activities[0]?.lineItemUrl}/results`, {
      headers: { authorization },
    });
    const [result] = results.json() as Record<string, unknown>[];
    expect(result).to.include({ userId: lms.person('amelia').sub, resultScore: 25, resultMaximum: 100 });
  });

  it('answers token errors in JSON, and says when the rate limit is used up', async () => {
    const wrong = await askToken(lms, tool, now, { scope: SCOPES.score, otherKey: true });
    expect([wrong.status, wrong.json()]).to.deep.equal([
      401,
      { error: 'invalid_client', error_description: 'Signature verification failed' },
    ]);
    lms.fail({ on: 'scores', how: { status: 403, rateLimitRemaining: 0 }, times: 1 });
    const limited = await post({});
    expect([limited.status, limited.headers.get('x-rate-limit-remaining')]).to.deep.equal([403, '0']);
  });

  it('has no locks', () => {
    expect(() => lms.lock('2', 'amelia', true)).to.throw(RangeError);
  });
});
