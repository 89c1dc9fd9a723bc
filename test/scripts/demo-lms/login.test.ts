import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { type Answer, ask } from './support/lms-client.ts';
import { recordedJson } from './support/recorded.ts';

const entities: Record<string, string> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (text: string): string =>
  text.replaceAll(/&(quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

/** The form of a page that posts itself. */
function formOf(page: string): { action: string; fields: Record<string, string> } {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  const fields = Object.fromEntries([...inputs].map(([, name, value]) => [plain(name ?? ''), plain(value ?? '')]));
  return { action: plain(/action="([^"]*)"/.exec(page)?.[1] ?? ''), fields };
}

describe('demo LMS, login', () => {
  let lms: DemoLms;
  let tool: FakeTool;

  const start = async (manner: 'moodle' | 'canvas'): Promise<void> => {
    lms = await startDemoLms({ port: 0, tool: tool.addresses, manner });
  };
  beforeEach(async () => {
    tool = await startFakeTool();
    await start('moodle');
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  const launchAddress = (): string => `${lms.url}/mod/lti/launch.php?id=2`;
  const as = (person: string): RequestInit => ({ headers: { cookie: lms.cookieOf(person) } });
  const login = async (person: string, url = launchAddress()): Promise<Record<string, string>> =>
    formOf((await ask(lms, url, as(person))).text).fields;

  async function request(changes: Record<string, string> = {}, dropped: string[] = []): Promise<URLSearchParams> {
    const { login_hint, lti_message_hint, client_id } = await login('amelia');
    const usual = { login_hint, lti_message_hint, client_id, redirect_uri: tool.addresses.launchUrl };
    const fixed = { scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' };
    const asked = { ...fixed, ...usual, nonce: 'NONCE', state: 'STATE', ...changes } as Record<string, string>;
    for (const name of dropped) delete asked[name];
    return new URLSearchParams(asked);
  }
  const authorise = (asked: URLSearchParams, init = as('amelia')): Promise<Answer> =>
    ask(lms, `${lms.platform.authUrl}?${asked}`, init);

  it('posts the fields that the recorded Moodle posted, with a hint that names the person', async () => {
    const { params } = recordedJson('login-student-embedded-22') as { params: Record<string, string> };
    const page = await ask(lms, launchAddress(), as('amelia'));
    const { action, fields } = formOf(page.text);
    expect(action).to.equal(tool.addresses.loginUrl);
    expect(Object.keys(fields)).to.deep.equal(Object.keys(params));
    expect(fields).to.include({ iss: lms.url, login_hint: '5', client_id: lms.platform.clientId });
    expect(JSON.parse(fields.lti_message_hint ?? '')).to.have.keys('cmid', 'launchid');
    expect(page.text).to.contain('<button');
  });

  it('answers each authentication request as the recorded Moodle did', async () => {
    interface Case {
      request_changes: Record<string, string>;
      dropped: string[];
      status: number;
      posts_form_to: string | null;
      form: Record<string, string> | null;
    }
    const { cases } = recordedJson('auth-endpoint-cases') as { cases: Record<string, Case> };
    for (const [name, one] of Object.entries(cases)) {
      const answer = await authorise(await request(one.request_changes, one.dropped));
      if (name === 'replay-same-launchid') continue;
      expect(answer.status, name).to.equal(one.status);
      if (one.form === null) {
        expect(answer.text, name).to.contain('Invalid request').and.not.to.contain('data-auto-submit');
        continue;
      }
      const { action, fields } = formOf(answer.text);
      expect(action, name).to.equal(tool.addresses.launchUrl);
      if (fields.id_token) fields.id_token = '<id_token>';
      expect(fields, name).to.deep.equal(one.form);
    }
  });

  it('takes a message hint once', async () => {
    const asked = await request();
    expect(formOf((await authorise(asked)).text).fields).to.have.property('id_token');
    expect((await authorise(asked)).status).to.equal(404);
  });

  it('posts a request without the cookie once more from its own page, and then gives up', async () => {
    const again = formOf((await authorise(await request(), {})).text);
    expect(again.action).to.equal(lms.platform.authUrl);
    const body = new URLSearchParams(again.fields);
    const answer = await ask(lms, again.action, { ...as('amelia'), method: 'POST', body });
    expect(formOf(answer.text).fields).to.have.property('id_token');
    const stranger = await ask(lms, again.action, { method: 'POST', body });
    expect([stranger.status, stranger.text.includes('You are not logged in')]).to.deep.equal([404, true]);
  });

  it('leaves the course closed to people who are not enrolled in it', async () => {
    lms.unenrol('2', 'amelia');
    expect((await ask(lms, launchAddress(), as('amelia'))).status).to.equal(403);
    expect((await ask(lms, launchAddress())).headers.get('location')).to.equal('/');
  });

  it('names its storage frame, region and deployment in the Canvas manner, and hints at nothing readable', async () => {
    await lms.close();
    await start('canvas');
    const [course] = lms.courses();
    const fields = await login('amelia', `${course?.activities[0]?.url}/launch`);
    expect(fields).to.include({
      iss: 'https://canvas.example',
      lti_storage_target: 'post_message_forwarding',
      canvas_environment: 'prod',
      deployment_id: lms.platform.deploymentId,
      lti_deployment_id: lms.platform.deploymentId,
    });
    expect(fields.login_hint).to.match(/^[0-9a-f]{40}$/);
  });
});
