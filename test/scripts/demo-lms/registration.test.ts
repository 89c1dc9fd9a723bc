import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { fixture } from '../../builders/lti/fixture.ts';

const tool = {
  loginUrl: 'https://tool.example/login',
  launchUrl: 'https://tool.example/launch',
  jwksUrl: 'https://tool.example/keys',
  origin: 'https://tool.example',
};
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const recorded = fixture('moodle-4.5/registration-03-request').body;

describe('registering a tool with the demo LMS', () => {
  let lms: DemoLms;
  afterEach(() => lms.close());
  const start = async (manner: 'moodle' | 'canvas') => {
    lms = await startDemoLms({ port: 0, tool, manner });
  };
  /** What the LMS puts in the frame for the administrator. */
  async function initiated(url = 'https://tool.example/register?invitation=x') {
    const answer = await fetch(`${lms.url}/demo/tools`, { method: 'POST', body: new URLSearchParams({ url }) });
    const source = /src="([^"]+)"/.exec((await answer.text()).split('id="registration"')[1] ?? '')?.[1] ?? '';
    return new URL(source.replaceAll('&amp;', '&')).searchParams;
  }
  const post = (token: string | null, body: unknown) =>
    fetch(
      `${lms.url}${lms.platform.authUrl.includes('/mod/') ? '/mod/lti/openid-registration.php' : '/api/lti/registrations'}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );

  it('begins with the two parameters, beside those that the address has', async () => {
    await start('moodle');
    const given = await initiated();
    expect([...given.keys()]).to.deep.equal(['invitation', 'openid_configuration', 'registration_token']);
    const answer = await fetch(given.get('openid_configuration') ?? '');
    const recordedKeys = Object.keys(fixture('moodle-4.5/registration-02-openid-configuration'));
    expect(Object.keys((await answer.json()) as object)).to.have.members(recordedKeys);
  });
  it('answers a Moodle’s request as a Moodle does, once for a token', async () => {
    await start('moodle');
    const token = (await initiated()).get('registration_token');
    const answer = await post(token, recorded);
    const body = (await answer.json()) as Record<string, Record<string, unknown>>;
    const expected = fixture('moodle-4.5/registration-04-response');
    expect(answer.status).to.equal(expected.status);
    expect(body).to.include.all.keys('client_id', 'redirect_uris', 'scope', toolClaim);
    expect(body[toolClaim]).to.include({ version: '1.3.0', deployment_id: '2' });
    const replay = fixture('moodle-4.5/registration-05-replay-same-token');
    const again = await post(token, recorded);
    expect([again.status, await again.json()]).to.deep.equal([replay.status, replay.body]);
  });
  it('asks a Canvas’s token for its description as well', async () => {
    lms = await startDemoLms({ port: 0, tool, manner: 'canvas' });
    const token = (await initiated()).get('registration_token');
    const configuration = `${lms.url}/api/lti/security/openid-configuration`;
    expect((await fetch(configuration)).status).to.equal(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(configuration, { headers })).status).to.equal(200);
    const body = (await (await post(token, recorded)).json()) as Record<string, unknown>;
    expect(body.deployment_id).to.match(/^\d+:[0-9a-f]{40}$/);
  });
  it('refuses what is not a registration, and other tools', async () => {
    await start('moodle');
    expect((await post('x', recorded)).status).to.equal(401);
    for (const body of [null, {}, { ...recorded, redirect_uris: ['https://other.example/launch'] }])
      expect((await post((await initiated()).get('registration_token'), body)).status).to.equal(400);
    const page = await fetch(`${lms.url}/demo/tools`, {
      method: 'POST',
      body: new URLSearchParams({ url: 'javascript:1' }),
    });
    expect(page.status).to.equal(400);
  });
  it('shows the tool in a frame of the kind that a Moodle makes', async () => {
    await start('moodle');
    const body = new URLSearchParams({ url: 'https://tool.example/register' });
    const page = await (await fetch(`${lms.url}/demo/tools`, { method: 'POST', body })).text();
    const [frame] = fixture('moodle-4.5/registration-06-platform-ui').iframes;
    expect(frame).to.match(/^<iframe src=/);
    expect(page).to.match(/<iframe [^>]*src="https:\/\/tool\.example\/register\?/);
  });
});
