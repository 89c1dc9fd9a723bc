import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Registration, Registrations } from '../../use-cases/lti-ports.ts';
import { type AddressPolicy, longestAddress, platformUrl } from '../address-policy.ts';
import { parameter, readParameters } from '../form-guard.ts';
import { frameOnlyBy } from '../framing.ts';
import { type Outbound, type OutboundAnswer, OutboundFault, type OutboundRequest } from '../outbound.ts';
import { type LaunchRefusalCode, LaunchRefused } from '../refusals.ts';
import type { ToolSettings } from '../settings.ts';
import { type HeldInvitation, type InvitationBook, invitationParameter } from './invitations.ts';
import { type PlatformConfiguration, platformConfiguration } from './platform-configuration.ts';
import { sendRegistered } from './registration-page.ts';
import { type ToolRegistration, toolRegistration } from './tool-registration.ts';

const timeoutMs = 5_000;
const maxBytes = 256 * 1_024;
const longestToken = 8_192;
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const answerSchema = z.object({
  client_id: z.string().trim().min(1).max(255),
  scope: z.string().max(8_192).nullish(),
  [toolClaim]: z.object({ deployment_id: z.union([z.string().min(1).max(255), z.number()]).nullish() }).nullish(),
});
type Answer = {
  readonly clientId: string;
  readonly granted: readonly string[] | null;
  readonly deploymentId: string | null;
};

function answerOf(text: string): Answer {
  let document: unknown = null;
  try {
    document = JSON.parse(text);
  } catch {}
  const parsed = answerSchema.safeParse(document);
  if (!parsed.success) throw new LaunchRefused('REGISTER_REFUSED', 'answer');
  const { client_id: clientId, scope } = parsed.data;
  const deployment = parsed.data[toolClaim]?.deployment_id;
  return {
    clientId,
    granted: scope == null ? null : scope.split(' '),
    deploymentId: deployment == null ? null : String(deployment),
  };
}

/**
 * Dynamic registration: the LMS opens this address, in a frame of its own, with the place of its description and a token. Without a
 * good invitation nothing is asked of anybody. In order: the invitation is taken (once), the description is read and checked,
 * the tool registers there, and the platform is added, waiting for its inviter unless the invitation says otherwise.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0
 */
export function createRegisterEndpoint(deps: {
  readonly settings: ToolSettings;
  readonly invitations: InvitationBook;
  readonly registrations: Registrations;
  readonly outbound: Outbound;
  readonly policy: AddressPolicy;
  /** What a platform did wrong, for the log: holds neither addresses nor tokens. */
  readonly onPlatformFault: (reason: string) => void;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { settings, invitations, registrations, outbound, policy } = deps;

  /** @throws LaunchRefused where the platform gives no answer of a success. */
  async function ask(
    request: Pick<OutboundRequest, 'method' | 'url' | 'headers'> & { body?: string },
    refusal: LaunchRefusalCode,
  ): Promise<string> {
    let answer: OutboundAnswer;
    try {
      answer = await outbound.send({ ...request, timeoutMs, maxBytes });
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
      deps.onPlatformFault(error.message);
      if (error.code === 'address') throw new LaunchRefused('REGISTER_ADDRESS');
      throw new LaunchRefused(error.code === 'tooLarge' ? refusal : 'REGISTER_UNREACHABLE');
    }
    if (answer.status === 200 || answer.status === 201) return answer.text;
    deps.onPlatformFault(`The platform answered ${answer.status}.`);
    throw new LaunchRefused(refusal, `answer ${answer.status}`);
  }

  const bearer = (token: string | null): Record<string, string> =>
    token === null ? {} : { authorization: `Bearer ${token}` };

  async function describe(place: URL, token: string | null, held: HeldInvitation): Promise<PlatformConfiguration> {
    if (held.issuerHost !== null && place.host !== held.issuerHost)
      throw new LaunchRefused('REGISTER_HOST', 'invitation');
    const headers = { accept: 'application/json', ...bearer(token) };
    const text = await ask({ method: 'GET', url: place.href, headers }, 'REGISTER_CONFIGURATION');
    return platformConfiguration(text, place, policy);
  }

  async function registerAt(
    platform: PlatformConfiguration,
    token: string | null,
    wanted: ToolRegistration,
  ): Promise<Answer> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...bearer(token) };
    const body = JSON.stringify(wanted.body);
    return answerOf(await ask({ method: 'POST', url: platform.registrationUrl, headers, body }, 'REGISTER_REFUSED'));
  }

  async function add(platform: PlatformConfiguration, answer: Answer, held: HeldInvitation): Promise<Registration> {
    const { issuer, authenticationUrl, tokenUrl, jwksUrl, product, accountName } = platform;
    // Each installation in Canvas is a deployment of its own; elsewhere the one named now is the only one.
    const deploymentIds = product === 'canvas' || answer.deploymentId === null ? [] : [answer.deploymentId];
    const name = (held.name ?? accountName?.trim()) || new URL(issuer).host;
    const { clientId } = answer;
    // Where it registers is the school's own host, which its other addresses may not have.
    const pageOrigins = [new URL(platform.registrationUrl).origin];
    const addresses = { authenticationUrl, tokenUrl, jwksUrl, pageOrigins };
    const registration = { name, issuer, clientId, ...addresses, deploymentIds };
    const added = await registrations.addNew(registration, held.activate);
    if (added === null) throw new LaunchRefused('REGISTER_KNOWN');
    return added;
  }

  return async (request, response) => {
    const parameters = await readParameters(request);
    const ticket = parameter(parameters, invitationParameter, 255);
    if (ticket === null) throw new LaunchRefused('REGISTER_INVITATION_MISSING');
    if (!(await invitations.isGood(ticket))) throw new LaunchRefused('REGISTER_INVITATION_UNKNOWN');
    const place = parameter(parameters, 'openid_configuration', longestAddress + longestToken);
    const token = parameter(parameters, 'registration_token', longestToken);
    if (place === null) throw new LaunchRefused('REGISTER_OUTSIDE_PLATFORM');
    const address = platformUrl(place, policy);
    if (address === null) throw new LaunchRefused('REGISTER_ADDRESS', 'openid_configuration');
    if (token !== null && !/^[\x21-\x7e]+$/.test(token))
      throw new LaunchRefused('LAUNCH_REQUEST_MALFORMED', 'registration_token');
    const held = await invitations.take(ticket);
    if (held === null) throw new LaunchRefused('REGISTER_INVITATION_UNKNOWN');
    let asked: { platform: PlatformConfiguration; wanted: ToolRegistration; answer: Answer };
    try {
      const platform = await describe(address, token, held);
      frameOnlyBy(response, { ...platform, pageOrigins: [new URL(platform.registrationUrl).origin] });
      const wanted = toolRegistration(settings, platform);
      asked = { platform, wanted, answer: await registerAt(platform, token, wanted) };
    } catch (error) {
      await held.giveBack();
      throw error;
    }
    const { platform, wanted, answer } = asked;
    const registration = await add(platform, answer, held);
    const granted = wanted.scopes.filter((name) => answer.granted?.includes(name) ?? true);
    sendRegistered(response, registration, { messages: wanted.messages, granted, product: platform.product });
  };
}
