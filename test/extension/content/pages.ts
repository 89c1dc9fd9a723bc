import type { LmsPageView } from '../../../extension/messages.ts';
import type { ContextId, EvidenceId } from '../../../shared/domain/ids.ts';
import { type ExtensionTokenId, parseId } from '../../../shared/domain/ids.ts';

const moodlePage = (id: string, content: string) => `<!doctype html><html lang="en"><head><title>Moodle</title>
<meta name="keywords" content="moodle, Course"></head><body id="${id}" class="format-topics course-2"><main>
<h1>Course</h1>${content}</main></body></html>`;
const canvasPage = (content: string) => `<!doctype html><html lang="en"><head><title>Canvas</title></head>
<body class="with-left-side context-course_17 primary-nav-expanded"><main><h1>Course</h1>${content}</main></body></html>`;
const learners = [
  ['5', 'Amelia Hart'],
  ['6', 'Kwame Boateng'],
] as const;
const table = (id: string, rows: string[]) =>
  `<style>td,th{padding:8px}</style><table id="${id}"><thead><tr><th scope="col">Name</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

/** Pages with the landmarks that the real ones have, by their address. */
export const pages: Readonly<Record<string, string>> = {
  'https://lms.test/course/view.php?id=2': moodlePage('page-course-view-topics', '<p>Welcome</p>'),
  'https://lms.test/site': moodlePage('page-site-index', '').replace('course-2', 'course-1'),
  'https://lms.test/grade/report/grader/index.php?id=2': moodlePage(
    'page-grade-report-grader-index',
    table(
      'user-grades',
      learners.map(
        ([id, name]) =>
          `<tr class="userrow" data-uid="${id}"><th class="user cell"><a class="username" href="/user/view.php?id=${id}">${name}</a></th></tr>`,
      ),
    ),
  ),
  'https://lms.test/user/index.php?id=2': moodlePage(
    'page-course-view-participants',
    table(
      'participants',
      learners.map(
        ([id, name]) =>
          `<tr><td><input type="checkbox" id="user${id}" aria-label="${name}"></td><th><a href="https://lms.test/user/view.php?id=${id}&course=2">${name}</a></th></tr>`,
      ),
    ),
  ),
  'https://lms.test/courses/17': canvasPage('<p>Modules</p>'),
  'https://lms.test/courses/17/gradebook': canvasPage(
    learners
      .map(
        ([id, name]) =>
          `<div class="student-name" style="line-height:36px"><a class="student-grades-link" data-student_id="${id}" href="/courses/17/grades/${id}">${name}</a></div>`,
      )
      .join(''),
  ),
  'https://lms.test/courses/17/users': canvasPage(
    table(
      'roster',
      learners.map(
        ([id, name]) =>
          `<tr id="user_${id}" class="rosterUser"><td><a class="roster_user_name" data-student_id="${id}" href="/courses/17/users/${id}">${name}</a></td></tr>`,
      ),
    ),
  ),
  'https://lms.test/courses/17/gradebook/speed_grader?assignment_id=3&student_id=6': canvasPage('<p>SpeedGrader</p>'),
  'https://lms.test/elsewhere':
    '<!doctype html><html lang="en"><title>Else</title><body class="course-2"><h1>Else</h1></body></html>',
};

const itemOf = (learnerPageId: string, learner: string, waiting: number) => ({
  pairingId: parseId<ExtensionTokenId>('token-1'),
  evidenceId: parseId<EvidenceId>(`evidence-${learnerPageId}`),
  contextId: parseId<ContextId>('context-1'),
  ...{ title: 'Complaint call', learner, learnerPageId, waiting, learnerTicks: waiting, traineeTicks: 1 },
  since: '2026-11-20T09:00:00.000Z',
});
/** What waits in that course. */
export const view: LmsPageView = {
  items: [itemOf('5', 'Amelia Hart', 3), itemOf('6', 'Kwame Boateng', 4)],
  place: null,
};
