import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DemoLms, startDemoLms } from '../demo-lms/demo-lms.ts';
import { type ServerHandle, startServer } from './server-handle.ts';
import type { LaunchSettings } from './serving.ts';

export type LaunchedServer = ServerHandle & { readonly url: string; readonly lms: DemoLms };

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a server with an LMS of its own, each knowing the other. The LMS signs in this process, which is not measured.
 * @param answerAfter how long the LMS's services take to answer, in milliseconds
 */
export async function startLaunchedServer(name: string, dataDir: string, answerAfter = 0): Promise<LaunchedServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const lms = await startDemoLms({
    port: 0,
    answerAfter,
    tool: {
      loginUrl: `${url}/lti/login`,
      launchUrl: `${url}/lti/launch`,
      jwksUrl: `${url}/lti/keys`,
      origin: url,
    },
  });
  try {
    const [platform] = lms.registrations;
    if (!platform) throw new Error('The demo LMS has no client.');
    const server = await startServer(name, { port, url, dataDir, platform } satisfies LaunchSettings);
    return {
      ...server,
      url,
      lms,
      async close() {
        await server.close();
        await lms.close();
      },
    };
  } catch (error) {
    await lms.close();
    throw error;
  }
}
