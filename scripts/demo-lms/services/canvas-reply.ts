import { jsonReply, type ServiceReply } from './service-call.ts';

/** Canvas's JSON for a refused service call. */
export const canvasRefusal = (status: number, type: string, message: string): ServiceReply =>
  jsonReply(status, 'application/json', { errors: { type, message } });
