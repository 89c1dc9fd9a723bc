import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Launch } from '../launch.ts';
import type { ResourceLink } from '../place-ports.ts';
import type { Stores } from '../ports.ts';
import type { LmsPage } from './extension-ports.ts';

type Deps = { readonly stores: Pick<Stores, 'extension'> };
type Where = Pick<LmsPage, 'product' | 'lmsUrl' | 'coursePageId' | 'activityUrl'>;

const number = /^\d{1,20}$/;
/** Canvas's numbers come only where the registration asks for them: a variable it does not know arrives as its text. */
const numbered = (text: string | undefined): string | null => (text !== undefined && number.test(text) ? text : null);

/** Moodle names course, activity and person in a launch by the numbers that its pages carry; its issuer is its address. */
function moodlePage(launch: Launch): Where | null {
  if (!URL.canParse(launch.issuer)) return null;
  const lmsUrl = launch.issuer.replace(/\/+$/, '');
  const activity = numbered(launch.resourceLink.id);
  return {
    product: 'moodle',
    lmsUrl,
    coursePageId: numbered(launch.context?.id),
    // `l` is the activity's own number, which a launch tells; `id` would be its course module's, which it does not.
    activityUrl: activity && `${lmsUrl}/mod/lti/view.php?l=${activity}`,
  };
}

/** Canvas's ids are opaque and its issuer is shared: the school's address is that of its services. */
function canvasPage({ scores, membershipsUrl, custom }: Launch): Where | null {
  const service = scores?.lineItemsUrl ?? scores?.lineItemUrl ?? membershipsUrl;
  if (!service || !URL.canParse(service)) return null;
  const { origin, pathname } = new URL(service);
  const course = numbered(custom.cs_canvas_course_id) ?? numbered(/\/courses\/(\d+)(?:\/|$)/.exec(pathname)?.[1]);
  const assignment = numbered(custom.cs_canvas_assignment_id);
  return {
    product: 'canvas',
    lmsUrl: origin,
    coursePageId: course,
    activityUrl: course && `${origin}/courses/${course}${assignment ? `/assignments/${assignment}` : ''}`,
  };
}

/** Where the pages of a launch's course and activity are; null for an LMS whose pages are not known. */
export function lmsPageOf(launch: Launch): Where | null {
  if (launch.product === 'moodle') return moodlePage(launch);
  return launch.product === 'canvas' ? canvasPage(launch) : null;
}

const personPageOf = (launch: Launch): string | null =>
  launch.product === 'canvas' ? numbered(launch.custom.cs_canvas_user_id) : numbered(launch.person?.sub);

/** Notes at a launch how the LMS's pages number what was launched, so that the extension can recognise them. */
export async function rememberLmsPage(
  { stores: { extension } }: Deps,
  launch: Launch,
  link: ResourceLink,
  personId: PersonId,
): Promise<void> {
  const where = lmsPageOf(launch);
  if (where === null) return;
  const { tenantId, contextId, id } = link;
  const person = personPageOf(launch);
  await Promise.all([
    extension.rememberPage({ linkId: id, tenantId, contextId, ...where }),
    person === null ? undefined : extension.rememberPersonPage(tenantId, personId, person),
  ]);
}
