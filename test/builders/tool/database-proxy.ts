import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = {
  /** The database's URL by way of the proxy. */
  readonly url: string;
  /** Cuts every connection, and listens no more until `restore`. */
  cut(): void;
  /** Listens again, at the same port. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

/** A wire to a database that can be cut. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const parts = /^mongodb:\/\/([^/]+)(\/.*)?$/.exec(databaseUrl);
  const host = decodeURIComponent(parts?.[1] ?? '');
  const open = () => {
    const [name = '', port = '27017'] = host.split(':');
    return host.startsWith('/') ? connect(host) : connect(Number(port), name);
  };
  const sockets = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = open();
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `mongodb://127.0.0.1:${port}${parts?.[2] ?? '/'}`,
    cut,
    async restore() {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      cut();
      await closed;
    },
  };
}
