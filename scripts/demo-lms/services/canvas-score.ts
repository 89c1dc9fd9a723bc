import type { Lms } from '../lms.ts';
import { findGrade, gradeOf } from '../world/gradebook.ts';
import { type Course, type LineItem, learnerOf, type Submission } from '../world/world.ts';
import { canvasRefusal } from './canvas-reply.ts';
import { readScore, rescale } from './score-body.ts';
import { jsonReply, type ServiceCall, type ServiceReply } from './service-call.ts';

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';

const extensionOf = (body: string): Record<string, unknown> => Object(Object(JSON.parse(body))[SUBMISSION]);

const keepsPersonsGrade = (body: string): boolean => extensionOf(body).prioritize_non_tool_grade === true;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Every score is one more attempt, unless the tool says that it is not. */
function submitted(before: Submission | null, body: string): Submission | null {
  const said = extensionOf(body);
  const type = textOrNull(said.submission_type) ?? 'external_tool';
  if (!(said.new_submission ?? type !== 'none')) return before;
  const address = textOrNull(said.submission_data);
  return { attempt: (before?.attempt ?? 0) + 1, type, address, at: textOrNull(said.submitted_at) };
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
    grade.submission = submitted(grade.submission ?? null, call.body);
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
