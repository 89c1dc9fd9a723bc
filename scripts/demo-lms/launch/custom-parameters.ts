import type { Lms } from '../lms.ts';
import { historyOf } from '../world/copies.ts';
import { contextIdOf, resourceLinkIdOf, subOf } from '../world/manner.ts';
import { fullName } from '../world/world.ts';
import type { LaunchSubject } from './launch-subject.ts';

type Values = Record<string, string | null>;

/** With a detail withheld, the variable for it arrives as null; `$User.username` leaks all the same. */
function commonValues(lms: Lms, { person, course, activity }: LaunchSubject): Values {
  const { sendNames, sendEmail } = lms.world.privacy;
  const named = (text: string): string | null => (sendNames ? text : null);
  return {
    '$User.id': subOf(lms.manner, person),
    '$User.username': person.username,
    '$Person.name.full': named(fullName(person)),
    '$Person.name.given': named(person.givenName),
    '$Person.name.family': named(person.familyName),
    '$Person.email.primary': sendEmail ? person.email : null,
    '$Person.sourcedId': person.sourcedId,
    '$Context.id': contextIdOf(lms.manner, course),
    '$Context.id.history': historyOf(lms.world.courses, course)
      .map((one) => contextIdOf(lms.manner, one))
      .join(','),
    '$Context.title': course.title,
    '$Context.label': course.label,
    '$ResourceLink.id': resourceLinkIdOf(lms.manner, activity),
    '$ResourceLink.title': activity.title,
    '$ResourceLink.description': activity.description,
  };
}

/** Moodle knows what a course was copied from, and not what an activity was. */
const mannerValues = (lms: Lms, { person, course, activity }: LaunchSubject): Values =>
  lms.manner === 'canvas'
    ? {
        '$ResourceLink.id.history': historyOf(lms.world.activities, activity)
          .map((one) => resourceLinkIdOf(lms.manner, one))
          .join(','),
        '$Canvas.course.id': course.id,
        '$Canvas.assignment.id': activity.moduleId,
        '$Canvas.user.id': person.id,
        '$Canvas.account.name': 'Northfield College',
        '$Canvas.api.domain': new URL(lms.to.base).host,
      }
    : { '$Moodle.Person.userGroupIds': course.members.some((m) => m.personId === person.id) ? course.id : '' };

/** The `custom` claim: variables are replaced where the LMS knows them and arrive as their own text where not. */
export function customParameters(lms: Lms, subject: LaunchSubject): Values {
  const values = { ...commonValues(lms, subject), ...mannerValues(lms, subject) };
  const replaced = Object.entries(subject.activity.custom).map(([name, text]) => {
    const value = values[text];
    return [name, value === undefined ? text : value] as const;
  });
  return Object.fromEntries(replaced);
}
