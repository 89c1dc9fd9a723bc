import type { DemoLms } from '../demo-lms/demo-lms.ts';

/** What a launch needs of a demo: its LMS, and where the tool is. */
type Launching = { readonly lms: DemoLms; readonly tool: { readonly url: string } };

/**
 * Launches a person of the demo LMS as their browser would, signed for real, and returns the panel's session token.
 * @throws Error where the launch is refused
 */
export async function launchWithoutBrowser(
  { lms, tool }: Launching,
  person: string,
  courseId?: string,
): Promise<string> {
  const toolUrl = tool.url;
  const course = lms.courses().find((candidate) => courseId === undefined || candidate.id === courseId);
  const activity = course?.activities[0];
  if (!course || !activity) throw new Error('The demo LMS has no such course.');
  const login = await fetch(`${toolUrl}/lti/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      iss: lms.platform.issuer,
      target_link_uri: `${toolUrl}/lti/launch`,
      login_hint: lms.person(person).sub,
      client_id: activity.clientId,
      lti_deployment_id: activity.deploymentId,
    }),
  });
  const asked = new URL(login.headers.get('location') ?? '').searchParams;
  const [state, nonce] = [asked.get('state') ?? '', asked.get('nonce') ?? ''];
  const form = await lms.launchForm({ person, course: course.id, activity: activity.id, state, nonce });
  const page = await fetch(`${toolUrl}/lti/launch`, {
    method: 'POST',
    headers: { cookie: (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' },
    body: new URLSearchParams(form),
  });
  const html = await page.text();
  const boot = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)?.[1];
  if (!boot) throw new Error(`The launch was answered with ${page.status}: ${html}`);
  return (JSON.parse(boot) as { token: string }).token;
}
