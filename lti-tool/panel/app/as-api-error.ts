import { ApiError } from '../../../shared/client/api-client.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';

/** Whatever was thrown as something a screen can show. What is no ApiError is our own fault, and kept in its details. */
export const asApiError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError('internal', errorTexts.internal, null, cause);
