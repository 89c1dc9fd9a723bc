import type { Lms } from '../lms.ts';
import type { Course } from '../world/world.ts';
import { canvasRefusal } from './canvas-reply.ts';
import { rosterPage } from './memberships.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

const PAGE = 50;

/** The roster in pages; Canvas pages even when it is not asked to. */
export function listCanvasMembers(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const rlid = call.query.get('rlid');
  const link = lms.world.activities.find((one) => one.opaqueId === rlid && one.courseId === course.id) ?? null;
  if (rlid && !link) return canvasRefusal(404, 'not_found', 'The resource link does not exist');
  const limit = Number(call.query.get('limit') ?? PAGE);
  const number = Number(call.query.get('page') ?? 1);
  const role = call.query.get('role');
  const page = rosterPage(lms, course, { role, link, limit, from: (number - 1) * limit });
  const id = lms.to.memberships(course, '');
  const context = { id: course.opaqueId, label: course.label, title: course.title };
  const reply = jsonReply(200, mediaTypes.memberships, { id, context, members: page.members });
  if (page.next === null) return reply;
  const query = new URLSearchParams(call.query);
  query.set('limit', String(limit));
  query.set('page', String(number + 1));
  return { ...reply, headers: { link: `<${id}?${query}>; rel="next"` } };
}
