import type { Server } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { sendEntryRefusal, sendPanel } from '../../../lti-tool/http/panel-page.ts';
import { listen, portOf, stop } from '../../../lti-tool/http/server.ts';

const assets = { script: '/panel/panel-1.js', style: '/panel/style-1.css', preload: ['/panel/chunk-1.js'] };
const platformOrigin = 'https://lms.example';
const boot = { token: 'secret</script><b>', platformOrigin, start: null, contentReturnUrl: null };

describe('the page that answers a launch', () => {
  let server: Server;
  before(async () => {
    const app = express();
    app.get('/panel', (_request, response) => sendPanel(response, assets, boot));
    app.get('/refused', (_request, response) => sendEntryRefusal(response, assets, 'noRole', platformOrigin));
    server = await listen(app, 0, '127.0.0.1');
  });
  after(() => stop(server, 10));
  const get = (path: string) => fetch(`http://127.0.0.1:${portOf(server)}${path}`);

  it('may be framed by the platform of this launch only, and runs our own scripts only', async () => {
    const policy = (await get('/panel')).headers.get('content-security-policy') ?? '';
    expect(policy).to.contain('frame-ancestors https://lms.example');
    expect(policy).to.contain("default-src 'none'").and.to.contain("script-src 'self'");
    expect(policy).not.to.contain('unsafe');
  });

  it('carries the token in its body where markup cannot break out, and is never cached', async () => {
    const response = await get('/panel');
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(response.headers.get('set-cookie')).to.equal(null);
    const html = await response.text();
    const found = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(found)).to.deep.equal(boot);
    expect(html).not.to.contain('secret</script>');
  });

  it('says what to do when a genuine launch opens nothing', async () => {
    const response = await get('/refused');
    expect(response.status).to.equal(403);
    expect(await response.text())
      .to.contain('data-code="noRole"')
      .and.to.contain('ask a centre manager');
  });
});
