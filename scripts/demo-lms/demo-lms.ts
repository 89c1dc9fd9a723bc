import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { makeLaunchHints } from './launch/launch-hints.ts';
import { makePrivateKey, openSigningKey } from './launch/signing-key.ts';
import type { Lms, ToolAddresses } from './lms.ts';
import type { LmsHandle } from './lms-handle.ts';
import { makeHandle } from './make-handle.ts';
import { authRouter } from './pages/auth-router.ts';
import { pagesRouter } from './pages/pages-router.ts';
import { registrationRouter } from './registration/registration-router.ts';
import { makeRegistrationTokens } from './registration/registration-tokens.ts';
import { makeAccessTokens } from './services/access-tokens.ts';
import { makeFailures } from './services/failures.ts';
import { makeRequestLog } from './services/request-log.ts';
import { servicesRouter } from './services/services-router.ts';
import { makeToolKeys } from './services/tool-keys.ts';
import { addressesOf } from './world/addresses.ts';
import type { Manner } from './world/manner.ts';
import { seedWorld } from './world/seed.ts';
import type { World } from './world/world.ts';
import { openWorldFile } from './world/world-file.ts';

export interface DemoLmsOptions {
  /** 0 takes a free one. */
  port: number;
  /** Address to listen on; without it 127.0.0.1. */
  host?: string;
  /** Origin that browsers and the tool use; without it `http://localhost` with the port. */
  publicUrl?: string;
  /** Where the tool is. */
  tool: ToolAddresses;
  /** JSON file that keeps courses, grades and keys; without it they are forgotten at the end. */
  statePath?: string;
  /** Whose habits to have; without it Moodle's. */
  manner?: Manner;
  /** Without it the public URL in the Moodle manner, and a name of its own, as Canvas has, in the other. */
  issuer?: string;
  /** Milliseconds since 1970; without it the computer's clock. */
  now?: () => number;
  /** How long its services take to answer, in milliseconds; without it they answer at once. */
  answerAfter?: number;
}

/** A running LMS. */
export interface DemoLms extends LmsHandle {
  /** Where it listens, for a proxy in front of it. */
  localUrl: string;
  /** Stops at once, cutting connections that are still open. */
  close(): Promise<void>;
}

const CANVAS_LIKE_ISSUER = 'https://canvas.example';

/**
 * Starts a small LTI 1.3 Advantage platform with courses, people and a gradebook: the LMS of the demo and of the tests.
 * @throws RangeError when `publicUrl` has a path; Error when the port is taken or the state file is not usable.
 */
export async function startDemoLms(options: DemoLmsOptions): Promise<DemoLms> {
  const manner = options.manner ?? 'moodle';
  const now = options.now ?? Date.now;
  const file = openWorldFile(options.statePath, manner);
  const world = file.read() ?? (await firstDay(manner, now));
  const key = await openSigningKey(world.signingKey);
  file.write(world);

  const app = express();
  const server = createServer(app);
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  const publicUrl = new URL(options.publicUrl ?? `http://localhost:${port}`);
  if (publicUrl.pathname !== '/') {
    server.close();
    throw new RangeError('publicUrl must be an origin, without a path.');
  }
  const base = publicUrl.origin;

  const issuer = options.issuer ?? (manner === 'canvas' ? CANVAS_LIKE_ISSUER : base);
  const lms: Lms = {
    manner,
    issuer,
    tool: options.tool,
    world,
    save: () => file.write(world),
    now,
    answerAfter: options.answerAfter ?? 0,
    to: addressesOf(manner, base, issuer),
    key,
    hints: makeLaunchHints(manner),
    tokens: makeAccessTokens(now),
    registrationTokens: makeRegistrationTokens(now),
    toolKeys: makeToolKeys(options.tool.jwksUrl),
    failures: makeFailures(),
    log: makeRequestLog(),
  };
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(servicesRouter(lms), authRouter(lms), registrationRouter(lms), pagesRouter(lms));

  return {
    ...makeHandle(lms),
    localUrl: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function firstDay(manner: Manner, now: () => number): Promise<World> {
  const kid = `${manner}-like-${now().toString(36)}`;
  return seedWorld(manner, { ...(await makePrivateKey(kid)) });
}
