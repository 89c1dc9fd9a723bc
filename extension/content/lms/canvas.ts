import { type Lms, type LmsPage, numberIn } from './lms.ts';

const kinds: ReadonlyArray<readonly [RegExp, LmsPage['kind']]> = [
  [/^(?:\/modules|\/wiki|\/assignments)?\/?$/, 'course'],
  [/^\/gradebook\/speed_grader/, 'learner'],
  [/^\/gradebook(?:\/|$)/, 'gradebook'],
  [/^\/users\/?$/, 'people'],
  [/^\/(?:assignments\/\d+|external_tools\/\d+|modules\/items\/\d+)/, 'activity'],
];

/** Canvas, from Instructure's documentation and sources: the address says which page of which course it is. */
export const canvas: Lms = {
  recognise(page, { pathname, searchParams }) {
    const [, course, rest = ''] = /^\/courses\/(\d+)(\/.*)?$/.exec(pathname) ?? [];
    if (!course || !page.body.classList.contains(`context-course_${course}`)) return null;
    const kind = kinds.find(([pattern]) => pattern.test(rest))?.[1] ?? 'other';
    const student = searchParams.get('student_id');
    return { product: 'canvas', course, kind, learner: kind === 'learner' && student ? student : null };
  },
  rows(page) {
    const links = page.querySelectorAll('a.student-grades-link[data-student_id], a.roster_user_name[data-student_id]');
    return [...links].flatMap((name) => {
      const pageId = numberIn(name.getAttribute('data-student_id'), /^(\d+)$/);
      return pageId === null ? [] : [{ pageId, name }];
    });
  },
};
