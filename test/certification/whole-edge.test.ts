import { expect } from 'chai';
import { type RecordCollection, recordCollections } from '../../lti-tool/use-cases/lti-ports.ts';
import { type FakePlatform, startFakePlatform } from '../builders/lti/fake-platform.ts';
import { codeOf, launchingBrowser } from '../builders/lti/launching-browser.ts';
import { memoryRecords } from '../builders/lti/memory-records.ts';
import { rawRequest } from '../builders/lti/raw-request.ts';
import { type StartedEdge, startEdge } from '../builders/lti/started-edge.ts';

const keysOf = async (started: StartedEdge): Promise<Array<Record<string, string>>> =>
  JSON.parse((await rawRequest(started.url, '/lti/keys')).text).keys;

describe('certification: the whole edge', () => {
  let platform: FakePlatform;
  const open: StartedEdge[] = [];
  const start = async (...changes: Parameters<typeof startEdge>) => {
    const started = await startEdge(...changes);
    open.push(started);
    return started;
  };
  before(async () => {
    platform = await startFakePlatform();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((started) => started.close()));
  });
  after(() => platform.close());

  it('publishes its keys, and only their public part', async () => {
    const started = await start();
    expect(await keysOf(started)).to.deep.equal([]);
    await started.edge.registrations.add(platform.registration);
    const [key] = await keysOf(started);
    expect(key).to.have.all.keys('kty', 'kid', 'n', 'e', 'alg', 'use');
    const head = await rawRequest(started.url, '/lti/keys', { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(head.headers['content-type']).to.equal('application/json; charset=utf-8');
  });
  it('says which methods an address has', async () => {
    const started = await start();
    for (const [path, methods] of [
      ['/lti/login', 'GET, POST'],
      ['/lti/launch', 'GET, POST'],
      ['/lti/keys', 'GET, HEAD'],
    ] as const)
      expect((await rawRequest(started.url, path, { method: 'DELETE' })).headers.allow).to.equal(methods);
  });
  it('leaves other addresses to the rest of the tool, //evil/x included', async () => {
    const started = await start();
    for (const path of ['/', '/ltix', '//evil.example/lti/launch', '/api/lti']) {
      const answer = await rawRequest(started.url, path, { method: 'POST' });
      expect(answer.status).to.equal(404);
      expect(codeOf(answer)).to.equal('none');
      expect(answer.headers).not.to.have.property('location');
    }
  });
  it('runs twice in one process, apart from each other', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await first.edge.registrations.add(platform.registration);
    expect(await second.edge.registrations.list()).to.deep.equal([]);
    expect(codeOf((await launchingBrowser(second, platform).login()).answer)).to.equal('LAUNCH_PLATFORM_UNKNOWN');
    await second.edge.registrations.add(platform.registration);
    const [answers, others] = await Promise.all([
      launchingBrowser(first, platform).launch(),
      launchingBrowser(second, platform).launch(),
    ]);
    expect([answers.status, others.status]).to.deep.equal([200, 200]);
    expect([first.launches.length, second.launches.length]).to.deep.equal([1, 1]);
    expect(await keysOf(first)).not.to.deep.equal(await keysOf(second));
  });
  it('leaves no handlers behind on the process', async () => {
    const events = ['SIGINT', 'SIGTERM', 'exit', 'unhandledRejection', 'uncaughtException'];
    const counts = () => events.map((event) => process.listenerCount(event));
    const before = counts();
    const started = await start();
    await started.edge.registrations.add(platform.registration);
    await launchingBrowser(started, platform).launch();
    expect(counts()).to.deep.equal(before);
  });
  it('keeps its keys, platforms and deployments across a restart', async () => {
    const records = memoryRecords();
    const first = await start({ records });
    const added = await first.edge.registrations.add(platform.registration);
    await launchingBrowser(first, platform).launch();
    const second = await start({ records });
    expect(await keysOf(second)).to.deep.equal(await keysOf(first));
    expect(await second.edge.registrations.list()).to.deep.equal([added]);
    expect(await second.edge.deployments.list(added.id)).to.have.length(1);
    expect((await launchingBrowser(second, platform).launch()).status).to.equal(200);
  });
  it('stores nothing readable: no key, no state, no hint, no person', async () => {
    const records = memoryRecords();
    const started = await start({ records });
    await started.edge.registrations.add(platform.registration);
    const browser = launchingBrowser(started, platform);
    const { state, nonce } = await browser.login({ login_hint: 'learner-5-hint' });
    await browser.launch();
    const stored = JSON.stringify((Object.keys(recordCollections) as RecordCollection[]).map(records.all));
    for (const secret of ['BEGIN', state, nonce, 'learner-5-hint', 'Ana Learner', '"5"'])
      expect(stored).not.to.contain(secret);
  });
  it('answers kindly, and stays up, when its store fails', async () => {
    const records = memoryRecords();
    const failing = { ...records, broken: false };
    const fail =
      <A extends unknown[], T>(work: (...input: A) => Promise<T>) =>
      async (...input: A) => {
        if (failing.broken) throw new Error('the database is away');
        return work(...input);
      };
    const started = await start({
      records: { ...records, find: fail(records.find), take: fail(records.take), insert: fail(records.insert) },
    });
    await started.edge.registrations.add(platform.registration);
    const browser = launchingBrowser(started, platform);
    const login = await browser.login();
    const token = await platform.sign(browser.claimsFor(login));
    failing.broken = true;
    const answer = await browser.post({ state: login.state, id_token: token }, login.cookie);
    expect([answer.status, codeOf(answer)]).to.deep.equal([500, 'LAUNCH_TOOL_FAULT']);
    expect(answer.text).not.to.contain('the database is away');
    expect((await rawRequest(started.url, '/lti/keys')).status).to.equal(500);
    failing.broken = false;
    expect((await browser.launch()).status).to.equal(200);
  });
  it('does not blame the token where the store fails after its examination', async () => {
    const records = memoryRecords();
    const started = await start({
      records: {
        ...records,
        insert: async (collection, document) => {
          if (collection === 'deployment') throw new Error('the database is away');
          return records.insert(collection, document);
        },
      },
    });
    await started.edge.registrations.add(platform.registration);
    expect(codeOf(await launchingBrowser(started, platform).launch())).to.equal('LAUNCH_TOOL_FAULT');
  });
  it('answers kindly when the panel cannot be made', async () => {
    const started = await start({ onLaunch: () => Promise.reject(new Error('no panel')) });
    await started.edge.registrations.add(platform.registration);
    const answer = await launchingBrowser(started, platform).launch();
    expect([answer.status, codeOf(answer)]).to.deep.equal([500, 'LAUNCH_TOOL_FAULT']);
    expect(started.logged.at(-1)).to.include({ level: 'error', message: 'launch failed' });
  });
  it('tells an administrator what to enter', async () => {
    const started = await start();
    expect(started.edge.settings()).to.deep.include({
      loginUrl: `${started.url}/lti/login`,
      launchUrl: `${started.url}/lti/launch`,
      redirectUrls: [`${started.url}/lti/launch`],
      jwksUrl: `${started.url}/lti/keys`,
      domain: new URL(started.url).host,
    });
  });
  it('does not start with a public URL or a secret that cannot work', async () => {
    const message = async (changes: Parameters<typeof startEdge>[0]) => {
      try {
        await start(changes);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    for (const publicUrl of ['http://tool.example', 'https://tool.example/path', 'ftp://tool.example'])
      expect(await message({ publicUrl })).to.contain('https origin');
    expect(await message({ secret: 'short' })).to.contain('32 characters');
  });
});
