import { lookup } from 'node:dns';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { platformFaultTexts as texts } from '../../shared/texts/publishing.ts';
import { type AddressPolicy, isPublicIp, platformUrl } from './address-policy.ts';

export type OutboundRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, the body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
};
export type OutboundAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** Calls to platforms. Redirects are never followed: a 3xx comes back as it is. */
export type Outbound = {
  /** @throws OutboundFault where no whole answer came. */
  send(request: OutboundRequest): Promise<OutboundAnswer>;
  close(): void;
};

export type OutboundFaultCode = 'address' | 'timeout' | 'network' | 'tooLarge';
/** No usable answer; the message is in plain words and holds no secret. */
export class OutboundFault extends Error {
  override readonly name = 'OutboundFault';
  readonly code: OutboundFaultCode;
  constructor(code: OutboundFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Long Link headers are real: a page address can hold a whole roster filter. */
const maxHeaderBytes = 256 * 1_024;

/** Checks each resolved address at the moment of connecting, so a name cannot change its mind in between. */
export const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '');
    const [first, ...rest] = found.filter(({ address }) => isPublicIp(address));
    if (first === undefined) return done(new OutboundFault('address', texts.privateAddress), '');
    return options.all ? done(null, [first, ...rest]) : done(null, first.address, first.family);
  });

/** An HTTP client for platforms' addresses, under the address policy, with hard limits on time and size. */
export function createOutbound(policy: AddressPolicy): Outbound {
  const settings = { keepAlive: true, maxSockets: 32, ...(policy.allowLocal ? {} : { lookup: publicLookup }) };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };

  function exchange(url: URL, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const secure = url.protocol === 'https:';
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    return new Promise((resolve, reject) => {
      const call = (secure ? https : http).request(url, {
        method: request.method,
        agent: agents[secure ? 'https:' : 'http:'],
        maxHeaderSize: maxHeaderBytes,
        headers: {
          'user-agent': 'Countersign',
          ...request.headers,
          ...(body && { 'content-length': String(body.length) }),
        },
        signal,
      });
      call.on('error', reject);
      call.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('error', reject);
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > request.maxBytes) {
            reject(new OutboundFault('tooLarge', texts.tooLarge));
            call.destroy();
          }
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      call.end(body);
    });
  }

  return {
    async send(request) {
      const url = platformUrl(request.url, policy);
      if (url === null) throw new OutboundFault('address', texts.notPublic);
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
      try {
        return await exchange(url, request, signal);
      } catch (error) {
        if (error instanceof OutboundFault) throw error;
        if (deadline.aborted) throw new OutboundFault('timeout', texts.timeout, error);
        throw new OutboundFault('network', texts.unreachable, error);
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
