import { blankActivity } from './launch/blank-activity.ts';
import { type IdTokenChanges, idToken } from './launch/id-token.ts';
import type { LaunchPurpose } from './launch/launch-subject.ts';
import type { Lms } from './lms.ts';
import type { LaunchRequest, LmsActivity, LmsCourse, LmsHandle, LmsPerson } from './lms-handle.ts';
import { sessionCookie } from './pages/visitor.ts';
import { addActivity, copyActivity, copyCourse } from './world/copies.ts';
import { gradebookRows, gradeOf, overrideGrade, removeLineItem } from './world/gradebook.ts';
import { contextIdOf, resourceLinkIdOf, subOf } from './world/manner.ts';
import { makePerson } from './world/seed.ts';
import { type Activity, type Course, fullName, type LineItem, type Person } from './world/world.ts';

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`The demo LMS has no ${what}.`);
  return value;
}

/** The calls of a running LMS. */
export function makeHandle(lms: Lms): LmsHandle {
  const { world, manner } = lms;
  const personBy = (key: string): Person =>
    found(
      world.people.find((person) => person.key === key),
      `person "${key}"`,
    );
  const courseBy = (id: string | undefined): Course =>
    found(id === undefined ? world.courses[0] : world.courses.find((course) => course.id === id), `course "${id}"`);
  const itemBy = (id: string): LineItem =>
    found(
      world.lineItems.find((item) => item.id === id),
      `line item "${id}"`,
    );
  const activityBy = (course: Course, id: string | undefined): Activity =>
    found(
      world.activities.find((one) => one.courseId === course.id && (id === undefined || one.id === id)),
      `activity "${id}"`,
    );
  const shownPerson = (person: Person): LmsPerson => ({
    key: person.key,
    sub: subOf(manner, person),
    name: fullName(person),
    post: person.post,
  });
  const shownActivity = (course: Course, activity: Activity): LmsActivity => {
    const item = world.lineItems.find((candidate) => candidate.coupled && candidate.activityId === activity.id);
    return {
      id: activity.id,
      resourceLinkId: resourceLinkIdOf(manner, activity),
      contextId: contextIdOf(manner, course),
      title: activity.title,
      url: lms.to.activity(activity),
      clientId: activity.clientId,
      deploymentId: activity.deploymentId,
      lineItemId: item?.id ?? null,
      lineItemUrl: item ? lms.to.lineItem(item, activity.deploymentId) : null,
    };
  };
  const shownCourse = (course: Course): LmsCourse => ({
    id: course.id,
    contextId: contextIdOf(manner, course),
    title: course.title,
    url: lms.to.course(course),
    participantsUrl: lms.to.participants(course),
    gradebookUrl: lms.to.gradebook(course),
    activities: world.activities
      .filter((activity) => activity.courseId === course.id)
      .map((activity) => shownActivity(course, activity)),
  });
  const purposeOf = ({ review, content }: LaunchRequest): LaunchPurpose => {
    if (review !== undefined) return { kind: 'review', learner: personBy(review) };
    return content ? { kind: 'content', accepts: content } : { kind: 'open' };
  };
  const anyActivity = (id: string): Activity =>
    found(
      world.activities.find((one) => one.id === id),
      `activity "${id}"`,
    );
  const added = (activity: Activity): LmsActivity => {
    lms.save();
    return shownActivity(courseBy(activity.courseId), activity);
  };
  const registrations = world.clients.map(({ clientId, deploymentIds }) => ({
    issuer: lms.issuer,
    clientId,
    deploymentIds: [...deploymentIds],
    authUrl: lms.to.auth,
    tokenUrl: lms.to.token,
    jwksUrl: lms.to.jwks,
  }));
  const { deploymentIds, ...first } = found(registrations[0], 'client');

  return {
    url: lms.to.base,
    platform: { ...first, deploymentId: found(deploymentIds[0], 'deployment') },
    registrations,
    people: () => world.people.map(shownPerson),
    person: (key) => shownPerson(personBy(key)),
    courses: () => world.courses.map(shownCourse),
    cookieOf: (key) => sessionCookie(personBy(key).key),
    async launchForm(request) {
      const course = courseBy(request.course);
      const activity = request.content ? blankActivity(lms, course) : activityBy(course, request.activity);
      const subject = {
        person: personBy(request.person),
        course,
        activity,
        target: request.target ?? 'iframe',
        clientId: request.clientId ?? activity.clientId,
        deploymentId: request.deploymentId ?? activity.deploymentId,
        nonce: request.nonce,
        purpose: purposeOf(request),
      };
      const changes: IdTokenChanges = { claims: request.overrides ?? {}, header: request.header ?? {} };
      return { id_token: await idToken(lms, subject, changes), state: request.state };
    },
    fail: (plan) => lms.failures.plan(plan),
    recover: () => lms.failures.recover(),
    requests: lms.log.entries,
    revokeTokens: () => lms.tokens.revokeAll(),
    gradebook: (courseId) => gradebookRows(world, manner, courseBy(courseId).id),
    overrideGrade(lineItemId, person, typed) {
      overrideGrade(world, itemBy(lineItemId), personBy(person).id, typed, lms.now());
      lms.save();
    },
    lock(lineItemId, person, locked) {
      if (manner !== 'moodle') throw new RangeError('Only the Moodle manner has locks.');
      const item = itemBy(lineItemId);
      if (person === null) item.locked = locked;
      else gradeOf(world, item.id, personBy(person).id).locked = locked;
      lms.save();
    },
    deleteLineItem(lineItemId) {
      removeLineItem(world, itemBy(lineItemId).id);
      lms.save();
    },
    setPrivacy(sent) {
      Object.assign(world.privacy, sent);
      lms.save();
    },
    enrol({ courseId, role, givenName, familyName }) {
      const id = String(Math.max(...world.people.map((person) => Number(person.id))) + 1);
      const person = makePerson({ key: `person${id}`, id, givenName, familyName, post: 'Newcomer' });
      world.people.push(person);
      courseBy(courseId).members.push({ personId: id, role });
      lms.save();
      return shownPerson(person);
    },
    addActivity({ courseId, title, custom }) {
      const blank = blankActivity(lms, courseBy(courseId));
      const made = { ...blank, title, graded: true, custom: custom ?? blank.custom };
      return added(addActivity(world, made, { label: title, scoreMaximum: 100, resourceId: '', tag: '' }));
    },
    copyActivity: (id) => added(copyActivity(world, anyActivity(id))),
    copyCourse(courseId) {
      const copy = copyCourse(world, courseBy(courseId));
      lms.save();
      return shownCourse(copy);
    },
    renameActivity(id, title) {
      anyActivity(id).title = title;
      lms.save();
    },
    unenrol(courseId, person) {
      const course = courseBy(courseId);
      course.members = course.members.filter((member) => member.personId !== personBy(person).id);
      lms.save();
    },
  };
}
