import { expect } from 'chai';
import { everyScope } from '../../../lti-tool/lti/held-token.ts';
import { scope } from '../../../lti-tool/lti/settings.ts';
import type { TimedScore } from '../../../lti-tool/use-cases/lti-ports.ts';
import { type FakePlatform, json, type Reply, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { type StartedEdge, startEdge } from '../../builders/lti/started-edge.ts';

const itemPath = '/lineitems/2';
const score: TimedScore = {
  ...{ userId: '5', scoreGiven: 12, scoreMaximum: 45, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' },
  ...{ comment: '12 of 45 criteria confirmed', timestamp: '2026-11-23T10:47:47.123Z' },
};

describe('access tokens, one for all services', () => {
  let platform: FakePlatform;
  let started: StartedEdge;
  /** What the platform gives tokens for; a request that goes beyond fails where it is strict. */
  let allowed: string[];
  let strict: boolean;
  let given: number;
  const granted = new Map<string, readonly string[]>();
  const token: Reply = (request, response) => {
    const asked = (new URLSearchParams(request.body).get('scope') ?? '').split(' ');
    const scopes = asked.filter((one) => allowed.includes(one));
    if (scopes.length === 0 || (strict && scopes.length < asked.length))
      return json({ error: 'invalid_scope' }, 400)(request, response);
    given += 1;
    granted.set(`Bearer token-${given}`, scopes);
    return json({ access_token: `token-${given}`, expires_in: 3600, scope: scopes.join(' ') })(request, response);
  };
  const service =
    (needed: string, body: unknown): Reply =>
    (request, response) =>
      json(body, granted.get(request.headers.authorization ?? '')?.includes(needed) ? 200 : 401)(request, response);

  beforeEach(async () => {
    platform = await startFakePlatform();
    started = await startEdge();
    await started.edge.registrations.add(platform.registration);
    [allowed, strict, given] = [[...everyScope], false, 0];
    granted.clear();
    platform.at('/token', token);
    platform.at(`${itemPath}/scores`, service(scope.score, {}));
    platform.at(`${itemPath}/results`, service(scope.result, []));
    platform.at('/memberships', service(scope.memberships, { members: [] }));
  });
  afterEach(async () => {
    await started.close();
    await platform.close();
  });
  const party = () => ({ issuer: platform.registration.issuer, clientId: platform.registration.clientId });
  const address = () => ({ ...party(), lineItemUrl: `${platform.url}${itemPath}` });
  const publish = () => started.edge.grades.publish(address(), score);
  const results = () => started.edge.grades.results(address());
  const members = () => started.edge.roster.members({ ...party(), membershipsUrl: `${platform.url}/memberships` });
  const asked = () => platform.requestsFor('/token').length;

  it('are asked for once, whatever is called', async () => {
    const [sent, found, people] = await Promise.all([publish(), results(), members()]);
    expect([sent, found, people]).to.deep.equal([{ kind: 'accepted' }, [], []]);
    expect(asked()).to.equal(1);
  });
  it('do without what the platform leaves out, and say so', async () => {
    allowed = [scope.score];
    expect(await publish()).to.deep.equal({ kind: 'accepted' });
    expect(await results()).to.deep.include({ kind: 'unavailable', status: 403 });
    expect(platform.requestsFor(`${itemPath}/results`)).to.deep.equal([]);
    // Asked once more whether it is allowed by now, and then not again for a minute.
    for (let times = 0; times < 5; times += 1) await results();
    expect(asked()).to.equal(2);
    expect(await publish()).to.deep.equal({ kind: 'accepted' });
  });
  it('have what is switched on there later, for all who wait', async () => {
    allowed = [scope.score];
    await publish();
    allowed = [...everyScope];
    expect(await Promise.all(Array.from({ length: 5 }, results))).to.deep.equal([[], [], [], [], []]);
    expect(asked()).to.equal(2);
  });
  it('are one for each service where the platform refuses to give them together', async () => {
    allowed = [scope.score, scope.result];
    strict = true;
    expect(await Promise.all([publish(), results()])).to.deep.equal([{ kind: 'accepted' }, []]);
    expect(await members()).to.deep.include({ kind: 'unavailable' });
    const before = asked();
    for (let times = 0; times < 3; times += 1) expect(await publish()).to.deep.equal({ kind: 'accepted' });
    expect(asked()).to.equal(before);
  });
  it('stay as they are for the others when one service never takes them', async () => {
    platform.at(`${itemPath}/results`, json({}, 401));
    await publish();
    for (let times = 0; times < 5; times += 1) {
      expect(await results()).to.deep.include({ kind: 'unavailable', status: 401 });
      expect(await publish()).to.deep.equal({ kind: 'accepted' });
    }
    expect(asked()).to.equal(2);
  });
  it('are replaced each time the platform forgets one that it took before', async () => {
    for (let times = 0; times < 4; times += 1) {
      expect(await Promise.all(Array.from({ length: 6 }, publish))).to.deep.equal(
        Array.from({ length: 6 }, () => ({ kind: 'accepted' })),
      );
      granted.clear();
    }
    expect(asked()).to.equal(4);
  });
});
