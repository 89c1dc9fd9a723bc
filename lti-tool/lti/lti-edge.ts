import { randomBytes as systemRandomBytes } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import type { ContentSelections } from '../use-cases/content/content-ports.ts';
import type { ContentRequest, Launch } from '../use-cases/launch.ts';
import type {
  Deployments,
  GradeService,
  Invitations,
  Records,
  Registrations,
  RosterService,
  ToolKeys,
} from '../use-cases/lti-ports.ts';
import type { LineItems } from '../use-cases/publishing/line-items.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createContentSelections } from './content-selections.ts';
import { createDeployments } from './deployments.ts';
import { createEdgeRouter, type Log } from './edge-router.ts';
import { createGradeService } from './grade-service.ts';
import { createKeySets } from './key-sets.ts';
import { createLaunchEndpoint } from './launch-endpoint.ts';
import { createLaunchStates } from './launch-states.ts';
import { createLineItems } from './line-items.ts';
import { createLoginEndpoint } from './login-endpoint.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import { createLtijsTool } from './ltijs-tool.ts';
import { createOutbound } from './outbound.ts';
import { createPlatformService } from './platform-service.ts';
import { canvasConfiguration } from './registering/canvas-configuration.ts';
import { createInvitations } from './registering/invitations.ts';
import { createRegisterEndpoint } from './registering/register-endpoint.ts';
import { createRegistrations } from './registrations.ts';
import { createRosterService } from './roster-service.ts';
import { sealAgain } from './seal-again.ts';
import { createSeal, derivedKey } from './sealing.ts';
import { type ToolSettings, toolSettings } from './settings.ts';
import { createToolKeys } from './tool-keys.ts';

export type LtiEdgeDeps = {
  /** The tool's public origin, e.g. "https://countersign.example": https, or http on this machine for development. */
  readonly publicUrl: string;
  /** From which the keys for encryption at rest are derived; at least 32 characters. */
  readonly secret: string;
  /** Still opens what was sealed under it, while a change of the secret is under way. */
  readonly previousSecret?: string | null;
  readonly records: Records;
  readonly clock: { now(): number };
  readonly randomBytes?: (size: number) => Buffer;
  readonly log: Log;
  /** Development only: platforms may be http and on this machine or network. */
  readonly allowLocalPlatforms: boolean;
  /** Answers a verified launch: makes the session and renders the panel. */
  readonly onLaunch: (launch: Launch | ContentRequest, request: Request, response: Response) => Promise<void>;
};

/** The tool's side of LTI 1.3 Advantage. */
export type LtiEdge = {
  /** Serves everything under /lti; mount it before any body parser. */
  readonly router: Router;
  readonly registrations: Registrations;
  readonly invitations: Invitations;
  readonly keys: ToolKeys;
  readonly deployments: Deployments;
  readonly grades: GradeService;
  readonly lineItems: LineItems;
  readonly roster: RosterService;
  /** Seals again, under the present secret, what is sealed under the previous one. How many items that were. */
  sealAgain(): Promise<number>;
  readonly content: ContentSelections;
  settings(): ToolSettings;
  /** Ends idle connections to platforms. */
  close(): Promise<void>;
};

/** Browsers keep our Secure cookie only over https, or on the machine itself. */
function originOf(publicUrl: string): string {
  const url = new URL(publicUrl);
  const local = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if ((url.protocol !== 'https:' && !local) || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw new Error('The public URL must be an https origin without a path (or http://localhost for development).');
  return url.origin;
}

/** Wires the edge. Several may live in one process. @throws where the public URL or the secret cannot work */
export async function createLtiEdge(deps: LtiEdgeDeps): Promise<LtiEdge> {
  const { records, clock, log, onLaunch, secret, randomBytes = systemRandomBytes } = deps;
  const origin = originOf(deps.publicUrl);
  if (secret.length < 32) throw new Error('The secret must have at least 32 characters.');
  const randomText = () => randomBytes(32).toString('base64url');
  const policy = { allowLocal: deps.allowLocalPlatforms };
  const encryptionKey = derivedKey(secret, 'ltijs').toString('hex');
  const seal = createSeal(secret, deps.previousSecret ?? null);
  const outbound = createOutbound(policy);
  const database = createLtijsDatabase({ records, seal, clock });
  const tool = createLtijsTool({ database, encryptionKey, clock });
  const registrations = createRegistrations({ tool, records, policy, clock });
  const deployments = createDeployments({ records, clock });
  const states = createLaunchStates({ records, seal, clock, randomText });
  const keySets = createKeySets({ outbound, clock });
  const tokens = createAccessTokens({ outbound, database, encryptionKey, clock, randomText });
  const service = createPlatformService({ tool, tokens, outbound, policy, clock });
  const endpoint = { origin, registrations, states, clock };
  const settings = toolSettings(origin);
  const invitations = createInvitations({ records, clock, randomText, origin });
  const register = createRegisterEndpoint({
    settings,
    invitations,
    registrations,
    outbound,
    policy,
    onPlatformFault: (reason) => log.warn({ reason }, 'registration failed at the platform'),
  });
  const login = createLoginEndpoint({ ...endpoint, randomText });
  const launch = createLaunchEndpoint({
    ...endpoint,
    policy,
    deployments,
    keySets,
    tool,
    onPlatformFault: (reason) => log.warn({ reason }, 'key set unavailable'),
    onLaunch,
  });
  return {
    router: createEdgeRouter({
      login,
      launch,
      register,
      keySet: tool.keySet,
      canvas: async () => JSON.stringify(canvasConfiguration(settings), null, 2),
      log,
    }),
    registrations,
    invitations: { make: invitations.make },
    keys: createToolKeys({ database, encryptionKey, clock }),
    deployments: { list: deployments.list },
    grades: createGradeService(service, settings.launchUrl),
    lineItems: createLineItems(service),
    roster: createRosterService(service),
    sealAgain: () => sealAgain(records, seal),
    settings: () => settings,
    content: createContentSelections({ tool, records, seal, clock, randomText, origin }),
    close: async () => outbound.close(),
  };
}
