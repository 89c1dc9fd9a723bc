import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Lms } from '../lms.ts';
import { jsonReply, type ServiceReply } from '../services/service-call.ts';
import type { RegisteredTool } from '../world/world.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const requestSchema = z.looseObject({
  application_type: z.literal('web'),
  client_name: z.string().min(1),
  initiate_login_uri: z.url(),
  redirect_uris: z.array(z.url()).min(1),
  jwks_uri: z.url(),
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  scope: z.string(),
  [toolClaim]: z.looseObject({
    domain: z.string().min(1),
    target_link_uri: z.url(),
    claims: z.array(z.string()),
    custom_parameters: z.record(z.string(), z.string()).default({}),
    messages: z.array(z.looseObject({ type: z.string() })),
  }),
});

function newClient(lms: Lms): { clientId: string; deploymentId: string } {
  const { clients } = lms.world;
  if (lms.manner === 'canvas') {
    const clientId = String(Math.max(...clients.map((client) => Number(client.clientId))) + 1);
    return { clientId, deploymentId: `${20 + clients.length}:${randomBytes(20).toString('hex')}` };
  }
  const deployments = clients.flatMap((client) => client.deploymentIds.map(Number));
  return { clientId: randomBytes(12).toString('hex').slice(0, 15), deploymentId: String(Math.max(...deployments) + 1) };
}

const refusal = (status: number, error: string): ServiceReply =>
  jsonReply(status, 'application/json', lmsError(status, error));
/** Moodle answers with a bare text, others with an object. */
const lmsError = (status: number, error: string): unknown => (status === 401 ? error : { error });

/**
 * A tool registers itself. It waits, as in a real LMS, for an administrator to switch it on.
 * https://www.imsglobal.org/spec/lti-dr/v1p0
 */
export function registerTool(lms: Lms, token: string, body: string): ServiceReply {
  const taken = lms.registrationTokens.take(token);
  if (taken !== 'taken') return refusal(401, taken === 'used' ? 'token_already_used' : 'invalid_token');
  const parsed = requestSchema.safeParse(jsonOf(body));
  if (!parsed.success) return refusal(400, `invalid ${parsed.error.issues[0]?.path.join('.') ?? 'request'}`);
  const request = parsed.data;
  // The launches of this LMS know one tool only.
  if (!request.redirect_uris.includes(lms.tool.launchUrl)) return refusal(400, 'unknown tool');
  const { clientId, deploymentId } = newClient(lms);
  const configuration = request[toolClaim];
  const tool: RegisteredTool = {
    clientId,
    deploymentId,
    name: request.client_name,
    domain: configuration.domain,
    custom: configuration.custom_parameters,
    active: false,
  };
  lms.world.clients.push({ clientId, deploymentIds: [deploymentId] });
  lms.world.registeredTools.push(tool);
  lms.save();
  const canvas = lms.manner === 'canvas';
  return jsonReply(canvas ? 201 : 200, 'application/json', {
    ...request,
    client_id: clientId,
    [toolClaim]: { ...configuration, version: '1.3.0', ...(!canvas && { deployment_id: deploymentId }) },
    ...(canvas && { deployment_id: deploymentId }),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
