import { platformFaultTexts as texts } from '../../shared/texts/publishing.ts';
import type { AccessTokens } from './access-tokens.ts';
import { type AddressPolicy, platformUrl } from './address-policy.ts';
import { linkTo } from './link-header.ts';
import type { LtijsTool, Platform } from './ltijs-tool.ts';
import { type Outbound, type OutboundAnswer, OutboundFault } from './outbound.ts';
import { type PlatformFault, retryAfterMs } from './platform-fault.ts';

type Party = { readonly issuer: string; readonly clientId: string };
export type ServiceCall = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly scopes: readonly string[];
  readonly signal: AbortSignal | undefined;
};
export type ServiceAnswer = OutboundAnswer & { readonly kind: 'answer' };

/** Authorised calls to platforms' services. Never throws for what a platform does. */
export type PlatformService = {
  call(party: Party, call: ServiceCall): Promise<ServiceAnswer | PlatformFault>;
  /** Reads all pages of a list, following `Link: rel="next"` on the same origin. */
  pages(party: Party, call: ServiceCall): Promise<unknown[] | PlatformFault>;
};

const timeoutMs = 10_000;
const maxBytes = 5 * 1_024 * 1_024;
const mostPages = 500;
/** Canvas tells of its rate limit by 403 and this header. */
const rateLimitHeader = 'x-ratelimit-remaining';
const isRateLimited = ({ status, headers }: OutboundAnswer) => {
  const remaining = headers['x-rate-limit-remaining'] ?? headers[rateLimitHeader];
  return status === 429 || (status === 403 && remaining !== undefined && Number(remaining) < 5);
};

const lastingReasons: Readonly<Record<number, string>> = texts.lasting;

/** What an answer other than success means; null where it is success. */
function faultIn(answer: OutboundAnswer, now: number): PlatformFault | null {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return null;
  const wait = retryAfterMs(headers['retry-after'], now);
  if (isRateLimited(answer))
    return {
      kind: 'fault',
      lasting: false,
      status,
      reason: texts.patience(status),
      retryAfterMs: wait,
    };
  if (status >= 500)
    return {
      kind: 'fault',
      lasting: false,
      status,
      reason: texts.failed(status),
      retryAfterMs: wait,
    };
  if (status === 408 || status === 425)
    return {
      kind: 'fault',
      lasting: false,
      status,
      reason: texts.slow(status),
      retryAfterMs: wait,
    };
  if (status >= 300 && status < 400) {
    const reason = texts.redirected(status);
    return { kind: 'fault', lasting: true, status, reason };
  }
  return {
    kind: 'fault',
    lasting: true,
    status,
    reason: lastingReasons[status] ?? texts.refused(status),
  };
}

const lasting = (reason: string, status: number | null = null): PlatformFault => ({
  kind: 'fault',
  lasting: true,
  status,
  reason,
});

export function createPlatformService(deps: {
  readonly tool: LtijsTool;
  readonly tokens: AccessTokens;
  readonly outbound: Outbound;
  readonly policy: AddressPolicy;
  readonly clock: { now(): number };
}): PlatformService {
  const { tool, tokens, outbound, policy, clock } = deps;

  type Attempt = { readonly answer: ServiceAnswer | PlatformFault; readonly renewed: boolean };

  async function attempt(platform: Platform, call: ServiceCall): Promise<Attempt> {
    const told = (answer: ServiceAnswer | PlatformFault, renewed = false): Attempt => ({ answer, renewed });
    const token = await tokens.get(platform, call.scopes);
    if (token.kind === 'fault') return told(token);
    try {
      const answer = await outbound.send({
        method: call.method,
        url: call.url,
        headers: { ...call.headers, authorization: `Bearer ${token.text}` },
        ...(call.body !== undefined && { body: call.body }),
        timeoutMs,
        maxBytes,
        signal: call.signal,
      });
      const fault = faultIn(answer, clock.now());
      if (answer.status === 401 && fault) return told(fault, await tokens.refused(platform, call.scopes, token.text));
      if (fault === null) tokens.accepted(platform, call.scopes, token.text);
      return told(fault ?? { kind: 'answer', ...answer });
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
      return told({ kind: 'fault', lasting: error.code === 'address', status: null, reason: error.message });
    }
  }

  async function call(party: Party, request: ServiceCall): Promise<ServiceAnswer | PlatformFault> {
    if (platformUrl(request.url, policy) === null) return lasting(texts.serviceNotPublic);
    const platform = await tool.platform(party.issuer, party.clientId);
    if (platform === null) return lasting(texts.disconnected);
    const first = await attempt(platform, request);
    // A token may have been withdrawn before its time: one more try with a new one.
    return first.renewed ? (await attempt(platform, request)).answer : first.answer;
  }

  return {
    call,
    async pages(party, request) {
      const bodies: unknown[] = [];
      const seen = new Set<string>();
      for (let url: string | null = request.url; url !== null; ) {
        if (seen.has(url) || seen.size === mostPages) return lasting(texts.endless);
        seen.add(url);
        const answer = await call(party, { ...request, url });
        if (answer.kind === 'fault') return answer;
        try {
          bodies.push(JSON.parse(answer.text));
        } catch {
          return lasting('The platform’s list could not be read.', answer.status);
        }
        const header = answer.headers.link;
        url = linkTo('next', Array.isArray(header) ? header.join(', ') : header, url);
        if (url !== null && new URL(url).origin !== new URL(request.url).origin)
          return lasting('The platform’s list goes on at another site, which is not followed.');
      }
      return bodies;
    },
  };
}
