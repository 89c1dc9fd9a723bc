import type { Manner } from '../world/manner.ts';

/** Paths of the pages that people open, in the manner's own shape. */
interface PageRoutes {
  course: string;
  activity: string;
  launch: string;
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
  participants: '/courses/:course/users',
  profile: '/courses/:course/users/:person',
  gradebook: '/courses/:course/gradebook',
  ownGrades: '/courses/:course/grades',
  back: '/courses/:course/external_content/success/external_tool_redirect',
};

export const pageRoutes = (manner: Manner): PageRoutes => (manner === 'canvas' ? canvas : moodle);
