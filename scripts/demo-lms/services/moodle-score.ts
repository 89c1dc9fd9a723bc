import { findGrade, gradeOf } from '../world/gradebook.ts';
import { type Course, type LineItem, learnerOf, type World } from '../world/world.ts';
import { readScore, rescale } from './score-body.ts';

/** What a posted score came to. */
type ScoreOutcome = 'stored' | 'malformed' | 'earlier' | 'locked';

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/**
 * Applies a posted score to the gradebook as Moodle 4.5 does: only FullyGraded counts and anything else wipes the
 * grade; the same second or an earlier one is refused; a missing comment clears the old one; a teacher's override stays.
 * A wipe is stamped with server time when it leaves a comment, and always in a column that the tool made itself.
 */
export function applyMoodleScore(
  world: World,
  course: Course,
  item: LineItem,
  body: string,
  now: number,
): ScoreOutcome {
  const score = readScore(body);
  const learner = learnerOf(world, course, (person) => person.id === score?.userId);
  if (!score || !learner) return 'malformed';
  const before = findGrade(world, item.id, learner.id);
  if (before?.modifiedAt != null && seconds(score.timestamp) <= seconds(before.modifiedAt)) return 'earlier';
  if (item.locked || before?.locked) return 'locked';

  const grade = before ?? gradeOf(world, item.id, learner.id);
  grade.raw = score.graded && score.given !== null ? rescale(score.given, score.maximum, item.scoreMaximum) : null;
  if (grade.overridden) return 'stored';
  grade.final = grade.raw === null ? null : Math.min(Math.max(grade.raw, 0), item.scoreMaximum);
  grade.comment = score.comment;
  if (score.graded) grade.modifiedAt = seconds(score.timestamp) * 1000;
  else grade.modifiedAt = score.comment !== null || !item.coupled ? seconds(now) * 1000 : null;
  return 'stored';
}
