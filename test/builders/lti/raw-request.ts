import http from 'node:http';

export type RawAnswer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
};

/** A request exactly as given: any method, any path text, no redirects followed. */
export function rawRequest(
  base: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const { method = 'GET', headers = {}, body } = options;
    const request = http.request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() });
        request.destroy();
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };
export const postForm = (
  base: string,
  path: string,
  form: string | URLSearchParams,
  headers: Record<string, string> = {},
) => rawRequest(base, path, { method: 'POST', headers: { ...formHeaders, ...headers }, body: String(form) });
