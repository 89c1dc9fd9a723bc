import { expect } from 'chai';
import { createOutbound, OutboundFault, type OutboundRequest, publicLookup } from '../../../lti-tool/lti/outbound.ts';
import { type FakePlatform, hang, json, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';

describe('calls to platforms', () => {
  let platform: FakePlatform;
  const outbound = createOutbound({ allowLocal: true });
  before(async () => {
    platform = await startFakePlatform();
  });
  after(async () => {
    outbound.close();
    await platform.close();
  });
  const request = (changes: Partial<OutboundRequest> = {}): OutboundRequest => ({
    method: 'GET',
    url: `${platform.url}/x`,
    timeoutMs: 2_000,
    maxBytes: 1_000,
    ...changes,
  });
  async function fault(call: Promise<unknown>): Promise<string> {
    try {
      await call;
      return 'none';
    } catch (error) {
      return error instanceof OutboundFault ? error.code : String(error);
    }
  }

  it('brings back status, headers and text', async () => {
    platform.at('/x', json({ a: 'ż' }, 201, { link: '<b>; rel="next"' }));
    const answer = await outbound.send(request({ method: 'POST', body: 'ż' }));
    expect([answer.status, answer.text, answer.headers.link]).to.deep.equal([201, '{"a":"ż"}', '<b>; rel="next"']);
    expect(platform.received.at(-1)?.body).to.equal('ż');
  });
  it('does not follow redirects', async () => {
    platform.at('/x', json({}, 302, { location: '/elsewhere' }));
    expect((await outbound.send(request())).status).to.equal(302);
    expect(platform.requestsFor('/elsewhere')).to.deep.equal([]);
  });
  it('gives up on one that hangs before its answer, or in the middle of it', async () => {
    platform.at('/x', hang);
    expect(await fault(outbound.send(request({ timeoutMs: 50 })))).to.equal('timeout');
    platform.at('/x', (_request, response) => void response.writeHead(200).write('{'));
    expect(await fault(outbound.send(request({ timeoutMs: 50 })))).to.equal('timeout');
  });
  it('stops at the caller’s wish', async () => {
    platform.at('/x', hang);
    expect(await fault(outbound.send(request({ signal: AbortSignal.abort() })))).to.equal('network');
  });
  it('stops reading what is too large', async () => {
    platform.at('/x', json('x'.repeat(1_001)));
    expect(await fault(outbound.send(request()))).to.equal('tooLarge');
  });
  it('says so when nobody answers', async () => {
    expect(await fault(outbound.send(request({ url: 'http://127.0.0.1:1/' })))).to.equal('network');
  });
  it('reads a reason phrase with a whole body in it, as Moodle writes it', async () => {
    const { reason } = fixture('moodle-4.5/ags-score-82-unknown-user-non-ascii-comment').response;
    platform.at('/x', (_request, response) => {
      response.socket?.end(`HTTP/1.1 400 ${reason}\r\ncontent-length: 2\r\n\r\n[]`);
    });
    const answer = await outbound.send(request());
    expect([answer.status, answer.text]).to.deep.equal([400, '[]']);
  });
  it('reads headers of 60 KB', async () => {
    platform.at('/x', json([], 200, { link: `<${platform.url}/x?${'a'.repeat(60_000)}>; rel="next"` }));
    expect((await outbound.send(request())).headers.link).to.have.length.greaterThan(60_000);
  });
  it('connects to no name that leads to a private address', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => publicLookup('localhost', { all }, resolve));
      expect(error).to.be.instanceOf(OutboundFault).and.to.include({ code: 'address' });
    }
  });
  it('calls no private address, by number or by name', async () => {
    const strict = createOutbound({ allowLocal: false });
    expect(await fault(strict.send(request()))).to.equal('address');
    expect(await fault(strict.send(request({ url: 'https://169.254.169.254/' })))).to.equal('address');
    expect(await fault(strict.send(request({ url: 'https://localhost/' })))).to.equal('address');
    strict.close();
  });
});
