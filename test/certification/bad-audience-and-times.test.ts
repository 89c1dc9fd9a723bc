import { certify } from './bad-launch.ts';
import { secondsNow, withClaims } from './bad-token.ts';

certify('bad issuer, audience, nonce and times', [
  {
    name: 'a token of another issuer',
    wrong: 'the login was for this platform',
    code: 'LAUNCH_TOKEN_ISSUER',
    attempt: withClaims({ iss: 'https://evil.example' }),
  },
  {
    name: 'a token without issuer',
    wrong: 'iss is missing',
    code: 'LAUNCH_TOKEN_ISSUER',
    attempt: withClaims({ iss: undefined }),
  },
  {
    name: 'a token whose issuer is an object',
    wrong: '{"$ne": ""} would match any platform',
    code: 'LAUNCH_TOKEN_ISSUER',
    attempt: withClaims({ iss: { $ne: '' } }),
  },
  {
    name: 'a token for another client',
    wrong: 'the audience is another tool',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ aud: 'another-tool' }),
  },
  {
    name: 'a token without audience',
    wrong: 'aud is missing',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ aud: undefined }),
  },
  {
    name: 'several audiences without azp',
    wrong: 'it does not say for whom it was made',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ aud: ['moodle-client-id', 'another-tool'] }),
  },
  {
    name: 'several audiences with azp of another',
    wrong: 'it was made for the other tool',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ aud: ['moodle-client-id', 'another-tool'], azp: 'another-tool' }),
  },
  {
    name: 'one audience with azp of another',
    wrong: 'azp contradicts aud',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ azp: 'another-tool' }),
  },
  {
    name: 'an audience list with a number in it',
    wrong: 'audiences are texts',
    code: 'LAUNCH_TOKEN_AUDIENCE',
    attempt: withClaims({ aud: ['moodle-client-id', 3], azp: 'moodle-client-id' }),
  },
  {
    name: 'a token without nonce',
    wrong: 'it answers no login',
    code: 'LAUNCH_TOKEN_NONCE',
    attempt: withClaims({ nonce: undefined }),
  },
  {
    name: 'a token with another nonce',
    wrong: 'it answers another login',
    code: 'LAUNCH_TOKEN_NONCE',
    attempt: withClaims({ nonce: 'a nonce that nobody issued' }),
  },
  {
    name: 'a token with the nonce of another login under way',
    wrong: 'a nonce belongs to one state',
    code: 'LAUNCH_TOKEN_NONCE',
    attempt: async (stage) => stage.browser.launch({ nonce: (await stage.browser.login()).nonce }),
  },
  {
    name: 'a token without exp',
    wrong: 'it would never expire',
    code: 'LAUNCH_TOKEN_TIMES',
    attempt: withClaims({ exp: undefined }),
  },
  {
    name: 'a token without iat',
    wrong: 'it does not say how old it is',
    code: 'LAUNCH_TOKEN_TIMES',
    attempt: withClaims({ iat: undefined }),
  },
  {
    name: 'an expiry in words',
    wrong: 'exp is a number of seconds',
    code: 'LAUNCH_TOKEN_TIMES',
    attempt: withClaims({ exp: 'tomorrow' }),
  },
  {
    name: 'an expiry before its issue',
    wrong: 'it never was valid',
    code: 'LAUNCH_TOKEN_TIMES',
    attempt: withClaims((stage) => ({ exp: secondsNow(stage) - 1 })),
  },
  {
    name: 'a token for a month',
    wrong: 'a launch takes seconds',
    code: 'LAUNCH_TOKEN_TIMES',
    attempt: withClaims((stage) => ({ exp: secondsNow(stage) + 30 * 86_400 })),
  },
  {
    name: 'an expired token',
    wrong: 'it ran out 61 s ago, beyond the leeway',
    code: 'LAUNCH_TOKEN_EXPIRED',
    attempt: withClaims((stage) => ({ iat: secondsNow(stage) - 121, exp: secondsNow(stage) - 61 })),
  },
  {
    name: 'an old token that has not run out',
    wrong: 'it was issued long before the login that it answers',
    code: 'LAUNCH_TOKEN_EXPIRED',
    attempt: withClaims((stage) => ({ iat: secondsNow(stage) - 700, exp: secondsNow(stage) + 60 })),
  },
  {
    name: 'a token from the future',
    wrong: 'it was issued 61 s from now',
    code: 'LAUNCH_TOKEN_FROM_FUTURE',
    attempt: withClaims((stage) => ({ iat: secondsNow(stage) + 61, exp: secondsNow(stage) + 121 })),
  },
  {
    name: 'a token that is not valid yet',
    wrong: 'nbf is 61 s from now',
    code: 'LAUNCH_TOKEN_FROM_FUTURE',
    attempt: withClaims((stage) => ({ nbf: secondsNow(stage) + 61 })),
  },
]);
