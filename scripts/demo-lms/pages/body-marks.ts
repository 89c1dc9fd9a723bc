import type { Manner } from '../world/manner.ts';
import type { Activity, Course } from '../world/world.ts';

/** The kinds of page that a visitor, or a browser extension, can tell apart. */
export type PageKind =
  | 'home'
  | 'course'
  | 'activity'
  | 'participants'
  | 'profile'
  | 'gradebook'
  | 'own-grades'
  | 'controls'
  | 'message';

const moodleIds: Record<PageKind, string> = {
  home: 'page-my-index',
  course: 'page-course-view-topics',
  activity: 'page-mod-lti-view',
  participants: 'page-course-view-participants',
  profile: 'page-user-view',
  gradebook: 'page-grade-report-grader-index',
  'own-grades': 'page-grade-report-user-index',
  controls: 'page-demo-controls',
  message: 'page-error',
};

const canvasClasses: Record<PageKind, string> = {
  home: 'dashboard-is-planner',
  course: 'course-home',
  activity: 'assignments show',
  participants: 'context-users roster-page',
  profile: 'user-page',
  gradebook: 'gradebook',
  'own-grades': 'grades student-grades',
  controls: 'demo-controls',
  message: 'error-page',
};

/** The `id` and `class` of the body by which the page is recognised. */
export function bodyMarks(
  manner: Manner,
  kind: PageKind,
  course: Course | null,
  activity: Activity | null,
): { id: string; className: string } {
  if (manner === 'canvas') {
    const context = course ? `context-course_${course.id}` : '';
    return { id: 'canvas-like', className: `${context} ${canvasClasses[kind]}`.trim() };
  }
  const marks = [
    'format-topics',
    'limitedwidth',
    ...(course ? [`course-${course.id}`] : ['course-1']),
    ...(activity ? [`cmid-${activity.moduleId}`, 'cm-type-lti'] : []),
  ];
  return { id: moodleIds[kind], className: marks.join(' ') };
}
