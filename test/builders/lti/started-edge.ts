import { once } from 'node:events';
import http from 'node:http';
import express from 'express';
import { createLtiEdge, type LtiEdge, type LtiEdgeDeps } from '../../../lti-tool/lti/lti-edge.ts';
import type { ContentRequest, Launch } from '../../../lti-tool/use-cases/launch.ts';
import { memoryRecords } from './memory-records.ts';

/** Moment of the recorded launches; only `clock.pass` moves it. */
export const startOfTime = 1_795_430_730_000;
export function testClock() {
  let now = startOfTime;
  return {
    now: () => now,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}
export type TestClock = ReturnType<typeof testClock>;

export type LogLine = { readonly level: string; readonly details: object; readonly message: string };

/** The real edge in a real server, with what it launched and logged. */
export type StartedEdge = {
  readonly edge: LtiEdge;
  /** Where the server listens; also the tool's public URL. */
  readonly url: string;
  readonly clock: TestClock;
  readonly launches: Launch[];
  readonly contentRequests: ContentRequest[];
  readonly logged: LogLine[];
  close(): Promise<void>;
};

export const testSecret = 'a secret for tests, long enough to be one';

export async function startEdge(changes: Partial<LtiEdgeDeps> & { clock?: TestClock } = {}): Promise<StartedEdge> {
  const clock = changes.clock ?? testClock();
  const launches: Launch[] = [];
  const contentRequests: ContentRequest[] = [];
  const logged: LogLine[] = [];
  const note = (level: string) => (details: object, message: string) => void logged.push({ level, details, message });
  const app = express();
  const server = http.createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const edge = await createLtiEdge({
    publicUrl: url,
    secret: testSecret,
    records: memoryRecords(),
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    allowLocalPlatforms: true,
    onLaunch: async (launch, _request, response) => {
      if (launch.messageType === 'LtiDeepLinkingRequest') contentRequests.push(launch);
      else launches.push(launch);
      response.status(200).type('html').send('<p>the panel</p>');
    },
    ...changes,
    clock,
  }).catch((error: unknown) => {
    server.close();
    throw error;
  });
  app.use(edge.router);
  return {
    edge,
    url,
    clock,
    launches,
    contentRequests,
    logged,
    close: async () => {
      await edge.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
