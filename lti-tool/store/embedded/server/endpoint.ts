import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, NetConnectOpts, Server } from 'node:net';
import { join } from 'node:path';
import { shortPathTo, unusable } from './data-directory.ts';

/** How clients reach the server: a socket file, or (where there are none, on Windows) a port of this machine. */
export type Transport = 'socket' | 'loopback';

/** Where a server can be reached, as its file in the data directory says. */
export interface Endpoint {
  /** The random name by which the server tells itself from any other. */
  readonly serverId: string;
  readonly file: string;
  readonly connect: NetConnectOpts;
  readonly url: string;
}

/** What the smallest of the systems allows for a socket's path: macOS. */
const MAX_SOCKET_PATH = 103;
const LOOPBACK = '127.0.0.1';
const FILE_NAME = /^server-([0-9a-f]{16})\.(sock|port)$/;

/** Makes the server listen at a new endpoint, which no server had before it. Its file gets its name only when the
 * server listens: who finds an endpoint that refuses connections knows that its server has ended. */
export async function listen(server: Server, directory: string, transport: Transport): Promise<Endpoint> {
  const serverId = randomBytes(8).toString('hex');
  const unnamed = `.bound-${serverId}`;
  const draft = join(directory, unnamed);
  try {
    if (transport === 'socket') {
      const endpoint = socketEndpoint(directory, serverId);
      await listening(server, { path: shortPathTo(directory, unnamed, MAX_SOCKET_PATH) });
      chmodSync(draft, 0o600);
      renameSync(draft, endpoint.file);
      return endpoint;
    }
    await listening(server, { host: LOOPBACK, port: 0 });
    const { port } = server.address() as AddressInfo;
    const endpoint = loopbackEndpoint(directory, serverId, port);
    writeFileSync(draft, String(port), { mode: 0o600 });
    renameSync(draft, endpoint.file);
    return endpoint;
  } catch (error) {
    server.close();
    throw unusable(directory, error);
  }
}

function listening(server: Server, options: { path?: string; host?: string; port?: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Every endpoint that a server has left in the data directory, be it running or not. */
export function endpointsIn(directory: string): Endpoint[] {
  return fileNames(directory).flatMap((name) => {
    const [, serverId, kind] = FILE_NAME.exec(name) ?? [];
    if (!serverId) return [];
    return kind === 'sock' ? [socketEndpoint(directory, serverId)] : readLoopbackEndpoint(directory, serverId);
  });
}

function fileNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    throw unusable(directory, error);
  }
}

/** Removes the file of a server that has ended. Its name is never used again. */
export function removeEndpoint({ file }: Endpoint): void {
  rmSync(file, { force: true });
}

function socketEndpoint(directory: string, serverId: string): Endpoint {
  const name = `server-${serverId}.sock`;
  const path = shortPathTo(directory, name, MAX_SOCKET_PATH);
  return { serverId, file: join(directory, name), connect: { path }, url: urlOf(encodeURIComponent(path)) };
}

function loopbackEndpoint(directory: string, serverId: string, port: number): Endpoint {
  const file = join(directory, `server-${serverId}.port`);
  return { serverId, file, connect: { host: LOOPBACK, port }, url: urlOf(`${LOOPBACK}:${port}`) };
}

function readLoopbackEndpoint(directory: string, serverId: string): Endpoint[] {
  try {
    const port = Number(readFileSync(join(directory, `server-${serverId}.port`), 'utf8'));
    return Number.isInteger(port) && port > 0 ? [loopbackEndpoint(directory, serverId, port)] : [];
  } catch {
    return []; // it ended just now
  }
}

function urlOf(host: string): string {
  return `mongodb://${host}/countersign?directConnection=true&retryWrites=false`;
}
