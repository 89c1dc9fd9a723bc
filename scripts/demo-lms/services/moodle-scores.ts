import type { Lms } from '../lms.ts';
import type { Course, LineItem } from '../world/world.ts';
import { applyMoodleScore } from './moodle-score.ts';
import { readScore } from './score-body.ts';
import type { ServiceCall, ServiceReply } from './service-call.ts';
import { mediaTypes } from './vocabulary.ts';

/** Takes a score. What goes wrong is told in the reason phrase, the posted body included. */
export function postMoodleScore(lms: Lms, call: ServiceCall, course: Course, item: LineItem): ServiceReply {
  const reply = (status: number, reason: string, body: string): ServiceReply => ({
    status,
    reason,
    contentType: `${mediaTypes.score}; charset=utf-8`,
    body,
  });
  switch (applyMoodleScore(lms.world, course, item, call.body, lms.now())) {
    case 'malformed':
      return reply(400, `Incorrect score received${call.body}`, '[]');
    case 'earlier': {
      const user = readScore(call.body)?.userId ?? '';
      return reply(409, `Refusing score with an earlier timestamp for item ${item.id} and user ${user}`, '[]');
    }
    case 'locked':
      return reply(500, 'Internal Server Error', '[]');
    case 'stored':
      lms.save();
      return reply(200, 'OK', '');
  }
}
