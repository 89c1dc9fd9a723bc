import type { Request, Response } from 'express';
import type { ContentRequest, Launch } from '../use-cases/launch.ts';
import type { Registration, Registrations } from '../use-cases/lti-ports.ts';
import type { AddressPolicy } from './address-policy.ts';
import { isProof, proofInCookies, proofName, spentProofCookie } from './browser-proof.ts';
import type { DeploymentPolicy } from './deployments.ts';
import { parameter, readParameters, requiredParameter } from './form-guard.ts';
import { frameOnlyBy } from './framing.ts';
import { checkIdToken, type IdToken, leewaySeconds, readIdToken } from './id-token.ts';
import type { KeySets } from './key-sets.ts';
import { launchOf } from './launch-claims.ts';
import { type LaunchState, type LaunchStates, required } from './launch-states.ts';
import { newWindowPath } from './login-endpoint.ts';
import type { LtijsTool } from './ltijs-tool.ts';
import { sendStorageGetPage } from './pages.ts';
import { FrameBlocked, LaunchRefused } from './refusals.ts';
import { edgePath } from './settings.ts';

/** Set by our own storage page when it sends the launch again; "none" where the platform kept nothing. */
const proofField = 'cs_proof';

export type LaunchEndpointDeps = {
  readonly origin: string;
  readonly policy: AddressPolicy;
  readonly registrations: Registrations;
  readonly deployments: DeploymentPolicy;
  readonly states: LaunchStates;
  readonly keySets: KeySets;
  readonly tool: LtijsTool;
  readonly clock: { now(): number };
  /** What goes wrong at a platform, for the log. */
  readonly onPlatformFault: (reason: string) => void;
  readonly onLaunch: (launch: Launch | ContentRequest, request: Request, response: Response) => Promise<void>;
};

/**
 * The authentication response. In order: the one-time state is taken, the browser must prove that it began this launch, the token must
 * be the answer to that login, its signature the platform's, its claims whole; only then is the deployment recorded and the
 * launch handed on.
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response
 */
export function createLaunchEndpoint(
  deps: LaunchEndpointDeps,
): (request: Request, response: Response) => Promise<void> {
  const { origin, policy, registrations, deployments, states, keySets, tool, clock } = deps;

  async function verify(text: string, token: IdToken, registration: Registration): Promise<void> {
    const search = await keySets.find(registration.jwksUrl, token.kid);
    if (search.kind === 'unavailable') {
      deps.onPlatformFault(search.reason);
      throw new LaunchRefused('LAUNCH_PLATFORM_KEYS_UNAVAILABLE');
    }
    if (search.kind === 'unknown') throw new LaunchRefused('LAUNCH_TOKEN_KEY_UNKNOWN');
    const { issuer, clientId } = registration;
    const nowSeconds = clock.now() / 1_000;
    const verdict = await tool.examine(text, { issuer, clientId, key: search.key, nowSeconds, leewaySeconds });
    // What else ltijs checks, was checked before.
    if (!verdict.valid) throw new LaunchRefused('LAUNCH_TOKEN_SIGNATURE', null, verdict.fault);
  }

  /** The platform that the launch was begun for: what is answered from here on, it alone may frame. */
  async function platformOf({ login, clientId }: LaunchState, response: Response): Promise<Registration> {
    const registration = await registrations.find(login.issuer, clientId);
    if (registration === null) throw new LaunchRefused('LAUNCH_PLATFORM_UNKNOWN');
    frameOnlyBy(response, registration);
    return registration;
  }

  async function launchFor(
    { login, clientId, nonce }: LaunchState,
    registration: Registration,
    text: string,
  ): Promise<Launch | ContentRequest> {
    if (!registration.active) throw new LaunchRefused('LAUNCH_PLATFORM_INACTIVE');
    const token = readIdToken(text);
    checkIdToken(token, { issuer: login.issuer, clientId, nonce, nowSeconds: clock.now() / 1_000 });
    const { id: registrationId, authenticationUrl, issuer } = registration;
    const setting = { registrationId, issuer, clientId, authenticationUrl, toolOrigin: origin, policy };
    const launch = launchOf(token.claims, setting);
    if (login.deploymentId !== null && login.deploymentId !== launch.deploymentId)
      throw new LaunchRefused('LAUNCH_DEPLOYMENT_MISMATCH');
    await verify(text, token, registration);
    await deployments.admit(registration, launch.deploymentId);
    return launch;
  }

  /** Without proof the token is not looked at: the browser is asked for one, or offered a window where it can have one. */
  async function withoutProof(text: string, idToken: string, asked: boolean, response: Response): Promise<void> {
    const state = required(await states.peek(text));
    const { login, authorisationUrl } = state;
    await platformOf(state, response);
    if (login.storageTarget !== null && !asked)
      return sendStorageGetPage(
        response,
        { task: 'get', target: login.storageTarget, origin: new URL(authorisationUrl).origin, key: proofName(text) },
        { path: edgePath.launch, state: text, idToken, proofField },
      );
    required(await states.take(text));
    // The window that was offered keeps nothing either: another would not.
    if (login.ownWindow) throw new LaunchRefused('LAUNCH_COOKIES_OFF');
    throw new FrameBlocked(newWindowPath(await states.keepForNewWindow(login)), true);
  }

  return async (request, response) => {
    const parameters = await readParameters(request);
    const text = requiredParameter(parameters, 'state', 255);
    if (parameters.has('error')) {
      const begun = await states.take(text);
      if (begun.kind === 'found') await platformOf(begun.value, response);
      throw new LaunchRefused('LAUNCH_PLATFORM_REFUSED');
    }
    const idToken = requiredParameter(parameters, 'id_token', 60_000);
    const sent = parameter(parameters, proofField, 255);
    const proof = proofInCookies(request.headers.cookie, text) ?? (sent === 'none' ? null : sent);
    if (proof === null) return withoutProof(text, idToken, sent === 'none', response);
    const state = required(await states.take(text));
    const registration = await platformOf(state, response);
    if (!isProof(proof, state.proofHash)) throw new LaunchRefused('LAUNCH_OTHER_BROWSER');
    const launch = await launchFor(state, registration, idToken);
    response.setHeader('set-cookie', spentProofCookie(text));
    await deps.onLaunch(launch, request, response);
  };
}
