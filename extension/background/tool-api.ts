import type { z } from 'zod';
import type { ApiErrorBody } from '../../shared/api/errors.ts';
import {
  type ExtensionOperationName,
  type ExtensionReply,
  extensionOperations,
} from '../../shared/api/extension-operations.ts';
import { extensionRoutes } from '../../shared/api/extension-routes.ts';
import { errorTexts } from '../../shared/texts/errors.ts';

export type ToolAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly tag: string | null }
  /** What was known under the tag is still so. */
  | { readonly kind: 'unchanged' }
  /** The token is unknown to the tool, expired or revoked. */
  | { readonly kind: 'lost' }
  /** No network, no tool, or too busy; not before `retryAfterMs` where given. */
  | { readonly kind: 'away'; readonly retryAfterMs: number | null }
  /** A "no" with the tool's reason. */
  | { readonly kind: 'refused'; readonly code: string; readonly text: string };

export type ToolCall = {
  readonly toolUrl: string;
  readonly token: string | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly tag?: string | null;
};
export type ToolApi = <Name extends ExtensionOperationName>(
  name: Name,
  call: ToolCall,
) => Promise<ToolAnswer<ExtensionReply<Name>>>;

const answerWithin = 15_000;
const away = { kind: 'away', retryAfterMs: null } as const;

function addressOf(name: ExtensionOperationName, { toolUrl, params = {} }: ToolCall): string {
  const path = extensionRoutes[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  return toolUrl + path;
}

const waitAsked = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
};

/** Calls the tool with the extension's token: to that origin only, without cookies, never through a redirect. */
export const createToolApi =
  (fetch: typeof globalThis.fetch): ToolApi =>
  async <Name extends ExtensionOperationName>(name: Name, call: ToolCall) => {
    const { method } = extensionRoutes[name];
    const headers: Record<string, string> = {
      ...(call.token === null ? {} : { authorization: `Bearer ${call.token}` }),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(call.tag ? { 'if-none-match': call.tag } : {}),
    };
    try {
      const response = await fetch(addressOf(name, call), {
        method,
        headers,
        ...(method === 'POST' ? { body: JSON.stringify(call.body ?? {}) } : {}),
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(answerWithin),
      });
      if (response.status === 304) return { kind: 'unchanged' };
      if (response.status === 429 || response.status >= 500) return { kind: 'away', retryAfterMs: waitAsked(response) };
      if (!response.ok) return refusal((await response.json()) as Partial<ApiErrorBody>);
      const schema: z.ZodType = extensionOperations[name].reply;
      const value = schema.parse(await response.json()) as ExtensionReply<Name>;
      return { kind: 'ok', value, tag: response.headers.get('etag') };
    } catch {
      // No network, a time-out, or an answer that is not this tool's.
      return away;
    }
  };

function refusal({ code }: Partial<ApiErrorBody>) {
  if (code === 'pairingEnded') return { kind: 'lost' } as const;
  const known = code !== undefined && Object.hasOwn(errorTexts, code) ? code : 'internal';
  return { kind: 'refused', code: known, text: errorTexts[known] } as const;
}
