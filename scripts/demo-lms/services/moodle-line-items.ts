import type { Lms } from '../lms.ts';
import { lineItemsOf, removeLineItem } from '../world/gradebook.ts';
import type { Course, LineItem } from '../world/world.ts';
import { matchesFilters, readLineItem } from './line-item-body.ts';
import { moodleRefusal } from './moodle-reply.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

const deploymentOf = (lms: Lms): string => lms.world.clients[0]?.deploymentIds[0] ?? '';

const shown = (lms: Lms, item: LineItem): Record<string, unknown> => ({
  id: lms.to.lineItem(item, deploymentOf(lms)),
  label: item.label,
  scoreMaximum: item.scoreMaximum,
  resourceId: item.resourceId,
  tag: item.tag,
  ...(item.activityId !== null && { resourceLinkId: item.activityId, ltiLinkId: item.activityId }),
});

/** Moodle's own paging header, wrong as it is: curly quotes, and "&amp;" in the addresses. */
function brokenLink(lms: Lms, course: Course, limit: number, from: number, total: number): string {
  const link = (start: number, rel: string): string =>
    `<${lms.to.lineItems(course, deploymentOf(lms))}&amp;limit=${limit}&amp;from=${start}>; rel=“${rel}”`;
  const next = from + limit < total ? [link(from + limit, 'next')] : [];
  return [link(0, 'first'), link(from, 'canonical'), ...next, link(total, 'last')].join(', ');
}

export function listMoodleLineItems(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const all = lineItemsOf(lms.world, course.id).filter((item) =>
    matchesFilters(call.query, item, item.activityId ?? undefined),
  );
  const limit = Number(call.query.get('limit') ?? 0);
  const from = Number(call.query.get('from') ?? 0);
  const page = limit > 0 ? all.slice(from, from + limit) : all;
  const body = page.map((item) => shown(lms, item));
  const reply = jsonReply(200, mediaTypes.lineItems, body);
  return limit > 0 ? { ...reply, headers: { link: brokenLink(lms, course, limit, from, all.length) } } : reply;
}

export function createMoodleLineItem(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const wanted = readLineItem(call.body);
  if (!wanted) return moodleRefusal(call, 400, 'No label or Score Maximum');
  const { label, scoreMaximum, resourceId, tag, resourceLinkId, sent } = wanted;
  const linked = lms.world.activities.some((one) => one.id === resourceLinkId && one.courseId === course.id);
  if (resourceLinkId !== null && !linked) return moodleRefusal(call, 403);
  const id = String(lms.world.nextLineItemId++);
  const clientId = call.grant?.clientId ?? '';
  const kind = { activityId: resourceLinkId, coupled: false, locked: false };
  const item: LineItem = { id, courseId: course.id, clientId, label, scoreMaximum, resourceId, tag, ...kind };
  lms.world.lineItems.push(item);
  lms.save();
  return jsonReply(201, mediaTypes.lineItem, { ...sent, id: lms.to.lineItem(item, deploymentOf(lms)) });
}

export const showMoodleLineItem = (lms: Lms, _call: ServiceCall, _course: Course, item: LineItem): ServiceReply =>
  jsonReply(200, mediaTypes.lineItem, shown(lms, item));

/** Renames the column too, even an activity's own. */
export function updateMoodleLineItem(lms: Lms, call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  const wanted = readLineItem(call.body);
  if (!wanted) return moodleRefusal(call, 400, 'No label or Score Maximum');
  const { label, scoreMaximum, resourceId, tag, sent } = wanted;
  Object.assign(item, { label, scoreMaximum, resourceId, tag });
  lms.save();
  return jsonReply(200, mediaTypes.lineItem, { ...sent, id: lms.to.lineItem(item, deploymentOf(lms)) });
}

export function deleteMoodleLineItem(lms: Lms, _call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  removeLineItem(lms.world, item.id);
  lms.save();
  return { status: 204, reason: 'OK', contentType: 'text/html; charset=utf-8', body: '' };
}
