import { hang, json, type Reply } from '../builders/lti/fake-platform.ts';
import { signingKey } from '../builders/lti/signing-keys.ts';
import { type BadLaunch, certify } from './bad-launch.ts';

/** A launch while the key set does this; the token's key is not in the cache. */
const whileKeys =
  (reply: Reply): BadLaunch['attempt'] =>
  async ({ started, platform, browser }) => {
    platform.at('/jwks', reply);
    started.clock.pass(31_000);
    const login = await browser.login();
    const token = await platform.sign(browser.claimsFor(login), {}, await signingKey('new-key'));
    return browser.post({ state: login.state, id_token: token }, login.cookie);
  };
const endless: Reply = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = Buffer.alloc(65_536, ' ');
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
};
certify('bad key sets', [
  {
    name: 'a key set that hangs',
    wrong: 'it is given five seconds',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(hang),
  },
  {
    name: 'a key set that redirects',
    wrong: 'keys come from the registered address only',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(json({}, 302, { location: 'http://169.254.169.254/latest/meta-data' })),
  },
  {
    name: 'a key set without end',
    wrong: 'key sets have at most 256 KB',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(endless),
  },
  {
    name: 'a key set with 429',
    wrong: 'the platform is busy',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(json({ keys: [] }, 429)),
  },
  {
    name: 'a key set with 500',
    wrong: 'the platform is broken',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(json({ keys: [] }, 500)),
  },
  {
    name: 'a key set that is a web page',
    wrong: 'it is no JSON',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys((_request, response) => response.end('<!doctype html>')),
  },
  {
    name: 'a key set that is null',
    wrong: 'it holds no keys',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(json(null)),
  },
  {
    name: 'a key set whose keys are a text',
    wrong: 'keys are a list',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys(json({ keys: 'x' })),
  },
  {
    name: 'a key set that breaks off',
    wrong: 'the connection ends in the middle',
    code: 'LAUNCH_PLATFORM_KEYS_UNAVAILABLE',
    attempt: whileKeys((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"keys":');
      response.destroy();
    }),
  },
  {
    name: 'a key for encryption',
    wrong: 'its use is not to sign',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: async (stage) => {
      const { jwk } = await signingKey('new-key');
      return whileKeys(json({ keys: [{ ...jwk, use: 'enc' }] }))(stage);
    },
  },
  {
    name: 'a symmetric key under the key id',
    wrong: 'only RSA keys count',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: whileKeys(json({ keys: [{ kty: 'oct', kid: 'new-key', k: 'c2VjcmV0' }, null, 7] })),
  },
  {
    name: 'an RSA key of 512 bits',
    wrong: 'it is broken in minutes',
    code: 'LAUNCH_TOKEN_KEY_UNKNOWN',
    attempt: whileKeys(json({ keys: [{ kty: 'RSA', kid: 'new-key', n: 'x'.repeat(86), e: 'AQAB' }] })),
  },
]);
