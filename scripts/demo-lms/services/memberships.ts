import { rosterRoles } from '../launch/launch-roles.ts';
import { basicOutcome } from '../launch/moodle-claims.ts';
import type { Lms } from '../lms.ts';
import { subOf } from '../world/manner.ts';
import { type Activity, type Course, type CourseRole, fullName, membersOf, type Person } from '../world/world.ts';
import { lti } from './vocabulary.ts';

/** One page of a course's roster. `next` is where the following page starts, null on the last. */
interface RosterPage {
  members: Record<string, unknown>[];
  next: number | null;
}

const shortRole = (role: string): string => role.slice(role.lastIndexOf('#') + 1);

function personalFields(lms: Lms, person: Person): Record<string, unknown> {
  const { sendNames, sendEmail } = lms.world.privacy;
  const canvas = lms.manner === 'canvas';
  return {
    user_id: subOf(lms.manner, person),
    lis_person_sourcedid: person.sourcedId,
    ...(sendNames && { name: fullName(person), given_name: person.givenName, family_name: person.familyName }),
    ...(sendEmail && { email: person.email }),
    ...(!canvas && sendNames && { ext_user_username: person.username }),
    ...(canvas && { lti11_legacy_user_id: person.legacyId }),
  };
}

function member(lms: Lms, person: Person, role: CourseRole, link: Activity | null): Record<string, unknown> {
  const message = link && {
    [`${lti}/claim/message_type`]: 'LtiResourceLinkRequest',
    ...(lms.manner === 'moodle' &&
      link.graded && {
        [`${lti}-bo/claim/basicoutcome`]: basicOutcome(lms, link, person, Math.floor(lms.now() / 1000)),
      }),
  };
  return {
    status: 'Active',
    roles: rosterRoles(lms.manner, role),
    ...(message && { message: [message] }),
    ...personalFields(lms, person),
  };
}

/**
 * A page of the roster. The role filter takes the long and the short name; `limit` 0 means everyone.
 * https://www.imsglobal.org/spec/lti-nrps/v2p0
 */
export function rosterPage(
  lms: Lms,
  course: Course,
  asked: { role: string | null; link: Activity | null; limit: number; from: number },
): RosterPage {
  const wanted = asked.role ? shortRole(asked.role) : null;
  const everyone = membersOf(lms.world, course).filter(
    ({ role }) => wanted === null || rosterRoles(lms.manner, role).map(shortRole).includes(wanted),
  );
  const end = asked.limit > 0 ? asked.from + asked.limit : everyone.length;
  return {
    members: everyone.slice(asked.from, end).map(({ person, role }) => member(lms, person, role, asked.link)),
    next: end < everyone.length ? end : null,
  };
}
