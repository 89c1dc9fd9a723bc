import { expect } from 'chai';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { lineItemService } from '../../../lti-tool/lti/grade-service.ts';
import { everyScope } from '../../../lti-tool/lti/held-token.ts';
import type { ScoreAnswer, TimedScore } from '../../../lti-tool/use-cases/lti-ports.ts';
import {
  type FakePlatform,
  json,
  type Reply,
  startFakePlatform,
  tokenReply,
} from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { rawRequest } from '../../builders/lti/raw-request.ts';
import { type StartedEdge, startEdge } from '../../builders/lti/started-edge.ts';

const score: TimedScore = {
  userId: '5',
  scoreGiven: 12,
  scoreMaximum: 45,
  activityProgress: 'InProgress',
  gradingProgress: 'FullyGraded',
  comment: '12 of 45 criteria confirmed; 3 await an assessor',
  timestamp: '2026-11-23T10:47:47.123Z',
};
const scoresPath = '/services.php/2/lineitems/2/lineitem/scores';

describe('grade service', () => {
  let platform: FakePlatform;
  let started: StartedEdge;
  before(async () => {
    platform = await startFakePlatform();
    started = await startEdge();
    await started.edge.registrations.add(platform.registration);
  });
  beforeEach(() => {
    platform.reset();
    // Tokens of the test before have run out.
    started.clock.pass(7_200_000);
  });
  after(async () => {
    await started.close();
    await platform.close();
  });
  const address = () => ({
    issuer: platform.registration.issuer,
    clientId: platform.registration.clientId,
    lineItemUrl: `${platform.url}/services.php/2/lineitems/2/lineitem?type_id=1`,
  });
  const publish = () => started.edge.grades.publish(address(), score);
  const answering = (reply: Reply) => {
    platform.at(scoresPath, reply);
    return publish();
  };
  const recorded = (name: string): Reply => {
    const { status, reason, headers, body } = fixture(`moodle-4.5/${name}`).response;
    return (_request, response) => {
      response.writeHead(status, status < 400 ? reason : 'refused', { 'content-type': headers['content-type'] });
      response.end(JSON.stringify(body));
    };
  };

  describe('publishing', () => {
    it('posts the score to the line item’s scores, with its query and the exact media type', async () => {
      expect(await answering(recorded('ags-score-01-normal'))).to.deep.equal({ kind: 'accepted' });
      const [request] = platform.requestsFor(scoresPath);
      expect(request).to.deep.include({ method: 'POST', url: `${scoresPath}?type_id=1` });
      expect(request?.headers['content-type']).to.equal('application/vnd.ims.lis.v1.score+json');
      expect(request?.headers.authorization).to.equal('Bearer token-moodle-client-id');
      expect(JSON.parse(request?.body ?? '')).to.deep.equal(score);
    });
    it('tells Canvas where the work is, by an address that only a launch opens', async () => {
      platform.at(scoresPath, json({}));
      const submission = { isNew: true, at: score.timestamp };
      await started.edge.grades.publish(address(), { ...score, userId: 'a b&c', submission, keepHandGrade: true });
      const [request] = platform.requestsFor(scoresPath);
      expect(JSON.parse(request?.body ?? '')['https://canvas.instructure.com/lti/submission']).to.deep.equal({
        prioritize_non_tool_grade: true,
        new_submission: true,
        submission_type: 'basic_lti_launch',
        submission_data: `${started.url}/lti/launch?cs_learner=a+b%26c`,
        submitted_at: score.timestamp,
      });
    });
    it('tells a stale timestamp, a line item that is gone, and a lasting refusal apart', async () => {
      expect(await answering(recorded('ags-score-05-older-timestamp'))).to.deep.equal({ kind: 'stale' });
      expect(await answering(recorded('ags-score-38-unknown-lineitem'))).to.deep.equal({ kind: 'lineItemGone' });
      expect(await answering(recorded('ags-score-23-unknown-user'))).to.deep.include({ kind: 'refused', status: 400 });
    });
    it('says nothing of what the platform echoes', async () => {
      const { reason } = fixture('moodle-4.5/ags-score-23-unknown-user').response;
      const answer = await answering((_request, response) => {
        response.socket?.end(`HTTP/1.1 400 ${reason} token-moodle-client-id\r\ncontent-length: 2\r\n\r\n[]`);
      });
      expect(answer).to.deep.include({ kind: 'refused', status: 400 });
      expect(JSON.stringify(answer)).not.to.match(/999|token-|scoreGiven/);
    });
    it('tries a failing platform later, and says that a grade may be locked', async () => {
      const answer = await answering(recorded('ags-score-81-b-locked-grade'));
      expect(answer).to.deep.include({ kind: 'retry', status: 500, retryAfterMs: null });
      expect('reason' in answer ? answer.reason : '').to.contain('locked');
    });
    it('tries later as the platform asks, in seconds or by date', async () => {
      const wait = (answer: ScoreAnswer) => (answer.kind === 'retry' ? answer.retryAfterMs : 'no retry');
      expect(wait(await answering(json({}, 429, { 'retry-after': '120' })))).to.equal(120_000);
      const date = new Date(started.clock.now() + 45_000).toUTCString();
      expect(wait(await answering(json({}, 503, { 'retry-after': date })))).to.equal(45_000);
    });
    it('takes Canvas’s 403 without allowance left for 429, and any other 403 for no', async () => {
      expect(await answering(json({}, 403, { 'x-rate-limit-remaining': '0.0' }))).to.deep.include({
        kind: 'retry',
        status: 403,
      });
      expect(await answering(json({}, 403, { 'x-rate-limit-remaining': '512.3' }))).to.deep.include({
        kind: 'refused',
        status: 403,
      });
    });
    it('does not follow a redirect with its token', async () => {
      const elsewhere = await startFakePlatform();
      const answer = await answering(json({}, 307, { location: `${elsewhere.url}/steal` }));
      expect(answer).to.deep.include({ kind: 'refused', status: 307 });
      expect(elsewhere.received).to.deep.equal([]);
      await elsewhere.close();
    });
    it('tries later when the connection breaks', async () => {
      const answer = await answering((_request, response) => void response.destroy());
      expect(answer).to.deep.include({ kind: 'retry', status: null });
    });
    it('stops at the caller’s wish', async () => {
      platform.at(scoresPath, () => {});
      const stop = new AbortController();
      const answer = started.edge.grades.publish(address(), score, stop.signal);
      stop.abort();
      expect(await answer).to.deep.include({ kind: 'retry', status: null });
    });
    it('refuses without asking where the platform or the address is impossible', async () => {
      const { publish: send } = started.edge.grades;
      expect(await send({ ...address(), clientId: 'gone' }, score)).to.deep.include({ kind: 'refused' });
      for (const lineItemUrl of ['file:///etc/passwd', 'nonsense'])
        expect(await send({ ...address(), lineItemUrl }, score)).to.deep.include({ kind: 'refused' });
      expect(platform.received).to.deep.equal([]);
    });
  });

  describe('access tokens', () => {
    const asked = () => platform.requestsFor('/token').length;
    beforeEach(() => platform.at(scoresPath, json({})));

    it('ask once for ten scores at once, and not again for an hour less a minute', async () => {
      await Promise.all(Array.from({ length: 10 }, publish));
      expect(asked()).to.equal(1);
      started.clock.pass(3_539_000);
      await publish();
      expect(asked()).to.equal(1);
      started.clock.pass(1_000);
      await publish();
      expect(asked()).to.equal(2);
    });
    it('prove the tool by an assertion that is backdated 30 s, signed by a published key', async () => {
      await publish();
      const form = new URLSearchParams(platform.requestsFor('/token')[0]?.body);
      expect(form.get('grant_type')).to.equal('client_credentials');
      expect(form.get('client_assertion_type')).to.equal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      expect(form.get('scope')).to.equal(everyScope.join(' '));
      const keys = createLocalJWKSet(JSON.parse((await rawRequest(started.url, '/lti/keys')).text));
      const { payload } = await jwtVerify(form.get('client_assertion') ?? '', keys, {
        algorithms: ['RS256'],
        audience: `${platform.url}/token`,
        issuer: 'moodle-client-id',
        subject: 'moodle-client-id',
        currentDate: new Date(started.clock.now()),
      });
      const seconds = Math.floor(started.clock.now() / 1000);
      expect([payload.iat, payload.exp]).to.deep.equal([seconds - 30, seconds + 300]);
      expect(payload.jti).to.match(/^[\w-]{43}$/);
    });
    it('are replaced once when the platform refuses one before its time', async () => {
      await publish();
      platform.at('/token', tokenReply('second'));
      platform.at(scoresPath, (request, response) =>
        response.writeHead(request.headers.authorization === 'Bearer second-moodle-client-id' ? 200 : 401).end(),
      );
      const answers = await Promise.all(Array.from({ length: 10 }, publish));
      expect(answers.every(({ kind }) => kind === 'accepted')).to.equal(true);
      expect(asked()).to.equal(2);
    });
    it('are asked for twice and no more when the platform always refuses', async () => {
      expect(await answering(recorded('ags-score-34-wrong-scope'))).to.deep.include({ kind: 'refused', status: 401 });
      expect(asked()).to.equal(2);
      expect(platform.requestsFor(scoresPath)).to.have.length(2);
    });
    it('survive a restart, encrypted', async () => {
      const records = memoryRecords();
      const first = await startEdge({ records });
      await first.edge.registrations.add(platform.registration);
      await first.edge.grades.publish(address(), score);
      expect(JSON.stringify(records.all('accesstoken'))).not.to.contain('token-moodle');
      const second = await startEdge({ records });
      expect(await second.edge.grades.publish(address(), score)).to.deep.equal({ kind: 'accepted' });
      expect(asked()).to.equal(1);
      await first.close();
      await second.close();
    });
    it('say whether asking again may help, when there is none', async () => {
      const { body } = fixture('moodle-4.5/token-14-iat-5s-in-future').response;
      platform.at('/token', json(body, 400));
      expect(await publish()).to.deep.include({ kind: 'refused', status: 400 });
      platform.at('/token', json({}, 503, { 'retry-after': '7' }));
      expect(await publish()).to.deep.include({ kind: 'retry', status: 503, retryAfterMs: 7_000 });
      platform.at('/token', (_request, response) => response.end('<html>'));
      expect(await publish()).to.deep.include({ kind: 'refused', status: 200 });
      platform.at('/token', json({ access_token: 'two\nlines' }));
      expect(await publish()).to.deep.include({ kind: 'refused', status: 200 });
      platform.at('/token', (_request, response) => void response.destroy());
      expect(await publish()).to.deep.include({ kind: 'retry', status: null });
      platform.at('/token', tokenReply('back'));
      expect(await publish()).to.deep.equal({ kind: 'accepted' });
    });
  });

  describe('results', () => {
    const resultsPath = '/services.php/2/lineitems/2/lineitem/results';
    const results = (userId?: string) => started.edge.grades.results(address(), userId);

    it('reads what the gradebook holds, people without a grade included', async () => {
      platform.at(resultsPath, recorded('ags-results-01-all'));
      expect(await results()).to.deep.equal([
        { userId: '7', resultScore: null, resultMaximum: null, comment: null, timestamp: null },
        {
          userId: '5',
          resultScore: 72,
          resultMaximum: 100,
          comment: null,
          timestamp: '2026-11-23T10:49:38.000Z',
        },
        { userId: '6', resultScore: null, resultMaximum: null, comment: null, timestamp: null },
      ]);
      const [request] = platform.requestsFor(resultsPath);
      expect(request?.url).to.equal(`${resultsPath}?type_id=1`);
      expect(request?.headers.accept).to.equal('application/vnd.ims.lis.v2.resultcontainer+json');
    });
    it('does not follow a redirect, or a next page, to another site with its token', async () => {
      const elsewhere = await startFakePlatform();
      platform.at(resultsPath, json({}, 302, { location: `${elsewhere.url}/steal` }));
      expect(await results()).to.deep.include({ kind: 'unavailable', status: 302 });
      platform.at(resultsPath, json([], 200, { link: `<${elsewhere.url}/steal>; rel="next"` }));
      expect(await results()).to.deep.include({ kind: 'unavailable' });
      expect(elsewhere.received).to.deep.equal([]);
      await elsewhere.close();
    });
    it('does not go round in pages for ever', async () => {
      platform.at(resultsPath, json([], 200, { link: '<?type_id=1>; rel="next"' }));
      expect(await results()).to.deep.include({ kind: 'unavailable' });
      expect(platform.requestsFor(resultsPath)).to.have.length(1);
      let page = 0;
      platform.at(resultsPath, (request, response) => {
        page += 1;
        json([], 200, { link: `<?page=${page}>; rel="next"` })(request, response);
      });
      expect(await results()).to.deep.include({ kind: 'unavailable' });
      expect(page).to.equal(500);
    });
    it('reads no more than 5 MB of an answer', async () => {
      let written = 0;
      platform.at(resultsPath, (_request, response) => {
        const more = () => {
          while (!response.destroyed && written < 200e6) {
            written += 1e6;
            if (!response.write(' '.repeat(1e6))) return void response.once('drain', more);
          }
          response.end();
        };
        more();
      });
      expect(await results()).to.deep.equal({
        ...{ kind: 'unavailable', status: null, reason: 'The platform’s answer was too large.' },
      });
      expect(written).to.be.below(50e6);
    });
    it('asks for one person', async () => {
      platform.at(resultsPath, json([]));
      await results('5');
      expect(platform.requestsFor(resultsPath)[0]?.url).to.equal(`${resultsPath}?type_id=1&user_id=5`);
    });
    it('reads on over pages', async () => {
      const entry = (userId: unknown) => ({ userId, resultScore: 1, resultMaximum: 2, comment: 'x' });
      platform.at(resultsPath, (request, response) =>
        request.url.includes('page=2')
          ? json([entry(2), null, { resultScore: 3 }])(request, response)
          : json([entry('1')], 200, { link: '<?type_id=1&page=2>; rel="next"' })(request, response),
      );
      const found = await results();
      expect(Array.isArray(found) && found.map(({ userId }) => userId)).to.deep.equal(['1', '2']);
    });
    it('says why there are none', async () => {
      platform.at(resultsPath, json({ not: 'a list' }));
      expect(await results()).to.deep.include({ kind: 'unavailable', status: 200 });
      platform.at(resultsPath, (_request, response) => response.writeHead(404).end('<html>'));
      expect(await results()).to.deep.include({ kind: 'unavailable', status: 404 });
      platform.at(resultsPath, (_request, response) => response.end('<html>'));
      expect(await results()).to.deep.include({ kind: 'unavailable', status: 200 });
      expect(await started.edge.grades.results({ ...address(), lineItemUrl: 'nonsense' })).to.deep.include({
        kind: 'unavailable',
      });
    });
  });

  it('knows the services of a line item', () => {
    expect(lineItemService('https://a.example/lineitem?type_id=1', 'scores')).to.equal(
      'https://a.example/lineitem/scores?type_id=1',
    );
    expect(lineItemService('https://a.example/line_items/31/', 'results')).to.equal(
      'https://a.example/line_items/31/results',
    );
  });
});
