import type { Manner } from './manner.ts';
import type { Activity, Course, LineItem } from './world.ts';

/** Every address of the LMS, absolute, below its public URL. */
export interface Addresses {
  base: string;
  auth: string;
  token: string;
  jwks: string;
  /** The description that a registering tool reads: at the issuer's own host. */
  configuration: string;
  registration: string;
  course(course: Course): string;
  activity(activity: Activity): string;
  launch(activity: Activity, target: 'iframe' | 'window'): string;
  /** The page on which a teacher adds an activity, with the tool's own choice in it. */
  addContent(course: Course): string;
  contentLaunch(course: Course): string;
  contentReturn(course: Course): string;
  /** A learner's work in an activity, from the gradebook: the page, and the launch in it. */
  review(activity: Activity, personId: string): string;
  reviewLaunch(activity: Activity, personId: string): string;
  participants(course: Course): string;
  profile(course: Course, personId: string): string;
  gradebook(course: Course): string;
  ownGrades(course: Course): string;
  lineItems(course: Course, deploymentId: string): string;
  lineItem(item: LineItem, deploymentId: string): string;
  memberships(course: Course, deploymentId: string): string;
}

const moodle = (base: string, issuer: string): Addresses => {
  const services = `${base}/mod/lti/services.php`;
  return {
    base,
    auth: `${base}/mod/lti/auth.php`,
    token: `${base}/mod/lti/token.php`,
    jwks: `${base}/mod/lti/certs.php`,
    configuration: `${issuer}/mod/lti/openid-configuration.php`,
    registration: `${base}/mod/lti/openid-registration.php`,
    course: (course) => `${base}/course/view.php?id=${course.id}`,
    activity: (activity) => `${base}/mod/lti/view.php?id=${activity.moduleId}`,
    launch: (activity, target) =>
      `${base}/mod/lti/launch.php?id=${activity.moduleId}&triggerview=0${target === 'window' ? '&window=1' : ''}`,
    addContent: (course) => `${base}/course/modedit.php?add=lti&course=${course.id}`,
    contentLaunch: (course) => `${base}/mod/lti/contentitem.php?course=${course.id}`,
    contentReturn: (course) =>
      `${base}/mod/lti/contentitem_return.php?course=${course.id}&id=1&sesskey=demo-session-key`,
    review: (activity, personId) => `${base}/mod/lti/grade.php?id=${activity.moduleId}&userid=${personId}`,
    reviewLaunch: (activity, personId) =>
      `${base}/mod/lti/launch.php?id=${activity.moduleId}&action=gradeReport&user=${personId}`,
    participants: (course) => `${base}/user/index.php?id=${course.id}`,
    profile: (course, personId) => `${base}/user/view.php?id=${personId}&course=${course.id}`,
    gradebook: (course) => `${base}/grade/report/grader/index.php?id=${course.id}`,
    ownGrades: (course) => `${base}/grade/report/user/index.php?id=${course.id}`,
    lineItems: (course, deploymentId) => `${services}/${course.id}/lineitems?type_id=${deploymentId}`,
    lineItem: (item, deploymentId) =>
      `${services}/${item.courseId}/lineitems/${item.id}/lineitem?type_id=${deploymentId}`,
    memberships: (course, deploymentId) =>
      `${services}/CourseSection/${course.id}/bindings/${deploymentId}/memberships`,
  };
};

const canvas = (base: string, issuer: string): Addresses => ({
  base,
  auth: `${base}/api/lti/authorize_redirect`,
  token: `${base}/login/oauth2/token`,
  jwks: `${base}/api/lti/security/jwks`,
  configuration: `${issuer}/api/lti/security/openid-configuration`,
  registration: `${base}/api/lti/registrations`,
  course: (course) => `${base}/courses/${course.id}`,
  activity: (activity) => `${base}/courses/${activity.courseId}/assignments/${activity.moduleId}`,
  launch: (activity, target) =>
    `${base}/courses/${activity.courseId}/assignments/${activity.moduleId}/launch${target === 'window' ? '?display=borderless' : ''}`,
  addContent: (course) => `${base}/courses/${course.id}/modules/add`,
  contentLaunch: (course) => `${base}/courses/${course.id}/external_tools/resource_selection`,
  contentReturn: (course) => `${base}/courses/${course.id}/deep_linking_response?placement=assignment_selection`,
  review: (activity, personId) =>
    `${base}/courses/${activity.courseId}/gradebook/speed_grader?assignment_id=${activity.moduleId}&student_id=${personId}`,
  reviewLaunch: (activity, personId) =>
    `${base}/courses/${activity.courseId}/assignments/${activity.moduleId}/launch?student_id=${personId}`,
  participants: (course) => `${base}/courses/${course.id}/users`,
  profile: (course, personId) => `${base}/courses/${course.id}/users/${personId}`,
  gradebook: (course) => `${base}/courses/${course.id}/gradebook`,
  ownGrades: (course) => `${base}/courses/${course.id}/grades`,
  lineItems: (course) => `${base}/api/lti/courses/${course.id}/line_items`,
  lineItem: (item) => `${base}/api/lti/courses/${item.courseId}/line_items/${item.id}`,
  memberships: (course) => `${base}/api/lti/courses/${course.id}/names_and_roles`,
});

/** Addresses in the manner's own shape. `base` is the public URL without a trailing slash. */
export const addressesOf = (manner: Manner, base: string, issuer: string): Addresses =>
  manner === 'canvas' ? canvas(base, issuer) : moodle(base, issuer);
