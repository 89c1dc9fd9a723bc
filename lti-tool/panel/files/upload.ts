import type { ErrorCode } from '../../../shared/api/errors.ts';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { UploadView } from '../../../shared/api/work-views.ts';
import { type ApiClient, ApiError } from '../../../shared/client/api-client.ts';
import type { EvidenceId, UploadId } from '../../../shared/domain/ids.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';
import { filesTexts } from '../../../shared/texts/evidence.ts';

/** Bytes in the largest file that the tool takes. */
export const largestFile = 100 * 1024 * 1024;

/** What is remembered of a file between two tries, so that the second goes on where the first stopped. */
export type UploadMemory = { uploadId: UploadId | null };

export type Upload = {
  readonly client: Pick<ApiClient, 'call' | 'partUrl' | 'authorization'>;
  readonly evidenceId: EvidenceId;
  readonly file: File;
  readonly memory: UploadMemory;
  /** Told the share that is sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
  readonly request?: () => XMLHttpRequest;
};

/**
 * Sends one file part by part and answers with the evidence item that now holds it. After a lost connection it asks the
 * tool how far it came, and goes on from there. Rejects with an ApiError, or with the signal's reason when called off.
 */
export async function upload(sending: Upload): Promise<EvidenceView> {
  const { client, evidenceId, file, memory, signal, onProgress } = sending;
  if (file.size > largestFile) throw new ApiError('tooLarge', errorTexts.tooLarge);
  let state = await begin(sending);
  const params = { evidenceId, uploadId: state.id };
  memory.uploadId = state.id;
  while (state.offset < file.size) {
    onProgress(state.offset / file.size);
    try {
      state = await putPart(sending, state);
    } catch (error) {
      // A part whose reply was lost arrived all the same, perhaps.
      if (!(error instanceof ApiError && error.code === 'offsetMismatch')) throw error;
      state = await client.call('upload', { params, signal });
    }
  }
  onProgress(1);
  const evidence = await client.call('finishUpload', { params, signal });
  memory.uploadId = null;
  return evidence;
}

/** Tells the tool that a file is not wanted any more; where that does not arrive, it forgets the file in a day. */
export const callOff =
  ({ client, evidenceId }: Pick<Upload, 'client' | 'evidenceId'>) =>
  ({ uploadId }: UploadMemory): void => {
    if (uploadId !== null) client.call('cancelUpload', { params: { evidenceId, uploadId } }).catch(() => {});
  };

/** A new upload, or how far the one from before came; one that expired begins anew. */
async function begin({ client, evidenceId, file, memory, signal }: Upload): Promise<UploadView> {
  if (memory.uploadId !== null) {
    const params = { evidenceId, uploadId: memory.uploadId };
    const known = await client.call('upload', { params, signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'notFound') return null;
      throw error;
    });
    if (known) return known;
  }
  // By these the tool knows a file that was chosen again after the page was reloaded.
  const body = { name: file.name.slice(0, 200), size: file.size, modifiedAt: file.lastModified };
  return client.call('startUpload', { params: { evidenceId }, body, signal });
}

function failure(request: XMLHttpRequest): ApiError {
  let code: ErrorCode = request.status === 413 ? 'tooLarge' : 'internal';
  let details: unknown;
  try {
    const body: { code?: string; details?: unknown } = JSON.parse(request.responseText);
    if (body.code && Object.hasOwn(errorTexts, body.code)) code = body.code as ErrorCode;
    details = body.details;
  } catch {
    // A proxy in front of the tool answers in its own words: the status has to do.
  }
  return new ApiError(code, errorTexts[code], request.getResponseHeader('x-request-id'), details);
}

/** Puts one part. XMLHttpRequest, since fetch cannot tell how much is sent. */
function putPart({ client, evidenceId, file, onProgress, signal, request: open }: Upload, state: UploadView) {
  const { id, offset, partSize } = state;
  return new Promise<UploadView>((resolve, reject) => {
    signal.throwIfAborted();
    const request = open ? open() : new XMLHttpRequest();
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.onprogress = (event) => onProgress(Math.min(1, (offset + event.loaded) / file.size));
    request.onabort = () => reject(signal.reason);
    request.onerror = () => reject(new ApiError('offline', filesTexts.connectionLost));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as UploadView);
      else reject(failure(request));
    };
    request.open('PUT', client.partUrl({ evidenceId, uploadId: id }, offset));
    request.setRequestHeader('authorization', client.authorization());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file.slice(offset, offset + partSize));
  });
}
