import type { DemoLms } from '../demo-lms/demo-lms.ts';

/** What a launch needs of a demo: its LMS, and where the tool is. */
type Launching = { readonly lms: DemoLms; readonly tool: { readonly url: string } };

/** What the page that answers a launch hands to the panel. */
export type LaunchedPage = {
  readonly token: string;
  readonly platformOrigin: string;
  readonly start: readonly string[] | null;
  readonly contentReturnUrl: string | null;
};
type Request = Omit<Parameters<DemoLms['launchForm']>[0], 'state' | 'nonce'>;

/**
 * Launches a person of the demo LMS as their browser would, signed for real, and returns what the panel is told.
 * @throws Error where the launch is refused
 */
export async function launchPage({ lms, tool }: Launching, request: Request): Promise<LaunchedPage> {
  const toolUrl = tool.url;
  const course = lms.courses().find(({ id }) => request.course === undefined || id === request.course);
  const activity = course?.activities.find(({ id }) => request.activity === undefined || id === request.activity);
  if (!course || !activity) throw new Error('The demo LMS has no such course or activity.');
  const login = await fetch(`${toolUrl}/lti/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      iss: lms.platform.issuer,
      target_link_uri: `${toolUrl}/lti/launch`,
      login_hint: lms.person(request.person).sub,
      client_id: activity.clientId,
      lti_deployment_id: activity.deploymentId,
    }),
  });
  const asked = new URL(login.headers.get('location') ?? '').searchParams;
  const [state, nonce] = [asked.get('state') ?? '', asked.get('nonce') ?? ''];
  const place = { course: course.id, activity: activity.id };
  const form = await lms.launchForm({ ...request, ...place, state, nonce });
  const page = await fetch(`${toolUrl}/lti/launch`, {
    method: 'POST',
    headers: { cookie: (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' },
    body: new URLSearchParams(form),
  });
  const html = await page.text();
  const boot = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)?.[1];
  if (!boot) throw new Error(`The launch was answered with ${page.status}: ${html}`);
  return JSON.parse(boot) as LaunchedPage;
}

/** The session token of a person who opens the first activity of a course, by default the first course. */
export const launchWithoutBrowser = async (launching: Launching, person: string, course?: string): Promise<string> =>
  (await launchPage(launching, { person, ...(course === undefined ? {} : { course }) })).token;
