import type { Grant } from './access-tokens.ts';

/** A request to one of the LMS's services, without the web framework around it. */
export interface ServiceCall {
  method: string;
  path: string;
  /** Path and query, as Moodle repeats it in its errors. */
  url: string;
  query: URLSearchParams;
  accept: string;
  contentType: string;
  body: string;
  /** What the bearer token allows; null without a living one. */
  grant: Grant | null;
}

export interface ServiceReply {
  status: number;
  /** Reason phrase, where the platform is chatty in it. */
  reason?: string;
  contentType: string;
  body: string;
  headers?: Record<string, string>;
}

/** A JSON reply of a media type. */
export const jsonReply = (status: number, mediaType: string, body: unknown): ServiceReply => ({
  status,
  contentType: `${mediaType}; charset=utf-8`,
  body: JSON.stringify(body),
});
