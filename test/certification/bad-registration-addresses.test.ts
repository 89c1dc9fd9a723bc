import dns from 'node:dns';
import { expect } from 'chai';
import { codeOf } from '../builders/lti/launching-browser.ts';
import {
  invite,
  type RegisteringPlatform,
  register,
  startRegisteringPlatform,
} from '../builders/lti/registering-platform.ts';
import { type StartedEdge, startEdge } from '../builders/lti/started-edge.ts';

describe('certification: in production, addresses of registrations that are not public', () => {
  let strict: StartedEdge;
  let platform: RegisteringPlatform;
  before(async () => {
    platform = await startRegisteringPlatform();
    strict = await startEdge({ allowLocalPlatforms: false });
  });
  after(async () => {
    await strict?.close();
    await platform?.close();
  });

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
