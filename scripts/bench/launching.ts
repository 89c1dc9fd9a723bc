import type { DemoLms } from '../demo-lms/demo-lms.ts';
import type { Answer, HttpClient } from './http-client.ts';

/** Cookies as a browser would send them back. */
const cookiesOf = ({ headers }: Answer): string[] =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');

/**
 * A whole launch as a browser makes it, signed for real: login, id_token, and whatever redirect a tool answers with.
 * @returns the page it ends on
 * @throws Error where it does not end on a page
 */
export async function launch(client: HttpClient, toolUrl: string, lms: DemoLms, person: string): Promise<string> {
  const activity = lms.courses()[0]?.activities[0];
  if (!activity) throw new Error('The demo LMS has no activity.');
  const login = await client.send({
    method: 'POST',
    url: `${toolUrl}/lti/login`,
    form: {
      iss: lms.platform.issuer,
      target_link_uri: `${toolUrl}/lti/launch`,
      login_hint: lms.person(person).sub,
      client_id: activity.clientId,
      lti_deployment_id: activity.deploymentId,
    },
  });
  const asked = new URL(login.headers.location ?? '').searchParams;
  const [state, nonce] = [asked.get('state') ?? '', asked.get('nonce') ?? ''];
  const form = await lms.launchForm({ person, state, nonce });
  const cookies = cookiesOf(login);
  let page = await client.send({
    method: 'POST',
    url: `${toolUrl}/lti/launch`,
    headers: { cookie: cookies.join('; ') },
    form,
  });
  if (page.status === 302) {
    cookies.push(...cookiesOf(page));
    const url = new URL(page.headers.location ?? '', toolUrl).href;
    page = await client.send({ method: 'GET', url, headers: { cookie: cookies.join('; ') } });
  }
  if (page.status !== 200) throw new Error(`The launch was answered with ${page.status}: ${page.text.slice(0, 300)}`);
  return page.text;
}
