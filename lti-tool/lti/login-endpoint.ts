import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registration, Registrations } from '../use-cases/lti-ports.ts';
import { digest, isProof, proofCookie, proofInCookies, proofName } from './browser-proof.ts';
import { type Parameters, parameter, readParameters, requiredParameter } from './form-guard.ts';
import { frameOnlyBy } from './framing.ts';
import { checkTarget } from './launch-claims.ts';
import { type LaunchStates, type LoginParameters, required, stateLifeMs } from './launch-states.ts';
import { sendStoragePutPage } from './pages.ts';
import { FrameBlocked, LaunchRefused } from './refusals.ts';
import { edgePath } from './settings.ts';

/** Our own parameters of the login address: the second step inside a frame, and the start in a window of its own. */
const ours = { goOn: 'cs_continue', newWindow: 'cs_window' } as const;
const frames = new Set(['iframe', 'frame', 'embed', 'object']);

/** @see https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login */
function loginOf(parameters: Parameters): LoginParameters {
  const storageTarget = parameter(parameters, 'lti_storage_target', 64);
  return {
    issuer: requiredParameter(parameters, 'iss', 255),
    clientId: parameter(parameters, 'client_id', 255),
    loginHint: requiredParameter(parameters, 'login_hint', 2_048),
    messageHint: parameter(parameters, 'lti_message_hint', 8_192),
    targetLinkUri: requiredParameter(parameters, 'target_link_uri', 2_048),
    deploymentId: parameter(parameters, 'lti_deployment_id', 255) ?? parameter(parameters, 'deployment_id', 255),
    storageTarget: storageTarget !== null && /^[\w.:-]+$/.test(storageTarget) ? storageTarget : null,
    ownWindow: false,
  };
}

export const newWindowPath = (ticket: string): string => `${edgePath.login}?${ours.newWindow}=${ticket}`;

function redirect(response: ServerResponse, address: string): void {
  response.statusCode = 303;
  for (const [name, value] of Object.entries({
    location: address,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  }))
    response.setHeader(name, value);
  response.end();
}

/**
 * Login initiation. Outside a frame the browser goes straight on to the platform's sign-in. Inside one, a further step first finds
 * out whether the browser keeps our proof (a cookie, or the platform's storage), since a platform's hint may work only once
 * and must not be spent on a launch that cannot end well.
 */
export function createLoginEndpoint(deps: {
  readonly origin: string;
  readonly registrations: Registrations;
  readonly states: LaunchStates;
  readonly clock: { now(): number };
  readonly randomText: () => string;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { origin, registrations, states, clock, randomText } = deps;

  async function registrationFor({ issuer, clientId }: LoginParameters): Promise<Registration> {
    if (clientId !== null) {
      const registration = await registrations.find(issuer, clientId);
      if (registration !== null) return registration;
      throw new LaunchRefused('LAUNCH_PLATFORM_UNKNOWN');
    }
    const [only, ...others] = (await registrations.list()).filter((registration) => registration.issuer === issuer);
    if (only === undefined) throw new LaunchRefused('LAUNCH_PLATFORM_UNKNOWN');
    if (others.length > 0) throw new LaunchRefused('LAUNCH_PARAMETER_MISSING', 'client_id');
    return only;
  }

  function authorisationUrl(login: LoginParameters, registration: Registration, state: string, nonce: string): string {
    const url = new URL(registration.authenticationUrl);
    const query = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: registration.clientId,
      redirect_uri: origin + edgePath.launch,
      login_hint: login.loginHint,
      ...(login.messageHint !== null && { lti_message_hint: login.messageHint }),
      state,
      nonce,
    };
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url.href;
  }

  async function start(login: LoginParameters, place: string | undefined, response: ServerResponse): Promise<void> {
    const registration = await registrationFor(login);
    frameOnlyBy(response, registration);
    checkTarget(login.targetLinkUri, origin);
    if (!registration.active) throw new LaunchRefused('LAUNCH_PLATFORM_INACTIVE');
    const nonce = randomText();
    const proof = randomText();
    let next = '';
    const state = await states.begin((text) => {
      next = authorisationUrl(login, registration, text, nonce);
      const { clientId } = registration;
      return { login, clientId, nonce, proofHash: digest(proof), authorisationUrl: next, startedAt: clock.now() };
    });
    response.setHeader('set-cookie', proofCookie(state, proof, stateLifeMs / 1_000));
    const otherwise = `${edgePath.login}?${ours.goOn}=${state}`;
    const framed = frames.has(place ?? '');
    if (login.storageTarget !== null && (framed || place === undefined))
      sendStoragePutPage(response, {
        task: 'put',
        target: login.storageTarget,
        origin: new URL(registration.authenticationUrl).origin,
        key: proofName(state),
        value: proof,
        next,
        otherwise,
      });
    else redirect(response, framed ? otherwise : next);
  }

  /** Second step in a frame: has the browser kept the cookie? */
  async function goOn(state: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = required(await states.peek(state));
    const proof = proofInCookies(request.headers.cookie, state);
    if (proof !== null && isProof(proof, found.proofHash)) return redirect(response, found.authorisationUrl);
    const { login, clientId } = required(await states.take(state));
    frameOnlyBy(response, await registrationFor({ ...login, clientId }));
    throw new FrameBlocked(newWindowPath(await states.keepForNewWindow(login)), false);
  }

  return async (request, response) => {
    const parameters = await readParameters(request);
    const place = request.headers['sec-fetch-dest'];
    const state = request.method === 'GET' ? parameters.get(ours.goOn) : undefined;
    if (state !== undefined) return goOn(state, request, response);
    const ticket = request.method === 'GET' ? parameters.get(ours.newWindow) : undefined;
    if (ticket !== undefined) {
      // A window of its own has no platform page around it to ask for storage, and needs none.
      const login = { ...required(await states.takeForNewWindow(ticket)), storageTarget: null, ownWindow: true };
      return start(login, 'document', response);
    }
    return start(loginOf(parameters), typeof place === 'string' ? place : undefined, response);
  };
}
