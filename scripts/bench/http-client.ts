import http from 'node:http';

export type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string };
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
};

/** A client that keeps its connections, so that servers are not measured by opening them. */
export type HttpClient = { send(request: Sent): Promise<Answer>; close(): void };

const answerTime = 20_000;

export function createHttpClient(): HttpClient {
  const agent = new http.Agent({ keepAlive: true });
  return {
    send: ({ method, url, headers = {}, form }) =>
      new Promise((resolve, reject) => {
        const body = form === undefined ? undefined : new URLSearchParams(form).toString();
        const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const signal = AbortSignal.timeout(answerTime);
        const request = http.request(url, { method, agent, signal, headers: { ...headers, ...type, ...length } });
        request.once('error', reject);
        request.once('response', (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(pieces).toString(),
            }),
          );
        });
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}
