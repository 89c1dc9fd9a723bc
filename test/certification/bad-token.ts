import type { ConnectedEdge } from '../builders/lti/connected-edge.ts';
import type { BadLaunch } from './bad-launch.ts';

export type Claims = Record<string, unknown>;

export const secondsNow = ({ started }: ConnectedEdge) => Math.floor(started.clock.now() / 1000);
export const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token with these claims laid over good ones, signed by the platform; undefined takes a claim away. */
export const withClaims =
  (changes: Claims | ((stage: ConnectedEdge) => Claims)): BadLaunch['attempt'] =>
  (stage) =>
    stage.browser.launch(typeof changes === 'function' ? changes(stage) : changes);

/** A token made by hand from good claims. */
export const withToken =
  (make: (stage: ConnectedEdge, claims: Claims) => Promise<string> | string): BadLaunch['attempt'] =>
  async (stage) => {
    const login = await stage.browser.login();
    const token = await make(stage, stage.browser.claimsFor(login));
    return stage.browser.post({ state: login.state, id_token: token }, login.cookie);
  };

export const goodHeader = { alg: 'RS256', typ: 'JWT', kid: 'platform-key-1' };
/** A token with any header and payload, and a signature that nobody made. */
export const rawToken = (header: unknown, payload: unknown) => `${encoded(header)}.${encoded(payload)}.c2lnbmF0dXJl`;
