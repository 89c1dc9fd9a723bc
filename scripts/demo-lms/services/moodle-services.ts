import type { Lms } from '../lms.ts';
import type { Course, LineItem } from '../world/world.ts';
import type { FailableService } from './failures.ts';
import {
  createMoodleLineItem,
  deleteMoodleLineItem,
  listMoodleLineItems,
  showMoodleLineItem,
  updateMoodleLineItem,
} from './moodle-line-items.ts';
import { listMoodleMembers } from './moodle-memberships.ts';
import { moodleRefusal, moodleWrongMediaType } from './moodle-reply.ts';
import { listMoodleResults } from './moodle-results.ts';
import { postMoodleScore } from './moodle-scores.ts';
import type { ServiceCall, ServiceReply } from './service-call.ts';
import { mediaTypes, scopes } from './vocabulary.ts';

type OnCourse = (lms: Lms, call: ServiceCall, course: Course) => ServiceReply;
type OnItem = (lms: Lms, call: ServiceCall, course: Course, item: LineItem) => ServiceReply;
interface Operation {
  service: FailableService;
  /** Named groups: `course`, and `item` or `binding`. */
  path: RegExp;
  method: string;
  /** The only type accepted: of the body when one is sent, else of the reply. */
  mediaType: string | null;
  scopes: string[];
  handle: { course: OnCourse } | { item: OnItem };
}

const editing = [scopes.lineItem];
const reading = [scopes.lineItem, scopes.lineItemRead];
const { lineItem, lineItems, score, results, memberships } = mediaTypes;

const list = { service: 'lineitems', path: /^\/(?<course>\d+)\/lineitems$/ } as const;
const one = { service: 'lineitems', path: /^\/(?<course>\d+)\/lineitems\/(?<item>\d+)\/lineitem$/ } as const;
const graded = (what: 'scores' | 'results') =>
  ({ service: what, path: new RegExp(`^/(?<course>\\d+)/lineitems/(?<item>\\d+)/lineitem/${what}$`) }) as const;
const roster = {
  service: 'nrps',
  path: /^\/CourseSection\/(?<course>\d+)\/bindings\/(?<binding>[^/]+)\/memberships$/,
} as const;

const operations: Operation[] = [
  { ...list, method: 'GET', mediaType: lineItems, scopes: reading, handle: { course: listMoodleLineItems } },
  { ...list, method: 'POST', mediaType: lineItem, scopes: editing, handle: { course: createMoodleLineItem } },
  { ...one, method: 'GET', mediaType: lineItem, scopes: reading, handle: { item: showMoodleLineItem } },
  { ...one, method: 'PUT', mediaType: lineItem, scopes: editing, handle: { item: updateMoodleLineItem } },
  { ...one, method: 'DELETE', mediaType: null, scopes: editing, handle: { item: deleteMoodleLineItem } },
  {
    ...graded('results'),
    method: 'GET',
    mediaType: results,
    scopes: [scopes.result],
    handle: { item: listMoodleResults },
  },
  { ...graded('scores'), method: 'POST', mediaType: score, scopes: [scopes.score], handle: { item: postMoodleScore } },
  {
    ...roster,
    method: 'GET',
    mediaType: memberships,
    scopes: [scopes.membership],
    handle: { course: listMoodleMembers },
  },
];

/** The service a path belongs to, for the failure plans and the log; null for an unknown path. */
export const moodleServiceAt = (path: string): FailableService | null =>
  operations.find((operation) => operation.path.test(path))?.service ?? null;

const essence = (header: string): string => header.split(';')[0]?.trim() ?? '';

function mediaTypeFits(call: ServiceCall, mediaType: string | null): boolean {
  if (mediaType === null) return true;
  if (call.method !== 'GET') return essence(call.contentType) === mediaType;
  return call.accept === '' || call.accept.split(',').some((type) => ['*/*', mediaType].includes(essence(type)));
}

/** Answers a call below `/mod/lti/services.php` as Moodle 4.5 does; `call.path` is the part below it. */
export function answerMoodle(lms: Lms, call: ServiceCall): ServiceReply {
  const here = operations.filter((candidate) => candidate.path.test(call.path));
  if (here.length === 0) return moodleWrongMediaType(call);
  const operation = here.find((candidate) => candidate.method === call.method);
  if (!operation) return moodleRefusal(call, 405);
  if (!mediaTypeFits(call, operation.mediaType)) return moodleWrongMediaType(call);

  const ids = operation.path.exec(call.path)?.groups ?? {};
  const client = lms.world.clients.find((candidate) => candidate.clientId === call.grant?.clientId);
  const binding = ids.binding ?? call.query.get('type_id');
  if (!client || !operation.scopes.some((scope) => call.grant?.scopes.includes(scope))) return moodleRefusal(call, 401);
  if (binding && !client.deploymentIds.includes(binding)) return moodleRefusal(call, 401);

  const course = lms.world.courses.find((candidate) => candidate.id === ids.course);
  if (!course) return moodleRefusal(call, 404, `Not Found: Course ${ids.course} doesn't exist`);
  if ('course' in operation.handle) return operation.handle.course(lms, call, course);
  const item = lms.world.lineItems.find((candidate) => candidate.id === ids.item && candidate.courseId === course.id);
  if (!item) return moodleRefusal(call, 404, `Not Found: Grade item ${ids.item} doesn't exist`);
  return operation.handle.item(lms, call, course, item);
}
