import type { Manner } from '../world/manner.ts';
import type { CourseRole } from '../world/world.ts';

const lis = 'http://purl.imsglobal.org/vocab/lis/v2';
const learner = `${lis}/membership#Learner`;
const instructor = `${lis}/membership#Instructor`;
const assistant = `${lis}/membership/Instructor#TeachingAssistant`;
const institution = `${lis}/institution/person`;
const anyone = `${lis}/system/person#User`;

/** Moodle says the same of an editing and a non-editing teacher. */
const moodle: Record<CourseRole | 'admin', string[]> = {
  student: [learner],
  teacher: [instructor],
  editingteacher: [instructor],
  admin: [`${institution}#Administrator`, instructor, `${lis}/system/person#Administrator`],
};

const canvas: Record<CourseRole | 'admin', string[]> = {
  student: [`${institution}#Student`, learner, anyone],
  teacher: [`${institution}#Instructor`, instructor, assistant, anyone],
  editingteacher: [`${institution}#Instructor`, instructor, anyone],
  admin: [`${institution}#Administrator`, `${lis}/system/person#SysAdmin`, anyone],
};

/** The `roles` claim of a launch. https://www.imsglobal.org/spec/lti/v1p3#role-vocabularies */
export const launchRoles = (manner: Manner, role: CourseRole | 'admin'): string[] =>
  manner === 'canvas' ? canvas[role] : moodle[role];

/** The `roles` of a member in NRPS. Moodle uses short names and calls a non-editing teacher a learner. */
export function rosterRoles(manner: Manner, role: CourseRole): string[] {
  if (manner === 'moodle') return [role === 'editingteacher' ? 'Instructor' : 'Learner'];
  return { student: [learner], teacher: [instructor, assistant], editingteacher: [instructor] }[role];
}
