import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Manner } from './manner.ts';
import type { Activity, Course, LineItem, Person, World } from './world.ts';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** An id that says nothing, always the same for the same text. */
export const opaqueIdOf = (text: string): string => {
  const hex = sha1(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A person with the ids that follow from the number. */
export function makePerson(
  given: Pick<Person, 'key' | 'id' | 'givenName' | 'familyName' | 'post'> & { siteAdmin?: boolean },
): Person {
  return {
    ...given,
    siteAdmin: given.siteAdmin ?? false,
    opaqueId: opaqueIdOf(`person ${given.id}`),
    legacyId: sha1(`person ${given.id}`),
    username: given.key,
    email: `${given.key}@northfield.example`,
    sourcedId: `NC-${given.id.padStart(4, '0')}`,
  };
}

const people = [
  { key: 'morgan', id: '2', givenName: 'Morgan', familyName: 'Lee', post: 'Centre manager', siteAdmin: true },
  { key: 'priya', id: '3', givenName: 'Priya', familyName: 'Nair', post: 'Assessor' },
  { key: 'tom', id: '4', givenName: 'Tom', familyName: 'Okafor', post: 'Trainee assessor' },
  { key: 'amelia', id: '5', givenName: 'Amelia', familyName: 'Hart', post: 'Learner' },
  { key: 'kwame', id: '6', givenName: 'Kwame', familyName: 'Boateng', post: 'Learner' },
  { key: 'ines', id: '7', givenName: 'Ines', familyName: 'Marsh', post: 'Internal quality assurer' },
].map(makePerson);

function makeCourse(id: string, group: string): Course {
  return {
    id,
    opaqueId: sha1(`course ${id}`),
    label: `CS2-${group}`,
    title: `Level 2 Customer Service, group ${group}`,
    summary: 'Diploma in Customer Service, September to July',
    sourcedId: `COURSE-CS2-${group}`,
    members: [
      { personId: '3', role: 'editingteacher' },
      { personId: '7', role: 'editingteacher' },
      { personId: '4', role: 'teacher' },
      { personId: '5', role: 'student' },
      { personId: '6', role: 'student' },
    ],
  };
}

function makeActivity(
  given: Pick<Activity, 'id' | 'moduleId' | 'courseId' | 'title' | 'description' | 'clientId' | 'deploymentId'>,
  toolCustom: Record<string, string>,
  graded = true,
): Activity {
  const custom = { ...toolCustom, cs_qualification: '601/3562/1' };
  return { ...given, opaqueId: opaqueIdOf(`activity ${given.id}`), graded, custom };
}

const history = { cs_link_history: '$ResourceLink.id.history', cs_context_history: '$Context.id.history' };

/** Custom parameters that every activity of the tool has. */
export const toolParameters: Record<Manner, Record<string, string>> = {
  moodle: { cs_groups: '$Moodle.Person.userGroupIds', ...history },
  canvas: {
    ...history,
    cs_canvas_course_id: '$Canvas.course.id',
    cs_canvas_assignment_id: '$Canvas.assignment.id',
    cs_canvas_user_id: '$Canvas.user.id',
    cs_canvas_account_name: '$Canvas.account.name',
  },
};

/** A Moodle client id is 15 letters and digits; Canvas numbers its developer keys. */
function makeClients(manner: Manner): World['clients'] {
  if (manner === 'moodle') {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const clientId = Array.from({ length: 15 }, () => letters[randomInt(letters.length)]).join('');
    return [{ clientId, deploymentIds: ['1'] }];
  }
  const first = 10_000_000_000_000 + randomInt(1_000_000);
  return [
    { clientId: String(first), deploymentIds: [`11:${sha1('course 2')}`, `12:${sha1('account')}`] },
    { clientId: String(first + 1), deploymentIds: [`13:${sha1('course 3')}`] },
  ];
}

/** The demo's first day: two courses, six people, no grades. The signing key is the caller's. */
export function seedWorld(manner: Manner, signingKey: Record<string, unknown>): World {
  const clients = makeClients(manner);
  const registered = (index: number): { clientId: string; deploymentId: string } => {
    const client = clients[index % clients.length];
    return { clientId: client?.clientId ?? '', deploymentId: client?.deploymentIds[0] ?? '' };
  };
  const parameters = toolParameters[manner];
  const title = 'Portfolio: Diploma in Customer Service';
  const description = 'Collect your evidence here and see what has been confirmed.';
  const activities = [
    makeActivity({ id: '1', moduleId: '2', courseId: '2', title, description, ...registered(0) }, parameters),
    makeActivity({ id: '2', moduleId: '3', courseId: '3', title, description, ...registered(1) }, parameters),
    makeActivity(
      {
        id: '3',
        moduleId: '4',
        courseId: '3',
        title: 'Practice portfolio',
        description: 'A place to try things out. It has no grade.',
        ...registered(1),
      },
      parameters,
      false,
    ),
  ];
  const lineItems = activities
    .filter((activity) => activity.graded)
    .map((activity, index): LineItem => {
      return {
        id: String(index + 2),
        courseId: activity.courseId,
        clientId: activity.clientId,
        label: activity.title,
        scoreMaximum: 100,
        resourceId: '',
        tag: '',
        activityId: activity.id,
        coupled: true,
        locked: false,
        reviewable: true,
      };
    });
  return {
    version: 1,
    manner,
    clients,
    signingKey,
    guid: randomBytes(16).toString('hex'),
    privacy: { sendNames: true, sendEmail: true },
    people: structuredClone(people),
    courses: [makeCourse('2', 'A'), makeCourse('3', 'B')],
    activities,
    lineItems,
    nextLineItemId: lineItems.length + 2,
    grades: [],
    registeredTools: [],
  };
}
