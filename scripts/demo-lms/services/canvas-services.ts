import type { Lms } from '../lms.ts';
import type { Course, LineItem } from '../world/world.ts';
import {
  createCanvasLineItem,
  deleteCanvasLineItem,
  listCanvasLineItems,
  listCanvasResults,
  showCanvasLineItem,
  updateCanvasLineItem,
} from './canvas-line-items.ts';
import { listCanvasMembers } from './canvas-memberships.ts';
import { canvasRefusal } from './canvas-reply.ts';
import { postCanvasScore } from './canvas-score.ts';
import type { FailableService } from './failures.ts';
import type { ServiceCall, ServiceReply } from './service-call.ts';
import { scopes } from './vocabulary.ts';

type OnCourse = (lms: Lms, call: ServiceCall, course: Course) => ServiceReply;
type OnItem = (lms: Lms, call: ServiceCall, course: Course, item: LineItem) => ServiceReply;
interface Operation {
  service: FailableService;
  path: RegExp;
  method: string;
  scopes: string[];
  handle: { course: OnCourse } | { item: OnItem };
}

const editing = [scopes.lineItem];
const reading = [scopes.lineItem, scopes.lineItemRead];
const roster = { service: 'nrps', path: /^\/(?<course>\d+)\/names_and_roles$/ } as const;
const list = { service: 'lineitems', path: /^\/(?<course>\d+)\/line_items$/ } as const;
const one = { service: 'lineitems', path: /^\/(?<course>\d+)\/line_items\/(?<item>\d+)$/ } as const;
const results = { service: 'results', path: /^\/(?<course>\d+)\/line_items\/(?<item>\d+)\/results$/ } as const;
const scored = { service: 'scores', path: /^\/(?<course>\d+)\/line_items\/(?<item>\d+)\/scores$/ } as const;

const operations: Operation[] = [
  { ...roster, method: 'GET', scopes: [scopes.membership], handle: { course: listCanvasMembers } },
  { ...list, method: 'GET', scopes: reading, handle: { course: listCanvasLineItems } },
  { ...list, method: 'POST', scopes: editing, handle: { course: createCanvasLineItem } },
  { ...one, method: 'GET', scopes: reading, handle: { item: showCanvasLineItem } },
  { ...one, method: 'PUT', scopes: editing, handle: { item: updateCanvasLineItem } },
  { ...one, method: 'DELETE', scopes: editing, handle: { item: deleteCanvasLineItem } },
  { ...results, method: 'GET', scopes: [scopes.result], handle: { item: listCanvasResults } },
  { ...scored, method: 'POST', scopes: [scopes.score], handle: { item: postCanvasScore } },
];

/** The service a path belongs to, for the failure plans and the log; null for an unknown path. */
export const canvasServiceAt = (path: string): FailableService | null =>
  operations.find((operation) => operation.path.test(path))?.service ?? null;

/** Answers a call below `/api/lti/courses` as Canvas does; `call.path` is the part below it. */
export function answerCanvas(lms: Lms, call: ServiceCall): ServiceReply {
  const operation = operations.find((candidate) => candidate.method === call.method && candidate.path.test(call.path));
  const missing = canvasRefusal(404, 'not_found', 'The specified resource does not exist.');
  if (!operation) return missing;
  const { grant } = call;
  if (!grant) return canvasRefusal(401, 'unauthorized', 'Invalid access token');
  if (!operation.scopes.some((scope) => grant.scopes.includes(scope))) {
    return canvasRefusal(401, 'unauthorized', 'Insufficient permissions');
  }
  const ids = operation.path.exec(call.path)?.groups ?? {};
  const course = lms.world.courses.find((candidate) => candidate.id === ids.course);
  if (!course) return missing;
  if ('course' in operation.handle) return operation.handle.course(lms, call, course);
  const item = lms.world.lineItems.find((candidate) => candidate.id === ids.item && candidate.courseId === course.id);
  if (!item) return missing;
  if (item.clientId !== grant.clientId) {
    return canvasRefusal(401, 'unauthorized', 'Tool does not have permission to view line_item');
  }
  return operation.handle.item(lms, call, course, item);
}
