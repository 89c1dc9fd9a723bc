import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { json } from '../builders/lti/fake-platform.ts';
import { claim, fixture } from '../builders/lti/fixture.ts';
import { codeOf, type Login, launchingBrowser } from '../builders/lti/launching-browser.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import { invite, register, startRegisteringPlatform } from '../builders/lti/registering-platform.ts';

const recordedPages = readdirSync(path.resolve(__dirname, '../fixtures/lti/moodle-4.5'))
  .filter((name) => name.startsWith('platform-view-page-'))
  .map((name) => name.replace(/\.json$/, ''));
const inFrame = { 'sec-fetch-dest': 'iframe' };
const storage = { lti_storage_target: 'post_message_forwarding' };
const framers = (answer: RawAnswer): string[] =>
  (/frame-ancestors ([^;]*)$/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '').split(' ');
const stateIn = (address: string | undefined) =>
  new URLSearchParams((address ?? '').split('?')[1]?.replaceAll('&amp;', '&')).get('state') ?? '';

describe('certification: who may frame the pages of a launch', () => {
  const here = connectedEdge();
  /** The platform's own: its issuer's, and where its sign-in and tokens are. */
  const own = () => ['https://moodle.example', here.platform.url];
  const sent = async (login: Login, changes: Record<string, unknown> = {}, cookie = login.cookie) => {
    const token = await here.platform.sign(here.browser.claimsFor(login, changes));
    return here.browser.post({ state: login.state, id_token: token }, cookie);
  };

  it('the page that puts the proof into the platform’s storage: that platform', async () => {
    const { answer } = await here.browser.login(storage, inFrame);
    expect(answer.text).to.contain('data-task="put"');
    expect(framers(answer)).to.deep.equal(own());
  });
  it('the page that asks the storage for it: that platform', async () => {
    const { answer } = await here.browser.login(storage, inFrame);
    const state = stateIn(/data-next="([^"]*)"/.exec(answer.text)?.[1]);
    const page = await here.browser.post({ state, id_token: 'a.b.c' });
    expect(page.text).to.contain('data-task="get"');
    expect(framers(page)).to.deep.equal(own());
  });
  it('the offer of a new window, at login and at launch: that platform', async () => {
    const { answer } = await here.browser.login({}, inFrame);
    const atLogin = await here.browser.get(answer.headers.location ?? '', inFrame);
    const atLaunch = await sent(await here.browser.login(), {}, '');
    for (const offer of [atLogin, atLaunch]) {
      expect(codeOf(offer)).to.equal('LAUNCH_FRAME_BLOCKED');
      expect(framers(offer)).to.deep.equal(own());
    }
  });
  it('every refusal of a launch that was begun: that platform', async () => {
    const { browser, platform, started } = here;
    const refused = [
      await browser.login({ target_link_uri: 'https://evil.example/' }).then(({ answer }) => answer),
      await sent(await browser.login(), { exp: 1 }),
      await sent(await browser.login(), { [claim.roles]: 5 }),
      await sent(await browser.login(), { nonce: 'another' }),
      await browser.post({ state: (await browser.login()).state, error: 'access_denied' }),
    ];
    platform.at('/jwks', json({ keys: [] }));
    started.clock.pass(3_700_000);
    refused.push(await sent(await browser.login()));
    platform.at('/jwks', json({ keys: [platform.key.jwk] }));
    started.clock.pass(31_000);
    for (const answer of refused) {
      expect(codeOf(answer)).not.to.equal('none');
      expect(framers(answer), codeOf(answer)).to.deep.equal(own());
    }
  });
  it('a refusal of a platform that still waits: that platform', async () => {
    const { started, platform } = here;
    const waiting = { ...platform.registration, clientId: 'waiting' };
    await started.edge.registrations.addNew(waiting, false);
    const { answer } = await here.browser.login({ client_id: 'waiting' });
    expect(codeOf(answer)).to.equal('LAUNCH_PLATFORM_INACTIVE');
    expect(framers(answer)).to.deep.equal(own());
  });
  it('anybody, where no platform is known: a page that says why and holds nothing that acts', async () => {
    const { answer: unknown } = await here.browser.login({ iss: 'https://nobody.example' });
    const reloaded = await here.browser.post({ state: 'A'.repeat(43), id_token: 'a.b.c' });
    for (const answer of [unknown, reloaded, await here.browser.get('/lti/nothing')]) {
      expect(framers(answer)).to.deep.equal(['*']);
      expect(answer.text).not.to.match(/<form|<script|<button|<input|cs_window|cs_continue/);
      expect(
        answer.text.match(/href="[^"]*"/g)?.every((link) => /^href="(data:,|\/lti\/help\/\w+)"$/.test(link)),
      ).to.equal(true);
    }
  });
  it('nobody: help, which is opened in a tab of its own', async () =>
    expect(framers(await here.browser.get('/lti/help/LAUNCH_STATE_UNKNOWN'))).to.deep.equal(["'none'"]));

  describe('in the pages that were recorded from a Moodle 4.5', () => {
    for (const name of recordedPages)
      it(`a page of the origin that frames us in ${name}`, async () => {
        const { iframe, headers } = fixture(`moodle-4.5/${name}`);
        const frame = /src="([^"]+)"/.exec(iframe?.html ?? '')?.[1];
        // Opened in a window of its own, it has no frame.
        if (frame !== undefined) expect(own()).to.include(new URL(frame).origin);
        expect(headers['content-security-policy'], 'a policy of Moodle’s own').to.equal(undefined);
      });
  });

  describe('for schools that share an issuer', () => {
    const schools = async (issuer: string, pageOrigins: string[] = []) => {
      const registration = { ...here.platform.registration, issuer, clientId: `client-of-${issuer}`, pageOrigins };
      await here.started.edge.registrations.add(registration);
      const browser = launchingBrowser(here.started, { ...here.platform, registration });
      return framers((await browser.login(storage, inFrame)).answer);
    };
    for (const [issuer, pages] of [
      ['https://canvas.instructure.com', 'https://*.instructure.com'],
      ['https://canvas.beta.instructure.com', 'https://*.beta.instructure.com'],
      ['https://canvas.test.instructure.com', 'https://*.test.instructure.com'],
    ] as const)
      it(`${issuer}: the schools of that environment`, async () =>
        expect(await schools(issuer)).to.deep.equal([issuer, here.platform.url, pages]));
    it('a Canvas of one’s own: itself alone', async () =>
      expect(await schools('https://canvas.college.example')).to.deep.equal([
        'https://canvas.college.example',
        here.platform.url,
      ]));
    it('a school with a domain name of its own: that one too', async () =>
      expect(await schools('https://canvas.instructure.com', ['https://learn.college.example'])).to.include(
        'https://learn.college.example',
      ));
  });

  it('the page that tells of a registration: the platform that registered, whose pages’ host is kept', async () => {
    const registering = await startRegisteringPlatform();
    try {
      const { started } = here;
      const answer = await register(started, await invite(started), registering.url + registering.paths.configuration);
      expect(answer.text).to.contain('Countersign is registered');
      expect(framers(answer)).to.deep.equal([registering.url]);
      const added = (await started.edge.registrations.list()).find(({ issuer }) => issuer === registering.url);
      expect(added?.pageOrigins).to.deep.equal([registering.url]);
    } finally {
      await registering.close();
    }
  });
});
