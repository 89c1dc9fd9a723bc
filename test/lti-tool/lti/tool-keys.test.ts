import { expect } from 'chai';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { type FakePlatform, json, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { launchingBrowser } from '../../builders/lti/launching-browser.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { rawRequest } from '../../builders/lti/raw-request.ts';
import { type StartedEdge, startEdge, testClock, testSecret } from '../../builders/lti/started-edge.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const newSecret = 'another secret for tests, long enough to be one';

describe('the tool’s keys', () => {
  let platform: FakePlatform;
  const open: StartedEdge[] = [];
  before(async () => {
    platform = await startFakePlatform();
  });
  after(() => platform.close());
  beforeEach(() => platform.reset());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((started) => started.close()));
  });
  const start = async (...changes: Parameters<typeof startEdge>) => {
    const started = await startEdge(...changes);
    open.push(started);
    return started;
  };
  /** Two processes on one database. */
  async function twoProcesses() {
    const [records, clock] = [memoryRecords(), testClock()];
    const first = await start({ records, clock });
    const second = await start({ records, clock });
    await first.edge.registrations.add(platform.registration);
    const { issuer, clientId } = platform.registration;
    const rotate = (atOnce = false) => second.edge.keys.rotate(issuer, clientId, atOnce);
    return { records, clock, first, second, rotate };
  }
  const publishedBy = async ({ url }: StartedEdge): Promise<string[]> =>
    JSON.parse((await rawRequest(url, '/lti/keys')).text).keys.map(({ kid }: { kid: string }) => kid);
  /** The key that signs the tool's requests now; they have to verify with the key set that is published now. */
  async function signerOf(started: StartedEdge): Promise<string> {
    platform.at('/token', json({ error: 'not today' }, 400));
    const { issuer, clientId } = platform.registration;
    const score = { userId: '5', timestamp: new Date(started.clock.now()).toISOString() };
    const given = { scoreGiven: 1, scoreMaximum: 2, activityProgress: 'InProgress', comment: '' } as const;
    const address = { issuer, clientId, lineItemUrl: `${platform.url}/line-item` };
    await started.edge.grades.publish(address, { ...score, ...given, gradingProgress: 'FullyGraded' });
    const body = platform.requestsFor('/token').at(-1)?.body ?? '';
    const assertion = new URLSearchParams(body).get('client_assertion') ?? '';
    const keySet = createLocalJWKSet(JSON.parse((await rawRequest(started.url, '/lti/keys')).text));
    await jwtVerify(assertion, keySet, { currentDate: new Date(started.clock.now()) });
    return decodeProtectedHeader(assertion).kid ?? '';
  }

  it('rotate: published first, then signing, then the old one goes, in every process and without a restart', async () => {
    const { clock, first, second, rotate } = await twoProcesses();
    const old = await signerOf(first);
    expect(await rotate()).to.deep.include({ kind: 'rotated' });
    const fresh = (await publishedBy(first)).find((kid) => kid !== old);
    expect(await publishedBy(second)).to.have.members([old, fresh]);
    for (const started of [first, second]) expect(await signerOf(started)).to.equal(old);
    clock.pass(15 * minute);
    for (const started of [first, second]) expect(await signerOf(started)).to.equal(fresh);
    expect(await publishedBy(first)).to.have.members([old, fresh]);
    clock.pass(day);
    expect(await publishedBy(first)).to.deep.equal([fresh]);
    expect(await signerOf(second)).to.equal(fresh);
    expect((await launchingBrowser(first, platform).launch()).status).to.equal(200);
  });
  it('tell of their state', async () => {
    const { clock, first, rotate } = await twoProcesses();
    const states = async () => (await first.edge.keys.list()).map(({ state }) => state);
    expect(await states()).to.deep.equal(['current']);
    await rotate();
    expect(await states()).to.have.members(['current', 'next']);
    expect(await rotate()).to.deep.include({ kind: 'underWay' });
    clock.pass(15 * minute);
    expect(await states()).to.have.members(['old', 'current']);
    expect(await rotate()).to.deep.include({ kind: 'rotated' });
    expect(await states()).to.have.members(['old', 'current', 'next']);
  });
  it('change at once where a key may be in the wrong hands, even in the middle of a rotation', async () => {
    const { first, rotate } = await twoProcesses();
    const old = await signerOf(first);
    await rotate();
    const next = (await publishedBy(first)).find((kid) => kid !== old);
    await rotate(true);
    const published = await publishedBy(first);
    expect(published).to.have.length(1);
    expect(published).not.to.include.members([old]);
    expect(published).not.to.include.members([next]);
    expect(await signerOf(first)).to.equal(published[0]);
  });
  it('leave nothing behind when the platform is removed', async () => {
    const { records, first, rotate } = await twoProcesses();
    await rotate();
    const { issuer, clientId } = platform.registration;
    await first.edge.registrations.remove(issuer, clientId);
    expect([...records.all('publickey'), ...records.all('privatekey')]).to.deep.equal([]);
    expect(await rotate()).to.deep.equal({ kind: 'unknown' });
  });
  it('are stored sealed', async () => {
    const { records, rotate } = await twoProcesses();
    await rotate();
    expect(records.all('privatekey')).to.have.length(2);
    expect(JSON.stringify([records.all('privatekey'), records.all('publickey')])).not.to.match(
      /-----|PRIVATE KEY|PUBLIC KEY/,
    );
  });

  describe('under a new secret', () => {
    it('are read by processes that know both, before and after they are sealed again', async () => {
      const { records, clock, first } = await twoProcesses();
      const keys = await publishedBy(first);
      const both = await start({ records, clock, secret: newSecret, previousSecret: testSecret });
      expect(await publishedBy(both)).to.deep.equal(keys);
      expect(await signerOf(both)).to.equal(keys[0]);
      expect(await both.edge.sealAgain()).to.be.at.least(2);
      expect(await both.edge.sealAgain()).to.equal(0);
      expect(await publishedBy(both)).to.deep.equal(keys);
      const alone = await start({ records, clock, secret: newSecret });
      expect(await publishedBy(alone)).to.deep.equal(keys);
      expect(await signerOf(alone)).to.equal(keys[0]);
      expect((await rawRequest(first.url, '/lti/keys')).status, 'the old secret opens nothing').to.equal(500);
    });
    it('keep launches that are under way', async () => {
      const { records, clock, first } = await twoProcesses();
      const { state, nonce, cookie } = await launchingBrowser(first, platform).login();
      const both = await start({ records, clock, secret: newSecret, previousSecret: testSecret });
      await both.edge.sealAgain();
      const alone = await start({ records, clock, secret: newSecret, publicUrl: first.url });
      const browser = launchingBrowser(alone, platform);
      const target = { 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri': `${first.url}/lti/launch` };
      const token = await platform.sign(browser.claimsFor({ nonce }, target));
      expect((await browser.post({ state, id_token: token }, cookie)).status).to.equal(200);
    });
    it('stay as they are where neither secret opens them', async () => {
      const { records, clock } = await twoProcesses();
      const stranger = await start({ records, clock, secret: newSecret, previousSecret: 'x'.repeat(32) });
      const before = records.all('privatekey');
      const fault = await stranger.edge.sealAgain().catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(Error);
      expect(records.all('privatekey')).to.deep.equal(before);
    });
  });
});
