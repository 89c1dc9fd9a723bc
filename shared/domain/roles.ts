export const roles = ['learner', 'traineeAssessor', 'assessor', 'iqa', 'manager', 'eqa'] as const;
export type Role = (typeof roles)[number];

/** Roles that a platform's group may stand for. Who teaches may often choose their own group: nobody becomes a manager so. */
export const groupRoles = ['traineeAssessor', 'assessor', 'iqa', 'eqa'] as const;
export type GroupRole = { readonly group: string; readonly role: (typeof groupRoles)[number] };

/** How a centre reads the LTI role hints; a manager's setting on a person outranks all of this. */
export type RoleMapping = {
  /** What an LTI Instructor acts as. A platform such as Moodle sends Instructor for every kind of teacher. */
  readonly instructor: 'assessor' | 'traineeAssessor';
  /** True: only an assessor named by a manager is qualified; any other Instructor acts as trainee assessor. */
  readonly assessorsMustBeNamed: boolean;
  /** What members of the platform's groups act as; of a person in several groups the first line counts. */
  readonly groups: readonly GroupRole[];
};

export const defaultRoleMapping: RoleMapping = { instructor: 'assessor', assessorsMustBeNamed: false, groups: [] };

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const named = (claims: readonly string[], name: string): boolean =>
  claims.includes(`${membership}#${name}`) || claims.includes(name);

/**
 * The role an LTI roles claim hints at, or null where it names none that we know: `assessor` for an Instructor,
 * `traineeAssessor` for a teaching assistant. What a centre makes of the hint is read each time (`effectiveRole`), so
 * that a changed setting counts at once.
 * Context roles first: platforms such as Canvas add a person's roles in the whole institution to every launch, and who
 * administers an institution may be a teacher or a learner here. Only who administers the whole site is a manager
 * whatever their context role; an institution's administrator is one where no context role is known.
 * @see https://www.imsglobal.org/spec/lti/v1p3#role-vocabularies
 */
export function roleHint(claims: readonly string[]): Role | null {
  const teachingAssistant =
    named(claims, 'TeachingAssistant') ||
    claims.includes('http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant');
  const administrator =
    named(claims, 'Administrator') ||
    claims.includes('http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator');
  if (administrator) return 'manager';
  if (teachingAssistant) return 'traineeAssessor';
  if (named(claims, 'Instructor')) return 'assessor';
  if (named(claims, 'Learner')) return 'learner';
  return claims.includes('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator') ? 'manager' : null;
}

/**
 * Whether a roles claim is that of somebody who may add activities to a course: a teacher, who makes its content, or an
 * administrator. Assisting is not enough.
 */
export const mayAddContent = (claims: readonly string[]): boolean =>
  named(claims, 'Instructor') || named(claims, 'ContentDeveloper') || roleHint(claims) === 'manager';

/** What is known of a person's role in one context, strongest source first. */
export type RoleSources = {
  readonly set: Role | null;
  readonly launch: Role | null;
  readonly roster: Role | null;
  /** The platform's groups that the last launch named. */
  readonly groups?: readonly string[];
};

/**
 * A manager's setting outranks a launch, a launch outranks the roster. Of those two the centre's mapping says what a
 * teacher acts as; it makes no learner of a teacher, no teacher of a learner and nobody a manager.
 */
export function effectiveRole({ set, launch, roster, groups = [] }: RoleSources, mapping: RoleMapping): Role | null {
  if (set !== null) return set;
  const hint = launch ?? roster;
  if (hint !== 'assessor' && hint !== 'traineeAssessor') return hint;
  const ofGroup = mapping.groups.find(({ group }) => groups.includes(group))?.role;
  const role = ofGroup ?? (hint === 'assessor' ? mapping.instructor : hint);
  return role === 'assessor' && mapping.assessorsMustBeNamed ? 'traineeAssessor' : role;
}

/** Whether a person acts as a learner, which no mapping changes. */
export const actsAsLearner = ({ set, launch, roster }: RoleSources): boolean => (set ?? launch ?? roster) === 'learner';
