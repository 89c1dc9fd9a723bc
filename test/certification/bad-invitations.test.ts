import { expect } from 'chai';
import { json } from '../builders/lti/fake-platform.ts';
import { codeOf } from '../builders/lti/launching-browser.ts';
import { invite, register } from '../builders/lti/registering-platform.ts';
import { registeringStage } from './registering-stage.ts';

describe('certification: bad invitations', () => {
  const here = registeringStage();

  describe('without a good invitation nobody is asked anything', () => {
    afterEach(() => expect(here.platform.received).to.deep.equal([]));

    it('refuses one without an invitation', async () => {
      await here.expectNothing(await here.attempt('/lti/register'), 'REGISTER_INVITATION_MISSING');
    });
    it('refuses an invitation that was never made', async () => {
      for (const text of ['x', 'A'.repeat(43), '%24ne', '..%2F..%2F'])
        await here.expectNothing(await here.attempt(`/lti/register?invitation=${text}`), 'REGISTER_INVITATION_UNKNOWN');
      await here.expectNothing(await here.attempt('/lti/register?invitation[$ne]=x'), 'LAUNCH_REQUEST_MALFORMED');
    });
    it('refuses an invitation that has expired', async () => {
      const invitation = await invite(here.started);
      here.started.clock.pass(86_400_000);
      await here.expectNothing(await here.attempt(invitation), 'REGISTER_INVITATION_UNKNOWN');
    });
    it('refuses addresses that are not the platform’s way in, and leaves the invitation good', async () => {
      const invitation = await invite(here.started);
      await here.expectNothing(await register(here.started, invitation, null), 'REGISTER_OUTSIDE_PLATFORM');
      for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'ftp://moodle.example/', 'moodle.example'])
        await here.expectNothing(await here.attempt(invitation, url), 'REGISTER_ADDRESS');
      await here.expectNothing(await here.attempt(invitation, `http://user:word@127.0.0.1/`), 'REGISTER_ADDRESS');
      expect((await here.attempt(invitation)).status).to.equal(200);
      here.platform.restore();
    });
    it('refuses a registration token that would break a header', async () => {
      const answer = await register(here.started, await invite(here.started), here.configurationUrl(), 'a b');
      await here.expectNothing(answer, 'LAUNCH_REQUEST_MALFORMED');
    });
    it('refuses other methods', async () => {
      const { pathname, search } = new URL(await invite(here.started), here.started.url);
      const answer = await fetch(here.started.url + pathname + search, { method: 'POST' });
      expect(answer.status).to.equal(405);
    });
  });

  it('refuses an invitation that was used', async () => {
    const invitation = await invite(here.started);
    expect((await here.attempt(invitation)).status).to.equal(200);
    expect(codeOf(await here.attempt(invitation))).to.equal('REGISTER_INVITATION_UNKNOWN');
    expect(here.platform.requestsFor(here.platform.paths.registration)).to.have.length(1);
  });
  it('lets exactly one of ten at once have an invitation', async () => {
    const invitation = await invite(here.started);
    const answers = await Promise.all(Array.from({ length: 10 }, () => here.attempt(invitation)));
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    expect(here.platform.requestsFor(here.platform.paths.configuration)).to.have.length(1);
    expect(await here.started.edge.registrations.list()).to.have.length(1);
  });
  it('gives an invitation back after a fault of the platform, five times at most', async () => {
    const invitation = await invite(here.started);
    here.platform.at(here.platform.paths.configuration, json({}, 503));
    for (let times = 0; times < 5; times += 1)
      await here.expectNothing(await here.attempt(invitation), 'REGISTER_CONFIGURATION');
    await here.expectNothing(await here.attempt(invitation), 'REGISTER_INVITATION_UNKNOWN');
    expect(here.platform.received).to.have.length(5);
  });
  it('stores no invitation that could be used', async () => {
    const invitation = await invite(here.started);
    const token = new URL(invitation, here.started.url).searchParams.get('invitation') ?? '';
    expect(JSON.stringify(here.records.all('invitation'))).not.to.contain(token);
    await here.attempt(invitation);
    expect(JSON.stringify(here.started.logged)).not.to.contain(token);
  });
  it('refuses a platform on another host than the invitation’s', async () => {
    await here.expectNothing(
      await here.attempt(await invite(here.started, { issuerHost: 'moodle.example' })),
      'REGISTER_HOST',
    );
    expect(here.platform.received).to.deep.equal([]);
  });
});
