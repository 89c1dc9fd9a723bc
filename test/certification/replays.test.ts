import type { ConnectedEdge } from '../builders/lti/connected-edge.ts';
import type { RawAnswer } from '../builders/lti/raw-request.ts';
import { certify } from './bad-launch.ts';

const launchedOnce = async (stage: ConnectedEdge) => {
  const login = await stage.browser.login();
  const form = { state: login.state, id_token: await stage.platform.sign(stage.browser.claimsFor(login)) };
  return { login, form };
};
const replay = async (
  stage: ConnectedEdge,
  again: (first: Awaited<ReturnType<typeof launchedOnce>>) => Promise<RawAnswer>,
) => {
  const first = await launchedOnce(stage);
  await stage.browser.post(first.form, first.login.cookie);
  stage.started.launches.pop();
  return again(first);
};
certify('replays and other browsers', [
  {
    name: 'the same launch again',
    wrong: 'a state works once',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: (stage) => replay(stage, ({ form, login }) => stage.browser.post(form, login.cookie)),
  },
  {
    name: 'a used token under a new state',
    wrong: 'its nonce belongs to the old one',
    code: 'LAUNCH_TOKEN_NONCE',
    attempt: (stage) =>
      replay(stage, async ({ form }) => {
        const next = await stage.browser.login();
        return stage.browser.post({ ...form, state: next.state }, next.cookie);
      }),
  },
  {
    name: 'a state that waited for ten minutes',
    wrong: 'it has expired',
    code: 'LAUNCH_STATE_EXPIRED',
    attempt: async (stage) => {
      const { form, login } = await launchedOnce(stage);
      stage.started.clock.pass(600_000);
      return stage.browser.post(form, login.cookie);
    },
  },
  {
    name: 'a launch from a browser without the proof',
    wrong: 'somebody else began it',
    code: 'LAUNCH_FRAME_BLOCKED',
    attempt: async (stage) => stage.browser.post((await launchedOnce(stage)).form),
  },
  {
    name: 'a launch with the proof of another launch',
    wrong: 'each launch has a proof of its own',
    code: 'LAUNCH_FRAME_BLOCKED',
    attempt: async (stage) => {
      const { form } = await launchedOnce(stage);
      return stage.browser.post(form, (await stage.browser.login()).cookie);
    },
  },
  {
    name: 'a launch with a made-up proof',
    wrong: 'the cookie is there, its content is not ours',
    code: 'LAUNCH_OTHER_BROWSER',
    attempt: async (stage) => {
      const { form, login } = await launchedOnce(stage);
      return stage.browser.post(form, login.cookie.replace(/=.*/, `=${'A'.repeat(43)}`));
    },
  },
  {
    name: 'a token after a try without proof',
    wrong: 'that try used the state up',
    code: 'LAUNCH_STATE_UNKNOWN',
    attempt: async (stage) => {
      const { form, login } = await launchedOnce(stage);
      await stage.browser.post(form);
      return stage.browser.post(form, login.cookie);
    },
  },
]);
