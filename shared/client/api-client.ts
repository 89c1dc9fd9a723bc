import type { ApiErrorBody, ErrorCode } from '../api/errors.ts';
import type { BodyOf, OperationName, ParamsOf, ReplyOf } from '../api/operations.ts';
import { pathOf, routes } from '../api/routes.ts';
import { connectionTexts, errorTexts } from '../texts/errors.ts';
import { createActKeys } from './act-keys.ts';

/** The API said no, or could not be reached (`offline`). `message` is fit for the screen. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode | 'offline';
  readonly requestId: string | null;
  readonly details: unknown;
  constructor(code: ErrorCode | 'offline', message: string, requestId: string | null = null, details?: unknown) {
    super(message);
    this.code = code;
    this.requestId = requestId;
    this.details = details;
  }
}

export type ApiClientOptions = {
  /** Origin of the tool, without a trailing slash; empty for the page's own. */
  readonly baseUrl: string;
  /** The session token, asked for at each call, so that a new one is used at once. */
  readonly token: () => string;
  readonly fetch: typeof fetch;
  /** Waits before each new try of a call whose reply was lost, in milliseconds; none without. */
  readonly retries?: readonly number[];
};

export type ApiClient = ReturnType<typeof createApiClient>;
type Input<Name extends OperationName> = {
  readonly params?: ParamsOf<Name>;
  readonly body?: BodyOf<Name>;
  readonly signal?: AbortSignal;
  /** Names the act, for a caller that may send it again later; made up without. */
  readonly key?: string;
};
/** An answer and its name, by which to ask whether there is a newer one. */
export type Tagged<T> = { readonly value: T; readonly etag: string | null };

async function errorOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id');
  const body: Partial<ApiErrorBody> | null = await response.json().catch(() => null);
  const code = body?.code && Object.hasOwn(errorTexts, body.code) ? body.code : 'internal';
  return new ApiError(code, errorTexts[code], requestId, body?.details);
}

/** Whether a call may have been carried out though its reply never came. A page of a proxy in front counts as none. */
const mayBeDone = (error: unknown): boolean =>
  !(error instanceof ApiError) || ['offline', 'unavailable', 'internal', 'stillRunning'].includes(error.code);

/** Waits, or rejects with the signal's reason. */
const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Sends a request with the token; rejects with an ApiError, or with the signal's own reason when aborted. */
export function createSender(options: ApiClientOptions) {
  return async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${options.token()}`);
    let response: Response;
    try {
      response = await options.fetch(options.baseUrl + path, {
        ...init,
        headers,
        credentials: 'omit',
        cache: 'no-store',
      });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiError('offline', connectionTexts.lost);
    }
    if (!response.ok && response.status !== 304) throw await errorOf(response);
    return response;
  };
}

/**
 * Calls the API of the tool; every call rejects with an ApiError, or with the signal's own reason when aborted.
 */
export function createApiClient(options: ApiClientOptions) {
  const send = createSender(options);
  const signalOf = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

  const acts = createActKeys();

  const bodyOf = async <T>(response: Response, signal: AbortSignal | undefined): Promise<T> => {
    try {
      return (await response.json()) as T;
    } catch (error) {
      if (signal?.aborted) throw error;
      // A proxy's page in the middle, or a connection cut off half-way.
      throw new ApiError('internal', errorTexts.internal, response.headers.get('x-request-id'));
    }
  };
  /** Sends an act under one key until it is answered: what was done already is then not done again. */
  const write = async <T>(path: string, method: string, input: Input<OperationName>): Promise<T> => {
    const body = JSON.stringify(input.body ?? {});
    const act = acts.open(path, `${method} ${body}`, input.key);
    const headers = { 'content-type': 'application/json', 'idempotency-key': act.key };
    for (const wait of [...(options.retries ?? []), null]) {
      try {
        const response = await send(path, { method, body, headers, ...signalOf(input.signal) });
        const reply = await bodyOf<T>(response, input.signal);
        act.close();
        return reply;
      } catch (error) {
        if (!mayBeDone(error)) {
          act.close();
          throw error;
        }
        if (wait === null || input.signal?.aborted) throw error;
        await pause(wait, input.signal);
      }
    }
    throw new ApiError('offline', connectionTexts.lost);
  };

  return {
    /** Calls an operation of shared/api/operations.ts. */
    async call<Name extends OperationName>(name: Name, input: Input<Name> = {}): Promise<ReplyOf<Name>> {
      const { method } = routes[name];
      const path = pathOf(name, (input.params ?? {}) as Record<string, string>);
      if (method !== 'GET') return write(path, method, input);
      return bodyOf(await send(path, { method, ...signalOf(input.signal) }), input.signal);
    },
    /** Reads, unless the answer is still the one of that name: then null. */
    async look<Name extends OperationName>(
      name: Name,
      input: Input<Name>,
      etag: string | null,
    ): Promise<Tagged<ReplyOf<Name>> | null> {
      const path = pathOf(name, (input.params ?? {}) as Record<string, string>);
      const headers = etag === null ? {} : { 'if-none-match': etag };
      const response = await send(path, { method: 'GET', headers, ...signalOf(input.signal) });
      if (response.status === 304) return null;
      return { value: await bodyOf(response, input.signal), etag: response.headers.get('etag') };
    },
    /** The bytes of an attachment, for a preview or a download. */
    async attachment(params: { evidenceId: string; attachmentId: string }, signal?: AbortSignal): Promise<Blob> {
      return (await send(pathOf('attachment', params), { method: 'GET', ...signalOf(signal) })).blob();
    },
    /** Where the next part of a file is put; parts go by XMLHttpRequest, the only way to see their progress. */
    partUrl: (params: { evidenceId: string; uploadId: string }, offset: number): string =>
      `${options.baseUrl}${pathOf('uploadPart', params)}?offset=${offset}`,
    authorization: (): string => `Bearer ${options.token()}`,
  };
}
