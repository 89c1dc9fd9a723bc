import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { codeOf } from '../builders/lti/launching-browser.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import { expectRefusal } from './bad-launch.ts';

const inFrame = { 'sec-fetch-dest': 'iframe' };
const attribute = (answer: RawAnswer, name: string): string =>
  (new RegExp(`${name}="([^"]*)"`).exec(answer.text)?.[1] ?? '').replaceAll('&amp;', '&');
const windowPath = (offer: RawAnswer) => /href="(\/lti\/login[^"]*)"/.exec(offer.text)?.[1] ?? '';

describe('certification: proof of the browser', () => {
  const here = connectedEdge();

  it('sets a cookie that survives third-party cookie blocking, for the launch only', async () => {
    const [cookie = ''] = (await here.browser.login()).answer.headers['set-cookie'] ?? [];
    expect(cookie).to.match(/^cs_launch_\w{8,16}=[\w-]{43}; /);
    expect(cookie.split('; ').slice(1)).to.have.members([
      'Max-Age=600',
      'Path=/lti',
      'HttpOnly',
      'Secure',
      'SameSite=None',
      'Partitioned',
    ]);
  });
  it('asks the platform exactly what OpenID Connect and Moodle want', async () => {
    const { answer, state, nonce } = await here.browser.login();
    const url = new URL(answer.headers.location ?? '');
    expect(url.origin + url.pathname).to.equal(`${here.platform.url}/auth`);
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'moodle-client-id',
      redirect_uri: `${here.started.url}/lti/launch`,
      login_hint: '5',
      lti_message_hint: '{"cmid":3,"launchid":"ltilaunch2_579341647"}',
      state,
      nonce,
    });
    expect(state).to.match(/^[\w-]{43}$/);
    expect(nonce).to.match(/^[\w-]{43}$/);
  });
  it('keeps the redirect on /lti/launch, whatever page of ours the link names', async () => {
    const { answer } = await here.browser.login({ target_link_uri: `${here.started.url}/lti/launch?unit=201` });
    const url = new URL(answer.headers.location ?? '');
    expect(url.searchParams.get('redirect_uri')).to.equal(`${here.started.url}/lti/launch`);
  });
  it('lets exactly one of six parallel replays in', async () => {
    const login = await here.browser.login();
    const form = { state: login.state, id_token: await here.platform.sign(here.browser.claimsFor(login)) };
    const launched = here.started.launches.length;
    const answers = await Promise.all(Array.from({ length: 6 }, () => here.browser.post(form, login.cookie)));
    expect(answers.map((answer) => answer.status).toSorted()).to.deep.equal([200, 403, 403, 403, 403, 403]);
    expect(here.started.launches).to.have.length(launched + 1);
  });
  it('takes the cookie back once it is used', async () => {
    const login = await here.browser.login();
    const form = { state: login.state, id_token: await here.platform.sign(here.browser.claimsFor(login)) };
    const [cookie = ''] = (await here.browser.post(form, login.cookie)).headers['set-cookie'] ?? [];
    expect(cookie).to.match(/^cs_launch_\w+=; Max-Age=0; /);
  });

  describe('in a frame without platform storage', () => {
    /** Login in a frame: the answer sends the browser on to our own second step. */
    const framedLogin = async () => {
      const { answer, cookie } = await here.browser.login({}, inFrame);
      expect(answer.status).to.equal(303);
      return { path: answer.headers.location ?? '', cookie };
    };

    it('goes on to the platform where the cookie came back, and launches', async () => {
      const { path, cookie } = await framedLogin();
      const login = here.browser.held(await here.browser.get(path, { ...inFrame, cookie }));
      expect(login.answer.headers.location).to.match(new RegExp(`^${here.platform.url}/auth\\?`));
      const token = await here.platform.sign(here.browser.claimsFor(login));
      expect((await here.browser.post({ state: login.state, id_token: token }, cookie)).text).to.contain('the panel');
    });
    it('offers a new window where it did not, before the platform’s hint is spent', async () => {
      const { path } = await framedLogin();
      const answer = await here.browser.get(path, inFrame);
      expectRefusal(answer, 'LAUNCH_FRAME_BLOCKED');
      expect(answer.text).to.contain('Open in a new window').and.to.contain('target="_blank"');
      expect(answer.text).not.to.contain('shows an error there');
    });
    it('launches in the new window, with the same hints', async () => {
      const offer = await here.browser.get((await framedLogin()).path, inFrame);
      const inWindow = here.browser.held(await here.browser.get(windowPath(offer), { 'sec-fetch-dest': 'document' }));
      const url = new URL(inWindow.answer.headers.location ?? '');
      expect(url.searchParams.get('lti_message_hint')).to.contain('ltilaunch2_579341647');
      const token = await here.platform.sign(here.browser.claimsFor(inWindow));
      const answer = await here.browser.post({ state: inWindow.state, id_token: token }, inWindow.cookie);
      expect(answer.text).to.contain('the panel');
    });
    it('starts a new window once', async () => {
      const offer = await here.browser.get((await framedLogin()).path, inFrame);
      const path = windowPath(offer);
      expect((await here.browser.get(path)).status).to.equal(303);
      expectRefusal(await here.browser.get(path), 'LAUNCH_STATE_UNKNOWN');
    });
    it('says that cookies are off where the window keeps nothing either, and offers no other', async () => {
      const offer = await here.browser.get((await framedLogin()).path, inFrame);
      const inWindow = here.browser.held(await here.browser.get(windowPath(offer)));
      const token = await here.platform.sign(here.browser.claimsFor(inWindow));
      const answer = await here.browser.post({ state: inWindow.state, id_token: token });
      expectRefusal(answer, 'LAUNCH_COOKIES_OFF');
      expect(windowPath(answer)).to.equal('');
    });
    it('says what to do when the hint was spent on the way to the launch', async () => {
      const login = await here.browser.login();
      const token = await here.platform.sign(here.browser.claimsFor(login));
      const answer = await here.browser.post({ state: login.state, id_token: token });
      expectRefusal(answer, 'LAUNCH_FRAME_BLOCKED');
      expect(answer.text).to.contain('open the activity in a new tab');
    });
    it('refuses a second step with a ticket for a new window, and the other way round', async () => {
      const offer = await here.browser.get((await framedLogin()).path, inFrame);
      const ticket = /cs_window=([\w-]+)/.exec(offer.text)?.[1] ?? '';
      expectRefusal(await here.browser.get(`/lti/login?cs_continue=${ticket}`), 'LAUNCH_STATE_UNKNOWN');
      const { state } = await here.browser.login();
      expectRefusal(await here.browser.get(`/lti/login?cs_window=${state}`), 'LAUNCH_STATE_UNKNOWN');
    });
  });

  describe('with platform storage', () => {
    const storage = { lti_storage_target: 'post_message_forwarding' };
    const storedLogin = async () => {
      const { answer, cookie } = await here.browser.login(storage, inFrame);
      const next = attribute(answer, 'data-next');
      const query = new URL(next).searchParams;
      return {
        answer,
        cookie,
        state: query.get('state') ?? '',
        nonce: query.get('nonce') ?? '',
        proof: attribute(answer, 'data-value'),
        key: attribute(answer, 'data-key'),
      };
    };

    it('puts the proof where the platform says, at the origin of its sign-in address only', async () => {
      const { answer, key, proof } = await storedLogin();
      expect(answer.status).to.equal(200);
      expect(attribute(answer, 'data-target')).to.equal('post_message_forwarding');
      expect(attribute(answer, 'data-origin')).to.equal(here.platform.url);
      expect(key).to.match(/^cs_launch_\w+$/);
      expect(proof).to.match(/^[\w-]{43}$/);
      expect(attribute(answer, 'data-otherwise')).to.match(/^\/lti\/login\?cs_continue=/);
      expect(answer.headers['content-security-policy']).to.match(/script-src 'nonce-[^']+'; style-src 'nonce-/);
    });
    it('asks for the proof at the launch, and opens with it', async () => {
      const login = await storedLogin();
      const token = await here.platform.sign(here.browser.claimsFor(login));
      const page = await here.browser.post({ state: login.state, id_token: token });
      expect(page.status).to.equal(200);
      expect(attribute(page, 'data-task')).to.equal('get');
      expect(attribute(page, 'data-key')).to.equal(login.key);
      expect(page.text).not.to.contain(login.proof);
      const launched = here.started.launches.length;
      const answer = await here.browser.post({ state: login.state, id_token: token, cs_proof: login.proof });
      expect(answer.text).to.contain('the panel');
      expect(here.started.launches).to.have.length(launched + 1);
    });
    it('opens at once where the cookie works too', async () => {
      const login = await storedLogin();
      const token = await here.platform.sign(here.browser.claimsFor(login));
      expect((await here.browser.post({ state: login.state, id_token: token }, login.cookie)).text).to.contain(
        'the panel',
      );
    });
    it('refuses a proof that the storage never held', async () => {
      const login = await storedLogin();
      const token = await here.platform.sign(here.browser.claimsFor(login));
      const answer = await here.browser.post({ state: login.state, id_token: token, cs_proof: 'A'.repeat(43) });
      expectRefusal(answer, 'LAUNCH_OTHER_BROWSER');
    });
    it('offers a new window where the storage kept nothing', async () => {
      const login = await storedLogin();
      const token = await here.platform.sign(here.browser.claimsFor(login));
      const answer = await here.browser.post({ state: login.state, id_token: token, cs_proof: 'none' });
      expectRefusal(answer, 'LAUNCH_FRAME_BLOCKED');
    });
    it('goes straight on in a window of its own', async () => {
      const { answer } = await here.browser.login(storage, { 'sec-fetch-dest': 'document' });
      expect(answer.headers.location).to.match(/\/auth\?/);
    });
    it('ignores a storage target that is no frame name', async () => {
      const { answer } = await here.browser.login({ lti_storage_target: '"><script>' }, inFrame);
      expect(answer.headers.location).to.match(/cs_continue/);
      expect(codeOf(answer)).to.equal('none');
    });
    it('writes nothing of the platform into a page unescaped', async () => {
      const { state } = await storedLogin();
      const page = await here.browser.post({ state, id_token: '"><script>alert(1)</script>' });
      expect(page.text).not.to.contain('<script>alert');
    });
  });
});
