import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const headerTime = 10_000;
/** Uploads may take this long as a whole; everything else is cut off sooner by its own deadline. */
const longestRequest = 15 * 60_000;

/** The address is taken, or not allowed; `setting` names what to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Starts to listen, with limits against slow and huge requests.
 * @throws ListenError in words fit for the terminal
 */
export async function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: headerTime,
      requestTimeout: longestRequest,
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16_384,
      keepAliveTimeout: 5_000,
    },
    handler,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host, 'PORT')));
    server.listen(port, host, resolve);
  });
  return server;
}

/** What to do about a port that cannot be listened on; any other error comes back as it is. */
export function listenError(error: NodeJS.ErrnoException, port: number, host: string, setting: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is taken by another program. Set ${setting} to a free port, for example: ${setting}=${port + 10} npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new ListenError(`Port ${port} is not allowed for this user. Set ${setting} to a port over 1024.`);
  if (error.code === 'EADDRNOTAVAIL')
    return new ListenError(`This machine has no address ${host}. Set HOST to one that it has.`);
  return error;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Stops taking requests and waits a little for those under way. */
export async function stop(server: Server, grace = 5_000): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  server.closeIdleConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}
