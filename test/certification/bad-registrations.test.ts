import { expect } from 'chai';
import { hang, json, type Reply } from '../builders/lti/fake-platform.ts';
import { fixture } from '../builders/lti/fixture.ts';
import { codeOf } from '../builders/lti/launching-browser.ts';
import { registeringStage } from './registering-stage.ts';

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
  const here = registeringStage();

  it('refuses a platform that speaks for another', async () => {
    here.platform.describe({ issuer: 'https://canvas.instructure.com' });
    await here.expectNothing(await here.attempt(), 'REGISTER_HOST');
    here.platform.describe({ issuer: here.platform.url.replace('127.0.0.1', 'localhost') });
    await here.expectNothing(await here.attempt(), 'REGISTER_HOST');
    expect(here.platform.requestsFor(here.platform.paths.registration)).to.deep.equal([]);
  });
  it('leaves a platform as it is that another registration comes back with', async () => {
    expect((await here.attempt()).status).to.equal(200);
    const before = await here.started.edge.registrations.list();
    here.platform.describe({ jwks_uri: `${here.platform.url}/other-keys` });
    expect(codeOf(await here.attempt())).to.equal('REGISTER_KNOWN');
    expect(await here.started.edge.registrations.list()).to.deep.equal(before);
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
      here.platform.at(here.platform.paths.configuration, reply);
      await here.expectNothing(await here.attempt(), code);
    });
  it('refuses a configuration with a field that is no text, too long, or no address', async () => {
    for (const [field, value, code] of [
      ['issuer', 7, 'REGISTER_CONFIGURATION'],
      ['issuer', `${here.platform.url}/${'x'.repeat(255)}`, 'REGISTER_CONFIGURATION'],
      ['issuer', { $ne: '' }, 'REGISTER_CONFIGURATION'],
      ['token_endpoint', null, 'REGISTER_CONFIGURATION'],
      ['jwks_uri', `${here.platform.url}/${'x'.repeat(2_048)}`, 'REGISTER_CONFIGURATION'],
      ['scopes_supported', 'all', 'REGISTER_CONFIGURATION'],
      ['authorization_endpoint', 'javascript:alert(1)', 'REGISTER_ADDRESS'],
      ['registration_endpoint', 'file:///etc/passwd', 'REGISTER_ADDRESS'],
    ] as const) {
      here.platform.describe({ [field]: value });
      await here.expectNothing(await here.attempt(), code);
    }
    expect(here.platform.requestsFor(here.platform.paths.registration)).to.deep.equal([]);
  });
  it('refuses a platform that lacks what LTI 1.3 needs', async () => {
    const about = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
    for (const changes of [
      { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      { id_token_signing_alg_values_supported: ['HS256'] },
      { [about]: { messages_supported: [{ type: 'LtiDeepLinkingRequest' }] } },
    ]) {
      here.platform.describe(changes);
      await here.expectNothing(await here.attempt(), 'REGISTER_UNSUPPORTED');
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
      here.platform.answer(reply);
      await here.expectNothing(await here.attempt(), code);
    });
  it('shows what a platform says of itself as text', async () => {
    here.platform.answer(json({ client_id: '<img src=x onerror=alert(1)>' }));
    const answer = await here.attempt();
    expect(answer.text).to.contain('&lt;img');
    expect(answer.text).not.to.contain('<img');
  });
});
