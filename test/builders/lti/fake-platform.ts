import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { decodeJwt, SignJWT } from 'jose';
import { type SigningKey, signingKey } from './signing-keys.ts';

export type Received = {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
};
export type Reply = (request: Received, response: ServerResponse) => void;

/** A small LTI platform on a real port: key set, token address, and whatever else a test puts at a path. */
export type FakePlatform = {
  readonly url: string;
  readonly registration: {
    readonly name: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly authenticationUrl: string;
    readonly tokenUrl: string;
    readonly jwksUrl: string;
    readonly deploymentIds: readonly string[];
  };
  readonly key: SigningKey;
  /** All requests so far, oldest first. */
  readonly received: readonly Received[];
  /** Requests for this path. */
  requestsFor(path: string): Received[];
  /** What the path (without query) answers from now on. */
  at(path: string, reply: Reply): void;
  /** Undefined takes a header parameter away. */
  sign(claims: object, header?: Record<string, string | undefined>, key?: SigningKey): Promise<string>;
  /** Forgets what was received and what was put at paths. */
  reset(): void;
  close(): Promise<void>;
};

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
export const hang: Reply = () => {};

async function read(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const { method = '', url = '', headers } = request;
  return { method, url, headers, body: Buffer.concat(parts).toString() };
}

export const tokenReply =
  (text: string): Reply =>
  (request, response) => {
    const { iss } = decodeJwt(new URLSearchParams(request.body).get('client_assertion') ?? '');
    const token = { access_token: `${text}-${iss}`, token_type: 'Bearer', expires_in: 3600, scope: 'all' };
    // As Moodle serves it.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(JSON.stringify(token));
  };

export async function startFakePlatform(): Promise<FakePlatform> {
  const key = await signingKey('platform-key-1');
  const received: Received[] = [];
  const replies = new Map<string, Reply>();
  const server = http.createServer(async (request, response) => {
    const whole = await read(request);
    received.push(whole);
    const [path = ''] = whole.url.split('?');
    const reply = replies.get(path) ?? json({ error: 'nothing here' }, 404);
    reply(whole, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const reset = () => {
    received.length = 0;
    replies.clear();
    replies.set('/jwks', json({ keys: [key.jwk] }));
    replies.set('/token', tokenReply('token'));
  };
  reset();
  return {
    url,
    registration: {
      name: 'College Moodle',
      issuer: 'https://moodle.example',
      clientId: 'moodle-client-id',
      authenticationUrl: `${url}/auth`,
      tokenUrl: `${url}/token`,
      jwksUrl: `${url}/jwks`,
      deploymentIds: [],
    },
    key,
    received,
    requestsFor: (path) => received.filter((request) => request.url.split('?')[0] === path),
    at: (path, reply) => void replies.set(path, reply),
    sign: (claims, header = {}, signer = key) => {
      const parameters = Object.entries({ typ: 'JWT', kid: signer.kid, ...header });
      const present = Object.fromEntries(
        parameters.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', ...present }).sign(signer.privateKey);
    },
    reset,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
