import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export type RoundRobinProxy = {
  readonly port: number;
  /** Where the tools listen, from now on. */
  forwardTo(ports: readonly number[]): void;
  close(): Promise<void>;
};

const rounds = 100;
const betweenRounds = 100;

/**
 * A load balancer as there is in front of several tools: each request goes to the next one, and to another where
 * nobody listens. A request that a tool may have seen is never sent twice: it gets a 502.
 */
export async function startRoundRobinProxy(): Promise<RoundRobinProxy> {
  let targets: readonly number[] = [];
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    for (let attempt = 0; attempt < rounds; attempt += 1) {
      const port = targets[next % targets.length] ?? 0;
      next += 1;
      if ((await forward(port, incoming, body, outgoing)) === 'done') return;
      if (attempt % targets.length === targets.length - 1) await pause(betweenRounds);
    }
    outgoing.writeHead(503).end();
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    forwardTo(ports) {
      targets = ports;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function forward(
  port: number,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<'done' | 'nobody there'> {
  return new Promise((resolve) => {
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
      outgoing.once('close', () => resolve('done'));
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve('nobody there');
      else if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end(() => resolve('done'));
    });
    onward.end(body);
  });
}
