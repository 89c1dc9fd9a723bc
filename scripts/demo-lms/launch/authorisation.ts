import type { Lms } from '../lms.ts';
import { loginHintOf } from '../world/manner.ts';
import { type Person, roleIn } from '../world/world.ts';
import { idToken } from './id-token.ts';
import { STORAGE_FRAME } from './login-form.ts';

/** What the authorisation endpoint answers: a form posted to the tool, or a page for the person. */
type AuthorisationAnswer =
  | { kind: 'post'; to: string; fields: Record<string, string> }
  | { kind: 'refused'; message: string };

const REFUSED: AuthorisationAnswer = { kind: 'refused', message: 'Invalid request' };
const REQUIRED = ['scope', 'response_type', 'client_id', 'redirect_uri', 'login_hint', 'nonce', 'lti_message_hint'];

/**
 * Answers an authentication request as Moodle 4.5 does. Errors are posted to the tool only once the client
 * and its redirect address are known; before that they are a page.
 * https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
export async function authorise(lms: Lms, person: Person, asked: URLSearchParams): Promise<AuthorisationAnswer> {
  const get = (name: string): string => asked.get(name) ?? '';
  const launch = lms.hints.peek(get('lti_message_hint'));
  if (REQUIRED.some((name) => get(name) === '') || !launch) return REFUSED;
  if (get('scope') !== 'openid' || get('response_type') !== 'id_token') return REFUSED;
  lms.hints.use(get('lti_message_hint'));

  const { activity, target, purpose } = launch;
  const course = lms.world.courses.find((candidate) => candidate.id === activity.courseId);
  if (!course || get('redirect_uri') !== lms.tool.launchUrl) return REFUSED;
  const post = (fields: Record<string, string>): AuthorisationAnswer => ({
    kind: 'post',
    to: lms.tool.launchUrl,
    fields: {
      ...fields,
      state: get('state'),
      ...(lms.manner === 'canvas' && { lti_storage_target: STORAGE_FRAME }),
    },
  });
  const invalid = (what: string): AuthorisationAnswer =>
    post({ error: 'invalid_request', error_description: `Invalid ${what}` });

  if (get('client_id') !== activity.clientId) return post({ error: 'unauthorized_client' });
  if (get('login_hint') !== loginHintOf(lms.manner, person)) return post({ error: 'access_denied' });
  if (roleIn(course, person) === null) return post({ error: 'access_denied' });
  if (get('response_mode') !== 'form_post') return invalid('response_mode');
  if (get('prompt') !== '' && get('prompt') !== 'none') return invalid('prompt');
  const { clientId, deploymentId } = activity;
  const subject = { person, course, activity, target, purpose, clientId, deploymentId, nonce: get('nonce') };
  return post({ id_token: await idToken(lms, subject) });
}
