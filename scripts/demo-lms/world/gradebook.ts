import { type Manner, subOf } from './manner.ts';
import { fullName, type Grade, type LineItem, learnersOf, type Submission, type World } from './world.ts';

/** One cell of the gradebook, as a person would read it. */
export interface GradebookRow {
  lineItemId: string;
  label: string;
  person: string;
  sub: string;
  name: string;
  score: number | null;
  maximum: number;
  comment: string | null;
  /** ISO 8601, null when there is no grade. */
  at: string | null;
  overridden: boolean;
  locked: boolean;
  needsGrading: boolean;
  /** Canvas: what was handed in; null for nothing. */
  submission: Submission | null;
}

/** The grade record of a person in a column, made empty when it is first asked for. */
export function gradeOf(world: World, lineItemId: string, personId: string): Grade {
  const found = findGrade(world, lineItemId, personId);
  if (found) return found;
  const fresh: Grade = {
    lineItemId,
    personId,
    raw: null,
    final: null,
    comment: null,
    modifiedAt: null,
    overridden: false,
    locked: false,
    needsGrading: false,
  };
  world.grades.push(fresh);
  return fresh;
}

export const findGrade = (world: World, lineItemId: string, personId: string): Grade | undefined =>
  world.grades.find((grade) => grade.lineItemId === lineItemId && grade.personId === personId);

export const lineItemsOf = (world: World, courseId: string): LineItem[] =>
  world.lineItems.filter((item) => item.courseId === courseId);

/** The one line item of an activity; null when it has none, or when the tool linked more to it. */
export function onlyLineItemOf(world: World, activityId: string): LineItem | null {
  const [item, ...others] = world.lineItems.filter((candidate) => candidate.activityId === activityId);
  return item && others.length === 0 ? item : null;
}

/** Takes a column and its grades away, as a teacher does by deleting the grade item. */
export function removeLineItem(world: World, id: string): void {
  world.lineItems = world.lineItems.filter((item) => item.id !== id);
  world.grades = world.grades.filter((grade) => grade.lineItemId !== id);
}

/** A teacher types a grade: from now on it is theirs, whatever the tool sends. `null` hands it back to the tool. */
export function overrideGrade(
  world: World,
  item: LineItem,
  personId: string,
  typed: { score: number; comment: string | null } | null,
  now: number,
): void {
  const grade = gradeOf(world, item.id, personId);
  grade.overridden = typed !== null;
  grade.final = typed === null ? grade.raw : Math.min(Math.max(typed.score, 0), item.scoreMaximum);
  grade.comment = typed?.comment ?? null;
  grade.modifiedAt = now;
  grade.needsGrading = false;
}

/** What a learner handed in for an activity; null for nothing. */
export function submissionFor(world: World, activityId: string, personId: string): Submission | null {
  const items = world.lineItems.filter((item) => item.activityId === activityId);
  return (
    items.map((item) => findGrade(world, item.id, personId)?.submission ?? null).find((one) => one !== null) ?? null
  );
}

/** Every learner in every column of the course. */
export function gradebookRows(world: World, manner: Manner, courseId: string): GradebookRow[] {
  const course = world.courses.find((candidate) => candidate.id === courseId);
  if (!course) return [];
  const learners = learnersOf(world, course);
  const grades = new Map(world.grades.map((grade) => [`${grade.lineItemId} ${grade.personId}`, grade]));
  return lineItemsOf(world, courseId).flatMap((item) =>
    learners.map((person): GradebookRow => {
      const grade = grades.get(`${item.id} ${person.id}`);
      return {
        lineItemId: item.id,
        label: item.label,
        person: person.key,
        sub: subOf(manner, person),
        name: fullName(person),
        score: grade?.final ?? null,
        maximum: item.scoreMaximum,
        comment: grade?.comment ?? null,
        at: grade?.modifiedAt == null ? null : new Date(grade.modifiedAt).toISOString(),
        overridden: grade?.overridden ?? false,
        locked: item.locked || (grade?.locked ?? false),
        needsGrading: grade?.needsGrading ?? false,
        submission: grade?.submission ?? null,
      };
    }),
  );
}
