import { type ErrorCode, errorTexts } from '../../../shared/api/errors.ts';
import type { EvidenceView } from '../../../shared/api/views.ts';
import { type ApiClient, ApiError } from '../../../shared/client/api-client.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';

/** Bytes in the largest file that the tool takes. */
export const largestFile = 100 * 1024 * 1024;

export type Upload = {
  readonly client: Pick<ApiClient, 'uploadUrl' | 'authorization'>;
  readonly evidenceId: EvidenceId;
  readonly file: File;
  /** Told the share that is sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
  readonly request?: () => XMLHttpRequest;
};

function failure(request: XMLHttpRequest): ApiError {
  let code: ErrorCode = request.status === 413 ? 'tooLarge' : 'internal';
  try {
    const body: { code?: string } = JSON.parse(request.responseText);
    if (body.code && body.code in errorTexts) code = body.code as ErrorCode;
  } catch {
    // A proxy in front of the tool answers in its own words: the status has to do.
  }
  return new ApiError(code, errorTexts[code].message, request.getResponseHeader('x-request-id'));
}

/**
 * Sends one file and answers with the evidence item that now holds it. XMLHttpRequest, since fetch cannot tell how much is sent.
 * Rejects with an ApiError, or with the signal's reason when called off.
 */
export function upload({ client, evidenceId, file, onProgress, signal, request: open }: Upload): Promise<EvidenceView> {
  if (file.size > largestFile) return Promise.reject(new ApiError('tooLarge', errorTexts.tooLarge.message));
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = open ? open() : new XMLHttpRequest();
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onabort = () => reject(signal.reason);
    request.onerror = () =>
      reject(new ApiError('offline', 'The connection was lost while this was sent. Try again in a moment.'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as EvidenceView);
      else reject(failure(request));
    };
    request.open('POST', client.uploadUrl(evidenceId, file.name));
    request.setRequestHeader('authorization', client.authorization());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}
