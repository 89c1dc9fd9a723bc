import type { FakePlatform } from './fake-platform.ts';
import { claim, recordedClaims } from './fixture.ts';
import { postForm, type RawAnswer, rawRequest } from './raw-request.ts';
import type { StartedEdge } from './started-edge.ts';

/** What the browser holds after login initiation. */
export type Login = {
  readonly answer: RawAnswer;
  readonly state: string;
  readonly nonce: string;
  /** The Cookie header that it would send with the launch. */
  readonly cookie: string;
};
export type Texts = Record<string, string>;

/** Plays the platform's pages and the browser between them and the tool. */
export function launchingBrowser(started: StartedEdge, platform: FakePlatform) {
  const { registration } = platform;
  const target = `${started.url}/lti/launch`;

  const loginForm = (changes: Texts = {}): Texts => ({
    iss: registration.issuer,
    client_id: registration.clientId,
    target_link_uri: target,
    login_hint: '5',
    lti_message_hint: '{"cmid":3,"launchid":"ltilaunch2_579341647"}',
    lti_deployment_id: '1',
    ...changes,
  });
  const held = (answer: RawAnswer): Login => {
    const query = new URL(answer.headers.location ?? '', started.url).searchParams;
    const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    return { answer, state: query.get('state') ?? '', nonce: query.get('nonce') ?? '', cookie };
  };
  const login = async (changes: Texts = {}, headers: Texts = {}): Promise<Login> =>
    held(await postForm(started.url, '/lti/login', new URLSearchParams(loginForm(changes)), headers));

  /** A recorded launch's claims, as the answer to this login. */
  const claimsFor = (
    { nonce }: Pick<Login, 'nonce'>,
    changes: Record<string, unknown> = {},
    recording = 'moodle-4.5/launch-student-embedded-22',
  ): Record<string, unknown> => {
    const seconds = Math.floor(started.clock.now() / 1000);
    const recorded = recordedClaims(recording);
    const answered = { nonce, iat: seconds, exp: seconds + 60, aud: registration.clientId, iss: registration.issuer };
    return { ...recorded, ...answered, [claim.targetLinkUri]: target, ...changes };
  };
  const post = (form: Texts, cookie = '') =>
    postForm(started.url, '/lti/launch', new URLSearchParams(form), cookie === '' ? {} : { cookie });

  return {
    loginForm,
    login,
    held,
    claimsFor,
    post,
    get: (path: string, headers: Texts = {}) => rawRequest(started.url, path, { headers }),
    /** Login, token and launch in one; `changes` are laid over the recorded claims (undefined takes a claim away). */
    async launch(
      changes: Record<string, unknown> = {},
      recording?: string,
      loginChanges: Texts = {},
    ): Promise<RawAnswer> {
      const begun = await login(loginChanges);
      const token = await platform.sign(claimsFor(begun, changes, recording));
      return post({ state: begun.state, id_token: token }, begun.cookie);
    },
  };
}
export type LaunchingBrowser = ReturnType<typeof launchingBrowser>;

/** The refusal code that a page carries. */
export const codeOf = (answer: RawAnswer): string => /data-code="(\w+)"/.exec(answer.text)?.[1] ?? 'none';
