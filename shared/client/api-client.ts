import { type ApiErrorBody, type ErrorCode, errorTexts } from '../api/errors.ts';
import type { BodyOf, OperationName, ParamsOf, ReplyOf } from '../api/operations.ts';
import { pathOf, routes } from '../api/routes.ts';

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
};

export type ApiClient = ReturnType<typeof createApiClient>;
type Input<Name extends OperationName> = {
  readonly params?: ParamsOf<Name>;
  readonly body?: BodyOf<Name>;
  readonly signal?: AbortSignal;
};

const offlineText = 'You are offline, or Countersign is not answering. Nothing is lost: try again in a moment.';

async function errorOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id');
  const body: Partial<ApiErrorBody> | null = await response.json().catch(() => null);
  const code = body?.code && Object.hasOwn(errorTexts, body.code) ? body.code : 'internal';
  return new ApiError(code, errorTexts[code].message, requestId, body?.details);
}

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
      throw new ApiError('offline', offlineText);
    }
    if (!response.ok) throw await errorOf(response);
    return response;
  };
}

/**
 * Calls the API of the tool; every call rejects with an ApiError, or with the signal's own reason when aborted.
 */
export function createApiClient(options: ApiClientOptions) {
  const send = createSender(options);
  const signalOf = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

  return {
    /** Calls an operation of shared/api/operations.ts. */
    async call<Name extends OperationName>(name: Name, input: Input<Name> = {}): Promise<ReplyOf<Name>> {
      const { method } = routes[name];
      const path = pathOf(name, (input.params ?? {}) as Record<string, string>);
      const body =
        method === 'GET'
          ? {}
          : { body: JSON.stringify(input.body ?? {}), headers: { 'content-type': 'application/json' } };
      const response = await send(path, { method, ...body, ...signalOf(input.signal) });
      try {
        return (await response.json()) as ReplyOf<Name>;
      } catch (error) {
        if (input.signal?.aborted) throw error;
        // A proxy's page in the middle, or a connection cut off half-way.
        throw new ApiError('internal', errorTexts.internal.message, response.headers.get('x-request-id'));
      }
    },
    /** The bytes of an attachment, for a preview or a download. */
    async attachment(params: { evidenceId: string; attachmentId: string }, signal?: AbortSignal): Promise<Blob> {
      return (await send(pathOf('attachment', params), { method: 'GET', ...signalOf(signal) })).blob();
    },
    /** Where a file is posted to; uploads go by XMLHttpRequest, the only way to see their progress. */
    uploadUrl: (evidenceId: string, fileName: string): string =>
      `${options.baseUrl}${pathOf('uploadAttachment', { evidenceId })}?name=${encodeURIComponent(fileName)}`,
    authorization: (): string => `Bearer ${options.token()}`,
  };
}
