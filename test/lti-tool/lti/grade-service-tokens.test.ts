import { expect } from 'chai';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { everyScope } from '../../../lti-tool/lti/held-token.ts';
import { json, tokenReply } from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { rawRequest } from '../../builders/lti/raw-request.ts';
import { startEdge } from '../../builders/lti/started-edge.ts';
import { gradingStage, recorded, score, scoresPath } from './grading-stage.ts';

describe('grade service: access tokens', () => {
  const here = gradingStage();
  const asked = () => here.platform.requestsFor('/token').length;
  beforeEach(() => here.platform.at(scoresPath, json({})));

  it('ask once for ten scores at once, and not again for an hour less a minute', async () => {
    await Promise.all(Array.from({ length: 10 }, here.publish));
    expect(asked()).to.equal(1);
    here.started.clock.pass(3_539_000);
    await here.publish();
    expect(asked()).to.equal(1);
    here.started.clock.pass(1_000);
    await here.publish();
    expect(asked()).to.equal(2);
  });
  it('prove the tool by an assertion that is backdated 30 s, signed by a published key', async () => {
    await here.publish();
    const form = new URLSearchParams(here.platform.requestsFor('/token')[0]?.body);
    expect(form.get('grant_type')).to.equal('client_credentials');
    expect(form.get('client_assertion_type')).to.equal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(form.get('scope')).to.equal(everyScope.join(' '));
    const keys = createLocalJWKSet(JSON.parse((await rawRequest(here.started.url, '/lti/keys')).text));
    const { payload } = await jwtVerify(form.get('client_assertion') ?? '', keys, {
      algorithms: ['RS256'],
      audience: `${here.platform.url}/token`,
      issuer: 'moodle-client-id',
      subject: 'moodle-client-id',
      currentDate: new Date(here.started.clock.now()),
    });
    const seconds = Math.floor(here.started.clock.now() / 1000);
    expect([payload.iat, payload.exp]).to.deep.equal([seconds - 30, seconds + 300]);
    expect(payload.jti).to.match(/^[\w-]{43}$/);
  });
  it('are replaced once when the platform refuses one before its time', async () => {
    await here.publish();
    here.platform.at('/token', tokenReply('second'));
    here.platform.at(scoresPath, (request, response) =>
      response.writeHead(request.headers.authorization === 'Bearer second-moodle-client-id' ? 200 : 401).end(),
    );
    const answers = await Promise.all(Array.from({ length: 10 }, here.publish));
    expect(answers.every(({ kind }) => kind === 'accepted')).to.equal(true);
    expect(asked()).to.equal(2);
  });
  it('are asked for twice and no more when the platform always refuses', async () => {
    expect(await here.answering(recorded('ags-score-34-wrong-scope'))).to.deep.include({
      kind: 'refused',
      status: 401,
    });
    expect(asked()).to.equal(2);
    expect(here.platform.requestsFor(scoresPath)).to.have.length(2);
  });
  it('survive a restart, encrypted', async () => {
    const records = memoryRecords();
    const first = await startEdge({ records });
    await first.edge.registrations.add(here.platform.registration);
    await first.edge.grades.publish(here.address(), score);
    expect(JSON.stringify(records.all('accesstoken'))).not.to.contain('token-moodle');
    const second = await startEdge({ records });
    expect(await second.edge.grades.publish(here.address(), score)).to.deep.equal({ kind: 'accepted' });
    expect(asked()).to.equal(1);
    await first.close();
    await second.close();
  });
  it('say whether asking again may help, when there is none', async () => {
    const { body } = fixture('moodle-4.5/token-14-iat-5s-in-future').response;
    here.platform.at('/token', json(body, 400));
    expect(await here.publish()).to.deep.include({ kind: 'refused', status: 400 });
    here.platform.at('/token', json({}, 503, { 'retry-after': '7' }));
    expect(await here.publish()).to.deep.include({ kind: 'retry', status: 503, retryAfterMs: 7_000 });
    here.platform.at('/token', (_request, response) => response.end('<html>'));
    expect(await here.publish()).to.deep.include({ kind: 'refused', status: 200 });
    here.platform.at('/token', json({ access_token: 'two\nlines' }));
    expect(await here.publish()).to.deep.include({ kind: 'refused', status: 200 });
    here.platform.at('/token', (_request, response) => void response.destroy());
    expect(await here.publish()).to.deep.include({ kind: 'retry', status: null });
    here.platform.at('/token', tokenReply('back'));
    expect(await here.publish()).to.deep.equal({ kind: 'accepted' });
  });
});
