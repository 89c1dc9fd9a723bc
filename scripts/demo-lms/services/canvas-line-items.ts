import type { Lms } from '../lms.ts';
import { lineItemsOf, removeLineItem } from '../world/gradebook.ts';
import type { Course, LineItem } from '../world/world.ts';
import { canvasRefusal } from './canvas-reply.ts';
import { matchesFilters, readLineItem } from './line-item-body.ts';
import { resultsOf } from './results.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

const linkIdOf = (lms: Lms, item: LineItem): string | undefined =>
  lms.world.activities.find((activity) => activity.id === item.activityId)?.opaqueId;

const shown = (lms: Lms, item: LineItem): Record<string, unknown> => ({
  id: lms.to.lineItem(item, ''),
  scoreMaximum: item.scoreMaximum,
  label: item.label,
  ...(item.tag !== '' && { tag: item.tag }),
  ...(item.resourceId !== '' && { resourceId: item.resourceId }),
  ...(item.activityId !== null && { resourceLinkId: linkIdOf(lms, item) }),
});

const incomplete = (): ServiceReply =>
  canvasRefusal(422, 'unprocessable_entity', 'label and scoreMaximum are required');

/** The line items that belong to the asking developer key. */
export function listCanvasLineItems(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const found = lineItemsOf(lms.world, course.id)
    .filter((item) => item.clientId === call.grant?.clientId)
    .filter((item) => matchesFilters(call.query, item, linkIdOf(lms, item)));
  const body = found.map((item) => shown(lms, item));
  return jsonReply(200, mediaTypes.lineItems, body);
}

export function createCanvasLineItem(lms: Lms, call: ServiceCall, course: Course): ServiceReply {
  const wanted = readLineItem(call.body);
  if (!wanted) return incomplete();
  const { label, scoreMaximum, resourceId, tag, resourceLinkId } = wanted;
  const activity = lms.world.activities.find((one) => one.opaqueId === resourceLinkId && one.courseId === course.id);
  if (resourceLinkId !== null && !activity) return canvasRefusal(404, 'not_found', 'The resource link does not exist');
  const id = String(lms.world.nextLineItemId++);
  const clientId = call.grant?.clientId ?? '';
  const kind = { activityId: activity?.id ?? null, coupled: false, locked: false };
  const item: LineItem = { id, courseId: course.id, clientId, label, scoreMaximum, resourceId, tag, ...kind };
  lms.world.lineItems.push(item);
  lms.save();
  return jsonReply(201, mediaTypes.lineItem, shown(lms, item));
}

export const showCanvasLineItem = (lms: Lms, _call: ServiceCall, _course: Course, item: LineItem): ServiceReply =>
  jsonReply(200, mediaTypes.lineItem, shown(lms, item));

export function updateCanvasLineItem(lms: Lms, call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  const wanted = readLineItem(call.body);
  if (!wanted) return incomplete();
  const { label, scoreMaximum, resourceId, tag } = wanted;
  Object.assign(item, { label, scoreMaximum, resourceId, tag });
  lms.save();
  return jsonReply(200, mediaTypes.lineItem, shown(lms, item));
}

export function deleteCanvasLineItem(lms: Lms, _call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  removeLineItem(lms.world, item.id);
  lms.save();
  return { status: 204, contentType: mediaTypes.lineItem, body: '' };
}

export function listCanvasResults(lms: Lms, call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  const scoreOf = lms.to.lineItem(item, '');
  const idFor = (sub: string): string => {
    const person = lms.world.people.find((candidate) => candidate.opaqueId === sub);
    return `${scoreOf}/results/${person?.id ?? sub}`;
  };
  return jsonReply(200, mediaTypes.results, resultsOf(lms, item, call.query.get('user_id'), scoreOf, idFor));
}
