import { postForm, rawRequest } from '../builders/lti/raw-request.ts';
import { type BadLaunch, certify } from './bad-launch.ts';

const withLogin =
  (changes: Record<string, string>): BadLaunch['attempt'] =>
  async ({ browser }) =>
    (await browser.login(changes)).answer;
const withoutLogin =
  (name: string): BadLaunch['attempt'] =>
  ({ started, browser }) => {
    const form = new URLSearchParams(browser.loginForm());
    form.delete(name);
    return postForm(started.url, '/lti/login', form);
  };
/** A login form with more text after it. */
const loginAnd =
  (more: string): BadLaunch['attempt'] =>
  ({ started, browser }) =>
    postForm(started.url, '/lti/login', `${new URLSearchParams(browser.loginForm())}${more}`);
const raw =
  (path: string, options: Parameters<typeof rawRequest>[2] = {}): BadLaunch['attempt'] =>
  ({ started }) =>
    rawRequest(started.url, path, options);

certify('bad logins', [
  ...['iss', 'login_hint', 'target_link_uri'].map(
    (name): BadLaunch => ({
      name: `a login without ${name}`,
      wrong: 'the parameter is required',
      code: 'LAUNCH_PARAMETER_MISSING',
      attempt: withoutLogin(name),
    }),
  ),
  {
    name: 'an unknown issuer',
    wrong: 'nobody connected this platform',
    code: 'LAUNCH_PLATFORM_UNKNOWN',
    attempt: withLogin({ iss: 'https://evil.example' }),
  },
  {
    name: 'an unknown client',
    wrong: 'the platform is known, the client id is not',
    code: 'LAUNCH_PLATFORM_UNKNOWN',
    attempt: withLogin({ client_id: 'another-tool' }),
  },
  {
    name: 'an unknown issuer without client',
    wrong: 'nobody connected this platform',
    code: 'LAUNCH_PLATFORM_UNKNOWN',
    attempt: ({ started, browser }) => {
      const { client_id: _client, ...form } = browser.loginForm({ iss: 'https://evil.example' });
      return postForm(started.url, '/lti/login', new URLSearchParams(form));
    },
  },
  {
    name: 'an issuer with two clients and none named',
    wrong: 'we would have to guess',
    code: 'LAUNCH_PARAMETER_MISSING',
    attempt: async ({ started, platform, browser }) => {
      await started.edge.registrations.add({ ...platform.registration, clientId: 'second-client' });
      const { client_id: _client, ...form } = browser.loginForm();
      return postForm(started.url, '/lti/login', new URLSearchParams(form));
    },
  },
  {
    name: 'iss[$ne]=x',
    wrong: 'it would be a query that matches any platform',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: ({ started, browser }) => {
      const { iss: _issuer, ...form } = browser.loginForm();
      return postForm(started.url, '/lti/login', new URLSearchParams({ ...form, 'iss[$ne]': 'x' }));
    },
  },
  {
    name: 'an issuer that looks like a query',
    wrong: 'it is only a text, and no such platform is known',
    code: 'LAUNCH_PLATFORM_UNKNOWN',
    attempt: withLogin({ iss: '{"$ne":""}' }),
  },
  { name: 'iss twice', wrong: 'a parameter comes once', code: 'LAUNCH_REQUEST_MALFORMED', attempt: loginAnd('&iss=x') },
  {
    name: 'a list of hints',
    wrong: 'parameters are texts',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: loginAnd('&a[]=1&a[]=2'),
  },
  {
    name: 'a parameter named __proto__',
    wrong: 'it could change what objects inherit',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: loginAnd('&__proto__=x'),
  },
  {
    name: 'a parameter named __proto__[admin]',
    wrong: 'it could change what objects inherit',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: loginAnd('&__proto__[admin]=1'),
  },
  {
    name: 'a parameter named constructor',
    wrong: 'every object has one already',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: loginAnd('&constructor=x'),
  },
  {
    name: 'a hundred parameters',
    wrong: 'a login has a dozen',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: loginAnd(Array.from({ length: 100 }, (_, at) => `&p${at}=1`).join('')),
  },
  {
    name: 'a NUL in the hint',
    wrong: 'texts hold no control characters',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: withLogin({ login_hint: '5\u0000' }),
  },
  {
    name: 'an issuer over 255 characters',
    wrong: 'no platform has such an address',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: withLogin({ iss: `https://${'x'.repeat(256)}.example` }),
  },
  {
    name: 'a message hint of 10,000 characters',
    wrong: 'hints have at most 8,192',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: withLogin({ lti_message_hint: 'x'.repeat(10_000) }),
  },
  {
    name: 'a target on another origin',
    wrong: 'the token would be sent there',
    code: 'LAUNCH_TARGET_ELSEWHERE',
    attempt: withLogin({ target_link_uri: 'https://evil.example/lti/launch' }),
  },
  {
    name: 'a target //evil.example',
    wrong: 'browsers read it as another host',
    code: 'LAUNCH_TARGET_ELSEWHERE',
    attempt: withLogin({ target_link_uri: '//evil.example/lti/launch' }),
  },
  {
    name: 'a target with our name as user name',
    wrong: 'the host comes after the @',
    code: 'LAUNCH_TARGET_ELSEWHERE',
    attempt: (stage) => withLogin({ target_link_uri: `${stage.started.url}@evil.example/` })(stage),
  },
  {
    name: 'a GET login with iss twice',
    wrong: 'a parameter comes once',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: raw('/lti/login?iss=a&iss=b'),
  },
  {
    name: 'a GET login with a huge query',
    wrong: 'queries have at most 12 KB',
    code: 'LAUNCH_REQUEST_TOO_LARGE',
    attempt: ({ started }) => rawRequest(started.url, `/lti/login?a=${'x'.repeat(13_000)}`),
  },
  {
    name: 'a new window without ticket',
    wrong: 'the ticket was never given',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: raw('/lti/login?cs_window=made-up'),
  },
]);
