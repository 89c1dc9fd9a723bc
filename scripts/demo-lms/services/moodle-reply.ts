import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';

const PHRASES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

/** Moodle's JSON for a refused service call: the reason twice, and the request echoed. */
export function moodleRefusal(call: ServiceCall, status: number, reason = PHRASES[status] ?? ''): ServiceReply {
  const { method, accept, contentType } = call;
  const body = { status, reason, request: { method, url: `/mod/lti/services.php${call.url}`, accept, contentType } };
  return { ...jsonReply(status, 'application/json', body), reason: reason.trim() };
}

/** The refusal of a media type that is not the service's own; `application/json` is one. */
export function moodleWrongMediaType(call: ServiceCall): ServiceReply {
  const accept = call.method === 'GET' ? call.accept : '';
  return moodleRefusal(call, 400, `No handler found for ${call.path} ${accept} ${call.contentType}`);
}
