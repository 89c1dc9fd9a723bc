import type { DemoLms } from '../../../../scripts/demo-lms/demo-lms.ts';
import type { FakeTool } from './fake-tool.ts';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';

export const SCOPES = {
  lineItem: `${AGS}/lineitem`,
  lineItemRead: `${AGS}/lineitem.readonly`,
  result: `${AGS}/result.readonly`,
  score: `${AGS}/score`,
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
};

export interface Answer {
  status: number;
  reason: string;
  contentType: string;
  link: string;
  headers: Headers;
  text: string;
  json(): unknown;
}

/** Asks the LMS at its local address for something at one of its public addresses. */
export async function ask(lms: DemoLms, url: string, init: RequestInit = {}): Promise<Answer> {
  const { pathname, search } = new URL(url, lms.url);
  const response = await fetch(`${lms.localUrl}${pathname}${search}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
    ...init,
  });
  const text = await response.text();
  return {
    status: response.status,
    reason: response.statusText,
    contentType: response.headers.get('content-type') ?? '',
    link: Buffer.from(response.headers.get('link') ?? '', 'latin1').toString('utf8'),
    headers: response.headers,
    text,
    json: () => JSON.parse(text),
  };
}

/** Posts a token request; claims of the assertion that are given win over the usual ones. */
export async function askToken(
  lms: DemoLms,
  tool: FakeTool,
  now: number,
  asked: { scope: string; claims?: Record<string, unknown>; kid?: string; otherKey?: boolean },
): Promise<Answer> {
  const { clientId, tokenUrl } = lms.platform;
  const iat = Math.floor(now / 1000);
  const claims = { iss: clientId, sub: clientId, aud: tokenUrl, jti: `${Math.random()}`, iat, exp: iat + 300 };
  const { kid, otherKey } = asked;
  const client_assertion = await tool.assertion(
    { ...claims, ...asked.claims },
    { ...(kid !== undefined && { kid }), ...(otherKey !== undefined && { otherKey }) },
  );
  return ask(lms, tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      scope: asked.scope,
    }),
  });
}

/** The `Authorization` header of a fresh token for those scopes. */
export async function bearer(lms: DemoLms, tool: FakeTool, now: number, ...scopes: string[]): Promise<string> {
  const answer = await askToken(lms, tool, now, { scope: scopes.join(' ') });
  const { access_token } = answer.json() as { access_token: string };
  return `Bearer ${access_token}`;
}
