import type { Manner } from '../world/manner.ts';

/** Paths of the pages that people open, in the manner's own shape. */
interface PageRoutes {
  course: string;
  activity: string;
  launch: string;
  addContent: string;
  contentLaunch: string;
  contentReturn: string;
  review: string;
  participants: string;
  profile: string;
  gradebook: string;
  ownGrades: string;
  /** Where the tool sends people back to. */
  back: string;
}

const moodle: PageRoutes = {
  course: '/course/view.php',
  activity: '/mod/lti/view.php',
  launch: '/mod/lti/launch.php',
  addContent: '/course/modedit.php',
  contentLaunch: '/mod/lti/contentitem.php',
  contentReturn: '/mod/lti/contentitem_return.php',
  review: '/mod/lti/grade.php',
  participants: '/user/index.php',
  profile: '/user/view.php',
  gradebook: '/grade/report/grader/index.php',
  ownGrades: '/grade/report/user/index.php',
  back: '/mod/lti/return.php',
};

const canvas: PageRoutes = {
  course: '/courses/:course',
  activity: '/courses/:course/assignments/:activity',
  launch: '/courses/:course/assignments/:activity/launch',
  addContent: '/courses/:course/modules/add',
  contentLaunch: '/courses/:course/external_tools/resource_selection',
  contentReturn: '/courses/:course/deep_linking_response',
  review: '/courses/:course/gradebook/speed_grader',
  participants: '/courses/:course/users',
  profile: '/courses/:course/users/:person',
  gradebook: '/courses/:course/gradebook',
  ownGrades: '/courses/:course/grades',
  back: '/courses/:course/external_content/success/external_tool_redirect',
};

export const pageRoutes = (manner: Manner): PageRoutes => (manner === 'canvas' ? canvas : moodle);
