import { formHeaders, rawRequest } from '../builders/lti/raw-request.ts';
import { type BadLaunch, certify } from './bad-launch.ts';

const raw =
  (path: string, options: Parameters<typeof rawRequest>[2] = {}): BadLaunch['attempt'] =>
  ({ started }) =>
    rawRequest(started.url, path, options);

certify('bad requests', [
  {
    name: 'a JSON body',
    wrong: 'platforms post forms',
    code: 'LAUNCH_CONTENT_TYPE',
    attempt: raw('/lti/launch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"state":{}}',
    }),
  },
  {
    name: 'a multipart body',
    wrong: 'platforms post plain forms',
    code: 'LAUNCH_CONTENT_TYPE',
    attempt: raw('/lti/login', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x--',
    }),
  },
  {
    name: 'a body without content type',
    wrong: 'we would have to guess',
    code: 'LAUNCH_CONTENT_TYPE',
    attempt: raw('/lti/launch', { method: 'POST', body: 'state=x' }),
  },
  {
    name: 'a compressed body',
    wrong: 'a few bytes could become gigabytes',
    code: 'LAUNCH_CONTENT_TYPE',
    attempt: raw('/lti/launch', { method: 'POST', headers: { ...formHeaders, 'content-encoding': 'gzip' }, body: 'x' }),
  },
  {
    name: 'a body in another character set',
    wrong: 'forms are UTF-8',
    code: 'LAUNCH_CONTENT_TYPE',
    attempt: raw('/lti/launch', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' },
      body: 'state=x',
    }),
  },
  {
    name: 'a body of 70 KB',
    wrong: 'forms have at most 64 KB',
    code: 'LAUNCH_REQUEST_TOO_LARGE',
    attempt: raw('/lti/launch', { method: 'POST', headers: formHeaders, body: `state=${'x'.repeat(70_000)}` }),
  },
  {
    name: 'a chunked body of 200 KB',
    wrong: 'its length is not announced, and still counts',
    code: 'LAUNCH_REQUEST_TOO_LARGE',
    attempt: raw('/lti/launch', {
      method: 'POST',
      headers: { ...formHeaders, 'transfer-encoding': 'chunked' },
      body: `state=${'x'.repeat(200_000)}`,
    }),
  },
  {
    name: 'an empty launch',
    wrong: 'it holds nothing',
    code: 'LAUNCH_PARAMETER_MISSING',
    attempt: raw('/lti/launch', { method: 'POST', headers: formHeaders }),
  },
  {
    name: 'a launch without token',
    wrong: 'there is nothing to check',
    code: 'LAUNCH_PARAMETER_MISSING',
    attempt: async ({ browser }) => {
      const { state, cookie } = await browser.login();
      return browser.post({ state }, cookie);
    },
  },
  {
    name: 'a launch without state',
    wrong: 'it answers no login',
    code: 'LAUNCH_PARAMETER_MISSING',
    attempt: ({ browser }) => browser.post({ id_token: 'x.y.z' }),
  },
  {
    name: 'a state with a space',
    wrong: 'bare ltijs dies of it',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: ({ browser }) => browser.post({ state: 'a b', id_token: 'x.y.z' }),
  },
  {
    name: 'a state with line ends',
    wrong: 'it could write header lines',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: ({ browser }) => browser.post({ state: 'a\r\nset-cookie: x=y', id_token: 'x.y.z' }, 'a=b'),
  },
  {
    name: 'state[$ne]=x',
    wrong: 'it would be a query that matches any launch',
    code: 'LAUNCH_REQUEST_MALFORMED',
    attempt: ({ browser }) => browser.post({ 'state[$ne]': 'x', id_token: 'x.y.z' }),
  },
  {
    name: 'a made-up state',
    wrong: 'nobody issued it',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: ({ browser }) => browser.post({ state: 'A'.repeat(43), id_token: 'x.y.z' }),
  },
  {
    name: 'a session token of bare ltijs',
    wrong: 'a ltik opens nothing here',
    code: 'LAUNCH_PARAMETER_MISSING',
    attempt: raw('/lti/launch?ltik=eyJhbGciOiJub25lIn0.e30.', { method: 'POST', headers: formHeaders }),
  },
  {
    name: 'an error from the platform',
    wrong: 'the person was not let through there',
    code: 'LAUNCH_PLATFORM_REFUSED',
    attempt: async ({ browser }) => {
      const { state, cookie } = await browser.login();
      return browser.post({ state, error: 'access_denied', error_description: '<script>alert(1)</script>' }, cookie);
    },
  },
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'].flatMap((method) =>
    ['/lti/login', '/lti/launch'].map(
      (path): BadLaunch => ({
        name: `${method} ${path}`,
        wrong: 'the address has no such method',
        code: 'LAUNCH_METHOD_NOT_ALLOWED',
        attempt: raw(path, { method }),
      }),
    ),
  ),
  {
    name: 'GET /lti/launch',
    wrong: 'launches are posted: the panel was reloaded or gone back to',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: raw('/lti/launch'),
  },
  {
    name: 'POST /lti/keys',
    wrong: 'keys are read only',
    code: 'LAUNCH_METHOD_NOT_ALLOWED',
    attempt: raw('/lti/keys', { method: 'POST' }),
  },
  {
    name: 'POST /lti/register',
    wrong: 'a platform opens it',
    code: 'LAUNCH_METHOD_NOT_ALLOWED',
    attempt: raw('/lti/register', { method: 'POST' }),
  },
  ...[
    '/lti',
    '/lti/',
    '/lti/launch/',
    '/lti//launch',
    '/lti/Launch',
    '/lti/%zz',
    '/lti/..%2fetc',
    '/lti/launch%00',
  ].map(
    (path): BadLaunch => ({
      name: `POST ${path}`,
      wrong: 'there is no such address',
      code: 'LAUNCH_NOT_FOUND',
      attempt: raw(path, { method: 'POST', headers: formHeaders, body: 'id_token=x&state=y' }),
    }),
  ),
]);
