import { z } from 'zod';

/** How a person belongs to a course, in Moodle's words; Canvas calls `teacher` a teaching assistant. */
const courseRoleSchema = z.enum(['student', 'teacher', 'editingteacher']);

const personSchema = z.object({
  /** Short name for menus and tests, such as "amelia". */
  key: z.string(),
  /** Number within the LMS, as text. */
  id: z.string(),
  /** What a Canvas-like platform sends as `sub`. */
  opaqueId: z.string(),
  /** What a Canvas-like platform sends as `login_hint` and as the legacy user id. */
  legacyId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  username: z.string(),
  email: z.string(),
  sourcedId: z.string(),
  /** What the person does at the college, for the switch-person menu only; never sent to a tool. */
  post: z.string(),
  siteAdmin: z.boolean(),
});

const courseSchema = z.object({
  id: z.string(),
  opaqueId: z.string(),
  label: z.string(),
  title: z.string(),
  summary: z.string(),
  sourcedId: z.string(),
  members: z.array(z.object({ personId: z.string(), role: courseRoleSchema })),
  /** Id of the course that this one is a copy of. */
  copyOf: z.string().optional(),
});

const activitySchema = z.object({
  /** Resource link id in the Moodle manner. */
  id: z.string(),
  /** Course module id: the number in the activity page's address. */
  moduleId: z.string(),
  opaqueId: z.string(),
  courseId: z.string(),
  title: z.string(),
  description: z.string(),
  graded: z.boolean(),
  clientId: z.string(),
  deploymentId: z.string(),
  custom: z.record(z.string(), z.string()),
  /** Id of the activity that this one is a copy of. */
  copyOf: z.string().optional(),
});

const lineItemSchema = z.object({
  id: z.string(),
  courseId: z.string(),
  clientId: z.string(),
  label: z.string(),
  scoreMaximum: z.number(),
  resourceId: z.string(),
  tag: z.string(),
  activityId: z.string().nullable(),
  /** True for the column that came with its activity, false for one that the tool created. */
  coupled: z.boolean(),
  /** The tool can show a learner's work from the gradebook. */
  reviewable: z.boolean().optional(),
  locked: z.boolean(),
});

/** The work behind a grade, as Canvas keeps it. */
const submissionSchema = z.object({
  attempt: z.number(),
  type: z.string(),
  /** What SpeedGrader launches to show it. */
  address: z.string().nullable(),
  /** ISO 8601; null where the tool did not say. */
  at: z.string().nullable(),
});

const gradeSchema = z.object({
  lineItemId: z.string(),
  personId: z.string(),
  /** What the tool sent last, on the line item's scale. */
  raw: z.number().nullable(),
  /** What the gradebook shows. */
  final: z.number().nullable(),
  comment: z.string().nullable(),
  /** Milliseconds since 1970. */
  modifiedAt: z.number().nullable(),
  overridden: z.boolean(),
  locked: z.boolean(),
  needsGrading: z.boolean(),
  submission: submissionSchema.nullable().optional(),
});

/** A tool that registered itself. */
const registeredToolSchema = z.object({
  clientId: z.string(),
  deploymentId: z.string(),
  name: z.string(),
  domain: z.string(),
  custom: z.record(z.string(), z.string()),
  active: z.boolean(),
});

/** Everything the LMS remembers, as it is written to the state file. */
export const worldSchema = z.object({
  version: z.literal(1),
  manner: z.enum(['moodle', 'canvas']),
  clients: z.array(z.object({ clientId: z.string(), deploymentIds: z.array(z.string()) })).min(1),
  signingKey: z.record(z.string(), z.unknown()),
  guid: z.string(),
  privacy: z.object({ sendNames: z.boolean(), sendEmail: z.boolean() }),
  people: z.array(personSchema),
  courses: z.array(courseSchema),
  activities: z.array(activitySchema),
  lineItems: z.array(lineItemSchema),
  nextLineItemId: z.number(),
  grades: z.array(gradeSchema),
  registeredTools: z.array(registeredToolSchema).default([]),
});

export type World = z.infer<typeof worldSchema>;
export type Person = z.infer<typeof personSchema>;
export type Course = z.infer<typeof courseSchema>;
export type CourseRole = z.infer<typeof courseRoleSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type LineItem = z.infer<typeof lineItemSchema>;
export type RegisteredTool = z.infer<typeof registeredToolSchema>;
export type Submission = z.infer<typeof submissionSchema>;
export type Grade = z.infer<typeof gradeSchema>;

/** The person's role in the course, "admin" for the site administrator, null for a stranger. */
export function roleIn(course: Course, person: Person): CourseRole | 'admin' | null {
  const membership = course.members.find((member) => member.personId === person.id);
  return membership?.role ?? (person.siteAdmin ? 'admin' : null);
}

/** True for everyone who may see all grades of the course. */
export const teaches = (course: Course, person: Person): boolean => {
  const role = roleIn(course, person);
  return role !== null && role !== 'student';
};

/** The people of a course with their role, teachers first, in a stable order. */
export function membersOf(world: World, course: Course): { person: Person; role: CourseRole }[] {
  const rank = { editingteacher: 0, student: 1, teacher: 2 };
  const people = new Map(world.people.map((person) => [person.id, person]));
  return course.members
    .flatMap(({ personId, role }) => {
      const person = people.get(personId);
      return person ? [{ person, role }] : [];
    })
    .sort((a, b) => rank[a.role] - rank[b.role] || Number(a.person.id) - Number(b.person.id));
}

export const learnersOf = (world: World, course: Course): Person[] =>
  membersOf(world, course)
    .filter((member) => member.role === 'student')
    .map((member) => member.person);

/** The learner of the course whom `fits` recognises; asked for every score, so it does not gather all of them. */
export function learnerOf(world: World, course: Course, fits: (person: Person) => boolean): Person | undefined {
  const person = world.people.find(fits);
  return person && roleIn(course, person) === 'student' ? person : undefined;
}

export const fullName = (person: Person): string => `${person.givenName} ${person.familyName}`.trim();
