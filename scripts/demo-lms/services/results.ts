import type { Lms } from '../lms.ts';
import { subOf } from '../world/manner.ts';
import type { Grade, LineItem } from '../world/world.ts';

/** One result of a line item. https://www.imsglobal.org/spec/lti-ags/v2p0#result-service-media-type-and-schema */
interface Result {
  id: string;
  userId: string;
  resultScore?: number;
  resultMaximum?: number;
  comment?: string;
  scoreOf?: string;
  timestamp?: string;
}

/** A learner without a grade has a result without a score. Times are written with "+00:00", as PHP does. */
function result(grade: Grade, item: LineItem, userId: string, id: string, scoreOf: string): Result {
  if (grade.final === null) return { id, userId };
  return {
    id,
    userId,
    resultScore: grade.final,
    resultMaximum: item.scoreMaximum,
    ...(grade.comment !== null && { comment: grade.comment }),
    scoreOf,
    ...(grade.modifiedAt !== null && { timestamp: `${new Date(grade.modifiedAt).toISOString().slice(0, 19)}+00:00` }),
  };
}

/** The results of the column, of one user when asked. `idFor` makes a result's own address. */
export function resultsOf(
  lms: Lms,
  item: LineItem,
  userId: string | null,
  scoreOf: string,
  idFor: (userId: string) => string,
): Result[] {
  const subs = new Map(lms.world.people.map((person) => [person.id, subOf(lms.manner, person)]));
  return lms.world.grades
    .filter((grade) => grade.lineItemId === item.id)
    .flatMap((grade) => {
      const sub = subs.get(grade.personId);
      if (sub === undefined || (userId !== null && userId !== sub)) return [];
      return [result(grade, item, sub, idFor(sub), scoreOf)];
    });
}
