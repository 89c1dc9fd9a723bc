import type { Lms } from '../lms.ts';
import { TOKEN_LIFE_SECONDS } from './access-tokens.ts';
import { checkAssertion, UNKNOWN_KEY } from './client-assertion.ts';
import { jsonReply, type ServiceReply } from './service-call.ts';
import { grantedScopes } from './vocabulary.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Moodle writes its errors by hand, which is why a quote in one breaks the JSON. */
const moodleFault = (error: string): ServiceReply => ({
  status: 400,
  contentType: 'text/html; charset=utf-8',
  body: `{\n  "error" : "${error}"\n}`,
});

const canvasErrors = new Set(['invalid_scope', 'invalid_request', 'unsupported_grant_type']);

/** Canvas answers in JSON with a code and a description. */
const canvasFault = (error: string): ServiceReply =>
  canvasErrors.has(error)
    ? jsonReply(400, 'application/json', { error })
    : jsonReply(401, 'application/json', {
        error: 'invalid_client',
        error_description: error === UNKNOWN_KEY ? 'no public key for this kid' : error,
      });

/**
 * The client-credentials token endpoint. Scopes that the tool was not granted are left out of the token; when
 * none is left the request fails.
 * https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export async function issueToken(lms: Lms, form: URLSearchParams): Promise<ServiceReply> {
  const fault = lms.manner === 'canvas' ? canvasFault : moodleFault;
  const assertion = form.get('client_assertion') ?? '';
  const asked = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (form.get('grant_type') !== 'client_credentials') return fault('unsupported_grant_type');
  if (form.get('client_assertion_type') !== JWT_BEARER || assertion === '' || asked.length === 0) {
    return fault('invalid_request');
  }
  const checked = await checkAssertion(lms, assertion);
  if (!checked.ok) return fault(checked.error);
  const scopes = asked.filter((scope) => grantedScopes.includes(scope));
  if (scopes.length === 0) return fault('invalid_scope');
  const body = {
    access_token: lms.tokens.issue({ clientId: checked.clientId, scopes }),
    token_type: 'Bearer',
    expires_in: TOKEN_LIFE_SECONDS,
    scope: scopes.join(' '),
  };
  return jsonReply(200, lms.manner === 'canvas' ? 'application/json' : 'text/html', body);
}
