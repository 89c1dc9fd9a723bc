import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../lti-tool/config.ts';
import { type Demo, startDemo } from '../../../scripts/start/demo.ts';
import { type LaunchedPage, launchPage, launchWithoutBrowser } from '../../../scripts/start/launch-without-browser.ts';
import { freshDatabase } from './database.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export type RunningDemo = Demo & {
  readonly toolUrl: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Launches a person of the demo LMS without a browser, signed for real; returns the session token of the panel. */
  launch(person: string, course?: string): Promise<string>;
  /** The same for any launch; returns all that the panel is told. */
  launchPage(request: Parameters<typeof launchPage>[1]): Promise<LaunchedPage>;
  /** Calls the API as that session. */
  api(
    token: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
};

/** The whole product in this process: the tool on a fresh database, and the demo LMS on another host name. */
export async function startRunningDemo(manner: 'moodle' | 'canvas' = 'moodle'): Promise<RunningDemo> {
  const [port, lmsPort] = [await freePort(), await freePort()];
  const dataDir = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  const given = process.env.DATABASE_URL;
  const settings: Record<string, string> = {
    PORT: String(port),
    DATA_DIR: dataDir,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    ...(given ? { DATABASE_URL: freshDatabase(given) } : {}),
  };
  const config = readConfig(settings);
  const demo = await startDemo({ config, log: silent, lmsPort, lmsUrl: `http://127.0.0.1:${lmsPort}`, manner });
  const toolUrl = config.publicUrl;
  return {
    ...demo,
    toolUrl,
    settings,
    launch: (person, course) => launchWithoutBrowser(demo, person, course),
    launchPage: (request) => launchPage(demo, request),
    async api(token, method, apiPath, body) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      const response = await fetch(toolUrl + apiPath, init);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    },
    async close() {
      await demo.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
