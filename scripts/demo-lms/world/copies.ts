import { opaqueIdOf } from './seed.ts';
import type { Activity, Course, LineItem, World } from './world.ts';

type Copied = { id: string; copyOf?: string | undefined };

/** What a course or an activity is a copy of, latest first. */
export function historyOf<T extends Copied>(all: readonly T[], one: T): T[] {
  const source = all.find((candidate) => candidate.id === one.copyOf);
  return source ? [source, ...historyOf(all, source)] : [];
}

const next = (ids: readonly string[]): string => String(Math.max(0, ...ids.map(Number)) + 1);

/** Adds an activity with, where it is graded, its column; returns it. */
export function addActivity(
  world: World,
  made: Omit<Activity, 'id' | 'moduleId' | 'opaqueId'>,
  column: Pick<LineItem, 'label' | 'scoreMaximum' | 'resourceId' | 'tag'> & { reviewable?: boolean | undefined },
): Activity {
  const id = next(world.activities.map((activity) => activity.id));
  const moduleId = next(world.activities.map((activity) => activity.moduleId));
  const activity = { ...made, id, moduleId, opaqueId: opaqueIdOf(`activity ${id}`) };
  world.activities.push(activity);
  if (made.graded) {
    const itemId = String(world.nextLineItemId++);
    const place = { id: itemId, courseId: made.courseId, clientId: made.clientId, activityId: id };
    const { label, scoreMaximum, resourceId, tag, reviewable = false } = column;
    world.lineItems.push({ ...place, label, scoreMaximum, resourceId, tag, reviewable, coupled: true, locked: false });
  }
  return activity;
}

/** Duplicates an activity, into another course where one is given. Grades stay behind. */
export function copyActivity(world: World, activity: Activity, courseId: string = activity.courseId): Activity {
  const item = world.lineItems.find((candidate) => candidate.coupled && candidate.activityId === activity.id);
  const title = courseId === activity.courseId ? `${activity.title} (copy)` : activity.title;
  const column = item ?? { label: title, scoreMaximum: 100, resourceId: '', tag: '' };
  const graded = activity.graded && item !== undefined;
  return addActivity(world, { ...activity, title, courseId, graded, copyOf: activity.id }, { ...column, label: title });
}

/** Copies a course with its activities and its teachers, for next year's learners. */
export function copyCourse(world: World, course: Course): Course {
  const id = next(world.courses.map((candidate) => candidate.id));
  const copy: Course = {
    ...course,
    id,
    opaqueId: opaqueIdOf(`course ${id}`),
    label: `${course.label}-next`,
    title: `${course.title}, next year`,
    sourcedId: `${course.sourcedId}-NEXT`,
    members: course.members.filter((member) => member.role !== 'student'),
    copyOf: course.id,
  };
  world.courses.push(copy);
  for (const activity of world.activities.filter((one) => one.courseId === course.id))
    copyActivity(world, activity, id);
  return copy;
}
