import { expect } from 'chai';
import { formHeaders, rawRequest } from '../../builders/lti/raw-request.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';

describe('headers of the pages around a launch', () => {
  let demo: RunningDemo;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
  });
  after(() => demo?.close());

  /** Login and launch as a browser would make them; answers with the panel page. */
  async function launchedPage() {
    const { clientId, issuer } = demo.lms.platform;
    const form = { iss: issuer, client_id: clientId, login_hint: '3', target_link_uri: `${demo.toolUrl}/lti/launch` };
    const post = (path: string, body: Record<string, string>, cookie = '') =>
      rawRequest(demo.toolUrl, path, {
        method: 'POST',
        headers: { ...formHeaders, ...(cookie && { cookie }) },
        body: String(new URLSearchParams(body)),
      });
    const login = await post('/lti/login', form);
    const asked = new URL(login.headers.location ?? '').searchParams;
    const ticket = { state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' };
    const cookie = login.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return post('/lti/launch', await demo.lms.launchForm({ person: 'priya', ...ticket }), cookie);
  }

  it('let the panel be framed by the platform of its launch alone, and hold what helmet would set', async () => {
    const { status, headers } = await launchedPage();
    expect(status).to.equal(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).to.include(`frame-ancestors ${demo.lms.url}`);
    expect(policy)
      .to.include("default-src 'none'")
      .and.to.include("form-action 'none'")
      .and.to.include("base-uri 'none'");
    expect(headers).to.include({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-dns-prefetch-control': 'off',
      'x-permitted-cross-domain-policies': 'none',
      'cache-control': 'no-store',
    });
    expect(headers['strict-transport-security']).to.match(/^max-age=\d{7,}/);
    expect(headers).not.to.have.property('x-powered-by');
    expect(headers).not.to.have.property('x-frame-options');
  });
  it('give a page of our own that is refused no script at all', async () => {
    const { headers } = await rawRequest(demo.toolUrl, '/lti/launch', {
      method: 'POST',
      headers: formHeaders,
      body: 'state=x',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).to.contain("default-src 'none'").and.not.to.contain('script-src');
    expect(headers).to.include({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });
});
