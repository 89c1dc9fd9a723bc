import type { Lms } from '../lms.ts';
import { findGrade, gradeOf } from '../world/gradebook.ts';
import { type Course, type LineItem, learnerOf } from '../world/world.ts';
import { canvasRefusal } from './canvas-reply.ts';
import { readScore, rescale } from './score-body.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';

function keepsPersonsGrade(body: string): boolean {
  const extension: unknown = Object(JSON.parse(body))[SUBMISSION];
  return Object(extension).prioritize_non_tool_grade === true;
}

/**
 * Takes a score as Canvas's documentation says: NotReady, Failed and Pending are ignored, PendingManual asks a person
 * to grade, FullyGraded counts. The tool's score replaces a teacher's unless it asks not to. Timestamps count in
 * milliseconds. https://developerdocs.instructure.com/services/canvas/resources/score
 */
export function postCanvasScore(lms: Lms, call: ServiceCall, course: Course, item: LineItem): ServiceReply {
  const score = readScore(call.body);
  if (!score) return canvasRefusal(400, 'bad_request', 'The score is missing a field, or a field is malformed');
  const learner = learnerOf(lms.world, course, (person) => person.opaqueId === score.userId);
  if (!learner) return canvasRefusal(422, 'unprocessable_entity', 'User not found in course or is not a student');
  const before = findGrade(lms.world, item.id, learner.id);
  if (before?.modifiedAt != null && score.timestamp < before.modifiedAt) {
    return canvasRefusal(409, 'conflict', 'A result with a later timestamp exists');
  }
  if (score.graded || score.gradingProgress === 'PendingManual') {
    const grade = gradeOf(lms.world, item.id, learner.id);
    grade.needsGrading = !score.graded;
    if (!(grade.overridden && keepsPersonsGrade(call.body))) {
      grade.raw = score.given === null ? null : rescale(score.given, score.maximum, item.scoreMaximum);
      grade.final = score.graded ? grade.raw : grade.final;
      grade.comment = score.comment ?? grade.comment;
      grade.overridden = false;
      grade.modifiedAt = score.timestamp;
    }
    lms.save();
  }
  const resultUrl = `${lms.to.lineItem(item, '')}/results/${learner.id}`;
  return jsonReply(200, 'application/json', { resultUrl });
}
