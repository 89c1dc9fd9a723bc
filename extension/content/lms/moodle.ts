import { type Lms, type LmsPage, numberIn } from './lms.ts';

const kinds: ReadonlyArray<readonly [RegExp, LmsPage['kind']]> = [
  [/^page-course-view-participants$|^page-user-index$/, 'people'],
  [/^page-course-view-/, 'course'],
  [/^page-mod-lti-view$/, 'activity'],
  [/^page-grade-report-grader-index$/, 'gradebook'],
];
/** The front page is a course too, and none of anybody's. */
const site = '1';

/** Moodle 4 with the Boost theme and those made of it: the body says which page of which course it is. */
export const moodle: Lms = {
  recognise(page) {
    const keywords = page.querySelector('meta[name=keywords]')?.getAttribute('content');
    if (!/^moodle/i.test(keywords ?? '')) return null;
    const { id, className } = page.body;
    const course = numberIn(className, /(?:^|\s)course-(\d+)(?:\s|$)/);
    if (course === null || course === site) return null;
    const kind = kinds.find(([pattern]) => pattern.test(id))?.[1] ?? 'other';
    return { product: 'moodle', course, kind, learner: null };
  },
  rows(page) {
    const graded = [...page.querySelectorAll('tr.userrow[data-uid]')].map((row) => ({
      pageId: row.getAttribute('data-uid') ?? '',
      name: row.querySelector('th a.username, th.user a, a.username'),
    }));
    const listed = [...page.querySelectorAll('#participants tbody tr')].map((row) => {
      const link = row.querySelector('a[href*="/user/view.php"]');
      const box = numberIn(row.querySelector('input[id^=user]')?.id, /^user(\d+)$/);
      return { pageId: box ?? numberIn(link?.getAttribute('href'), /[?&]id=(\d+)/) ?? '', name: link };
    });
    return [...graded, ...listed].flatMap(({ pageId, name }) => (pageId !== '' && name ? [{ pageId, name }] : []));
  },
};
