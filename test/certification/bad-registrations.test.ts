import dns from 'node:dns';
import { expect } from 'chai';
import { hang, json, type Reply } from '../builders/lti/fake-platform.ts';
import { fixture } from '../builders/lti/fixture.ts';
import { codeOf } from '../builders/lti/launching-browser.ts';
import { memoryRecords } from '../builders/lti/memory-records.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import {
  invite,
  type RegisteringPlatform,
  register,
  registrationToken,
  startRegisteringPlatform,
} from '../builders/lti/registering-platform.ts';
import { type StartedEdge, startEdge } from '../builders/lti/started-edge.ts';

const endless: Reply = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = Buffer.alloc(65_536, ' ');
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
};
/** Sends one byte now and then: never silent, never done. */
const dripping: Reply = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 200);
  response.on('close', () => clearInterval(timer));
};
const redirect = json({}, 302, { location: 'http://169.254.169.254/latest/meta-data' });

describe('certification: bad registrations', () => {
  let platform: RegisteringPlatform;
  let started: StartedEdge;
  const records = memoryRecords();
  before(async () => {
    platform = await startRegisteringPlatform();
    started = await startEdge({ records });
  });
  after(async () => {
    await started.close();
    await platform.close();
  });
  beforeEach(() => platform.restore());
  afterEach(async () => {
    expect(JSON.stringify(started.logged)).not.to.contain(registrationToken);
    for (const { issuer, clientId } of await started.edge.registrations.list())
      await started.edge.registrations.remove(issuer, clientId);
  });
  const configurationUrl = () => platform.url + platform.paths.configuration;
  const attempt = async (invitation?: string, url = configurationUrl()): Promise<RawAnswer> =>
    register(started, invitation ?? (await invite(started)), url);
  async function expectNothing(answer: RawAnswer, code: string): Promise<void> {
    expect(codeOf(answer), answer.text.slice(-400)).to.equal(code);
    expect(answer.status).to.be.at.least(400);
    expect(answer.headers['cache-control']).to.equal('no-store');
    expect(answer.text).not.to.contain(registrationToken);
    expect(await started.edge.registrations.list()).to.deep.equal([]);
  }

  describe('without a good invitation nobody is asked anything', () => {
    afterEach(() => expect(platform.received).to.deep.equal([]));

    it('refuses one without an invitation', async () => {
      await expectNothing(await attempt('/lti/register'), 'REGISTER_INVITATION_MISSING');
    });
    it('refuses an invitation that was never made', async () => {
      for (const text of ['x', 'A'.repeat(43), '%24ne', '..%2F..%2F'])
        await expectNothing(await attempt(`/lti/register?invitation=${text}`), 'REGISTER_INVITATION_UNKNOWN');
      await expectNothing(await attempt('/lti/register?invitation[$ne]=x'), 'LAUNCH_REQUEST_MALFORMED');
    });
    it('refuses an invitation that has expired', async () => {
      const invitation = await invite(started);
      started.clock.pass(86_400_000);
      await expectNothing(await attempt(invitation), 'REGISTER_INVITATION_UNKNOWN');
    });
    it('refuses addresses that are not the platform’s way in, and leaves the invitation good', async () => {
      const invitation = await invite(started);
      await expectNothing(await register(started, invitation, null), 'REGISTER_OUTSIDE_PLATFORM');
      for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'ftp://moodle.example/', 'moodle.example'])
        await expectNothing(await attempt(invitation, url), 'REGISTER_ADDRESS');
      await expectNothing(await attempt(invitation, `http://user:word@127.0.0.1/`), 'REGISTER_ADDRESS');
      expect((await attempt(invitation)).status).to.equal(200);
      platform.restore();
    });
    it('refuses a registration token that would break a header', async () => {
      const answer = await register(started, await invite(started), configurationUrl(), 'a b');
      await expectNothing(answer, 'LAUNCH_REQUEST_MALFORMED');
    });
    it('refuses other methods', async () => {
      const { pathname, search } = new URL(await invite(started), started.url);
      const answer = await fetch(started.url + pathname + search, { method: 'POST' });
      expect(answer.status).to.equal(405);
    });
  });

  it('refuses an invitation that was used', async () => {
    const invitation = await invite(started);
    expect((await attempt(invitation)).status).to.equal(200);
    expect(codeOf(await attempt(invitation))).to.equal('REGISTER_INVITATION_UNKNOWN');
    expect(platform.requestsFor(platform.paths.registration)).to.have.length(1);
  });
  it('lets exactly one of ten at once have an invitation', async () => {
    const invitation = await invite(started);
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt(invitation)));
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    expect(platform.requestsFor(platform.paths.configuration)).to.have.length(1);
    expect(await started.edge.registrations.list()).to.have.length(1);
  });
  it('gives an invitation back after a fault of the platform, five times at most', async () => {
    const invitation = await invite(started);
    platform.at(platform.paths.configuration, json({}, 503));
    for (let times = 0; times < 5; times += 1) await expectNothing(await attempt(invitation), 'REGISTER_CONFIGURATION');
    await expectNothing(await attempt(invitation), 'REGISTER_INVITATION_UNKNOWN');
    expect(platform.received).to.have.length(5);
  });
  it('stores no invitation that could be used', async () => {
    const invitation = await invite(started);
    const token = new URL(invitation, started.url).searchParams.get('invitation') ?? '';
    expect(JSON.stringify(records.all('invitation'))).not.to.contain(token);
    await attempt(invitation);
    expect(JSON.stringify(started.logged)).not.to.contain(token);
  });
  it('refuses a platform on another host than the invitation’s', async () => {
    await expectNothing(await attempt(await invite(started, { issuerHost: 'moodle.example' })), 'REGISTER_HOST');
    expect(platform.received).to.deep.equal([]);
  });
  it('refuses a platform that speaks for another', async () => {
    platform.describe({ issuer: 'https://canvas.instructure.com' });
    await expectNothing(await attempt(), 'REGISTER_HOST');
    platform.describe({ issuer: platform.url.replace('127.0.0.1', 'localhost') });
    await expectNothing(await attempt(), 'REGISTER_HOST');
    expect(platform.requestsFor(platform.paths.registration)).to.deep.equal([]);
  });
  it('leaves a platform as it is that another registration comes back with', async () => {
    expect((await attempt()).status).to.equal(200);
    const before = await started.edge.registrations.list();
    platform.describe({ jwks_uri: `${platform.url}/other-keys` });
    expect(codeOf(await attempt())).to.equal('REGISTER_KNOWN');
    expect(await started.edge.registrations.list()).to.deep.equal(before);
  });

  const configurations: ReadonlyArray<readonly [string, Reply, string]> = [
    ['hangs', hang, 'REGISTER_UNREACHABLE'],
    ['never ends', endless, 'REGISTER_CONFIGURATION'],
    ['drips', dripping, 'REGISTER_UNREACHABLE'],
    ['redirects', redirect, 'REGISTER_CONFIGURATION'],
    ['is a web page', (_request, response) => response.end('<!doctype html>'), 'REGISTER_CONFIGURATION'],
    ['is null', json(null), 'REGISTER_CONFIGURATION'],
    ['is a list', json([]), 'REGISTER_CONFIGURATION'],
    ['is empty', json({}), 'REGISTER_CONFIGURATION'],
    ['is missing', json({}, 404), 'REGISTER_CONFIGURATION'],
  ];
  for (const [does, reply, code] of configurations)
    it(`refuses a configuration that ${does}`, async () => {
      platform.at(platform.paths.configuration, reply);
      await expectNothing(await attempt(), code);
    });
  it('refuses a configuration with a field that is no text, too long, or no address', async () => {
    for (const [field, value, code] of [
      ['issuer', 7, 'REGISTER_CONFIGURATION'],
      ['issuer', `${platform.url}/${'x'.repeat(255)}`, 'REGISTER_CONFIGURATION'],
      ['issuer', { $ne: '' }, 'REGISTER_CONFIGURATION'],
      ['token_endpoint', null, 'REGISTER_CONFIGURATION'],
      ['jwks_uri', `${platform.url}/${'x'.repeat(2_048)}`, 'REGISTER_CONFIGURATION'],
      ['scopes_supported', 'all', 'REGISTER_CONFIGURATION'],
      ['authorization_endpoint', 'javascript:alert(1)', 'REGISTER_ADDRESS'],
      ['registration_endpoint', 'file:///etc/passwd', 'REGISTER_ADDRESS'],
    ] as const) {
      platform.describe({ [field]: value });
      await expectNothing(await attempt(), code);
    }
    expect(platform.requestsFor(platform.paths.registration)).to.deep.equal([]);
  });
  it('refuses a platform that lacks what LTI 1.3 needs', async () => {
    const about = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
    for (const changes of [
      { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      { id_token_signing_alg_values_supported: ['HS256'] },
      { [about]: { messages_supported: [{ type: 'LtiDeepLinkingRequest' }] } },
    ]) {
      platform.describe(changes);
      await expectNothing(await attempt(), 'REGISTER_UNSUPPORTED');
    }
  });

  const replayed = fixture('moodle-4.5/registration-05-replay-same-token');
  const answers: ReadonlyArray<readonly [string, Reply, string]> = [
    ['refuses a used token, as Moodle does', json(replayed.body, replayed.status), 'REGISTER_REFUSED'],
    ['hangs', hang, 'REGISTER_UNREACHABLE'],
    ['never ends', endless, 'REGISTER_REFUSED'],
    ['redirects', redirect, 'REGISTER_REFUSED'],
    ['gives no client id', json({ client_id: '' }), 'REGISTER_REFUSED'],
    ['gives a client id that is a query', json({ client_id: { $ne: '' } }), 'REGISTER_REFUSED'],
    ['gives a client id of 300 characters', json({ client_id: 'x'.repeat(300) }), 'REGISTER_REFUSED'],
    ['answers with a web page', (_request, response) => response.end('<h1>Done</h1>'), 'REGISTER_REFUSED'],
  ];
  for (const [does, reply, code] of answers)
    it(`adds nothing where the registration address ${does}`, async () => {
      platform.answer(reply);
      await expectNothing(await attempt(), code);
    });
  it('shows what a platform says of itself as text', async () => {
    platform.answer(json({ client_id: '<img src=x onerror=alert(1)>' }));
    const answer = await attempt();
    expect(answer.text).to.contain('&lt;img');
    expect(answer.text).not.to.contain('<img');
  });

  describe('in production, addresses that are not public', () => {
    let strict: StartedEdge;
    before(async () => {
      strict = await startEdge({ allowLocalPlatforms: false });
    });
    after(() => strict.close());

    for (const url of [
      'http://moodle.example/openid',
      'https://127.0.0.1/openid',
      'https://0.0.0.0/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:169.254.169.254]/',
      'https://[fd00::1]/',
      'https://[64:ff9b::a9fe:a9fe]/',
      'https://169.254.169.254/latest/meta-data',
      'https://10.0.0.1/',
      'https://172.16.0.1/',
      'https://192.168.1.1/',
      'https://100.64.0.1/',
      'https://localhost/',
      'https://printer.local/',
      'https://metadata.google.internal/',
      'https://intranet/',
    ])
      it(`are not called: ${url}`, async () => {
        const answer = await register(strict, await invite(strict), url);
        expect(codeOf(answer)).to.equal('REGISTER_ADDRESS');
      });
    it('are not called by a name that leads there, nor by one that changes its mind after the check', async () => {
      const { lookup } = dns;
      let asked = 0;
      const private4 = { address: '127.0.0.1', family: 4 };
      const answers = [[private4], [{ address: '198.18.0.1', family: 4 }, private4]];
      const fake = (_name: string, _options: object, done: (error: null, found: object[]) => void) => {
        const answer = answers[Math.min(asked, 1)] ?? [];
        asked += 1;
        done(null, answer);
      };
      dns.lookup = fake as unknown as typeof dns.lookup;
      try {
        const { port } = new URL(platform.url);
        for (const expected of [1, 2]) {
          const answer = await register(strict, await invite(strict), `https://rebound.example:${port}/openid`);
          expect(codeOf(answer)).to.equal('REGISTER_ADDRESS');
          expect(asked, 'one look-up for one connection').to.equal(expected);
        }
      } finally {
        dns.lookup = lookup;
      }
      expect(platform.received).to.deep.equal([]);
    });
  });
});
