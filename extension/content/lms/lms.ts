/** A page of an LMS as far as it matters here. */
export type LmsPage = {
  readonly product: 'moodle' | 'canvas';
  /** The course's number. */
  readonly course: string;
  readonly kind: 'course' | 'activity' | 'gradebook' | 'people' | 'learner' | 'other';
  /** The learner's number on a page about one learner. */
  readonly learner: string | null;
};
/** A learner named on a page. */
export type LmsRow = { readonly pageId: string; readonly name: Element };

/** All that is known of an LMS's pages; what it changes about them is mended in one file. */
export type Lms = {
  /** The page, or null where it is not one of this LMS's course pages. */
  recognise(page: Document, address: URL): LmsPage | null;
  /** The learners named on a gradebook or people page now. */
  rows(page: Document): LmsRow[];
};

/** The number in a text such as "user_12" or "course-2"; null where there is none. */
export const numberIn = (text: string | null | undefined, pattern: RegExp): string | null =>
  pattern.exec(text ?? '')?.[1] ?? null;
