import type { Lms } from '../lms.ts';
import type { Course } from '../world/world.ts';
import { rosterPage } from './memberships.ts';
import { moodleRefusal } from './moodle-reply.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

/** The roster, in pages when `limit` is given, with each member's outcome handle when `rlid` is. */
export function listMoodleMembers(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const rlid = call.query.get('rlid');
  const link = lms.world.activities.find((one) => one.id === rlid && one.courseId === course.id) ?? null;
  if (rlid && !link) return moodleRefusal(call, 404, `Not Found: LTI link ${rlid} doesn't exist`);
  const limit = Number(call.query.get('limit') ?? 0);
  const role = call.query.get('role');
  const page = rosterPage(lms, course, { role, link, limit, from: Number(call.query.get('from') ?? 0) });
  const id = lms.to.memberships(course, lms.world.clients[0]?.deploymentIds[0] ?? '');
  const context = { id: course.id, label: course.label, title: course.title };
  const reply = jsonReply(200, mediaTypes.memberships, { id, context, members: page.members });
  if (page.next === null) return reply;
  const query = new URLSearchParams({ limit: String(limit), from: String(page.next) });
  if (role) query.set('role', role);
  if (rlid) query.set('rlid', rlid);
  return { ...reply, headers: { link: `<${id}?${query}>; rel="next"` } };
}
