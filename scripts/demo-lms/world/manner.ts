import type { Activity, Course, Person, World } from './world.ts';

/** Whose habits the LMS has: Moodle 4.5 as recorded, or Canvas as documented. */
export type Manner = World['manner'];

/** The id a tool knows the person by: the `sub` claim, NRPS `user_id`, AGS `userId`. */
export const subOf = (manner: Manner, person: Person): string => (manner === 'canvas' ? person.opaqueId : person.id);

/** The `context.id` claim of a course. */
export const contextIdOf = (manner: Manner, course: Course): string =>
  manner === 'canvas' ? course.opaqueId : course.id;

/** The `resource_link.id` claim of an activity. */
export const resourceLinkIdOf = (manner: Manner, activity: Activity): string =>
  manner === 'canvas' ? activity.opaqueId : activity.id;

/** The `login_hint` that names the person at login. */
export const loginHintOf = (manner: Manner, person: Person): string =>
  manner === 'canvas' ? person.legacyId : person.id;
