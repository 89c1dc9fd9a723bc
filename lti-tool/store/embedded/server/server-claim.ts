import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError } from '../command-error.ts';
import { EmbeddedDatabaseError } from '../embedded-database-error.ts';
import { type CommandRunner, serveConnection } from '../wire/connection.ts';
import { type Endpoint, endpointsIn, listen, removeEndpoint, type Transport } from './endpoint.ts';
import { probe } from './probe.ts';

const ATTEMPTS = 20;
const MAX_PAUSE_MS = 100;

/** The right to serve a data directory, which one process has at a time.
 *
 * The right is a listening socket, so it ends with the process, however that ends. Every claimant first listens under
 * a name that nobody had before and only then looks for others. Of two that come at once at least one sees the other
 * and withdraws, so never do both go on; what a killed process left behind is refused by the system and removed. */
export class ServerClaim {
  readonly endpoint: Endpoint;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #runnerFor: (connectionId: number) => CommandRunner;
  #connections = 0;

  /** Throws EmbeddedDatabaseError: `alreadyRunning`, `unusable`. */
  static async take(directory: string, transport: Transport): Promise<ServerClaim> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const claim = await ServerClaim.#listening(directory, transport);
      const others = endpointsIn(directory).filter(({ file }) => file !== claim.endpoint.file);
      const states = await Promise.all(others.map(probe));
      for (const [i, other] of others.entries()) if (states[i] === 'ended') removeEndpoint(other);
      if (states.every((state) => state === 'ended')) return claim;
      await claim.release();
      if (states.includes('running')) break;
      await delay(Math.random() * MAX_PAUSE_MS); // another is starting: let one of us be first
    }
    throw new EmbeddedDatabaseError(
      'alreadyRunning',
      `Another process is using the data directory ${directory}. Stop it first, or set DATABASE_URL to a MongoDB ` +
        'server: the embedded database is for one process.',
    );
  }

  static async #listening(directory: string, transport: Transport): Promise<ServerClaim> {
    const server = createServer();
    const endpoint = await listen(server, directory, transport);
    return new ServerClaim(server, endpoint);
  }

  private constructor(server: Server, endpoint: Endpoint) {
    this.#server = server;
    this.endpoint = endpoint;
    this.#runnerFor = () => async () => {
      throw new CommandError(1, 'The server is starting', { serverId: endpoint.serverId });
    };
    server.on('connection', (socket) => this.#accept(socket));
  }

  /** From now on commands are carried out; each connection has a runner of its own. Who came too early is sent off. */
  serve(runnerFor: (connectionId: number) => CommandRunner): void {
    this.disconnect();
    this.#runnerFor = runnerFor;
  }

  /** Ends all connections. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Gives the right up, ending all connections. */
  async release(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.disconnect();
    await closed;
    removeEndpoint(this.endpoint);
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    const run = this.#runnerFor(++this.#connections);
    void serveConnection(socket, run);
  }
}
