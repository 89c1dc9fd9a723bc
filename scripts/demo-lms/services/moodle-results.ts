import type { Lms } from '../lms.ts';
import type { Course, LineItem } from '../world/world.ts';
import { resultsOf } from './results.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

const HTML_404 = '<!DOCTYPE html>\n<html lang="en"><head><title>Error | northfield</title></head></html>';

/** The results of a line item. With `limit` Moodle answers an HTML error page instead. */
export function listMoodleResults(lms: Lms, call: ServiceCall, _course: Course, item: LineItem): ServiceReply {
  if (call.query.has('limit')) return { status: 404, contentType: 'text/html; charset=utf-8', body: HTML_404 };
  const scoreOf = lms.to.lineItem(item, lms.world.clients[0]?.deploymentIds[0] ?? '');
  const [path, query] = scoreOf.split('?');
  const idFor = (sub: string): string => `${path}/results?${query}&user_id=${sub}`;
  return jsonReply(200, mediaTypes.results, resultsOf(lms, item, call.query.get('user_id'), scoreOf, idFor));
}
