import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { type Answer, ask, bearer, SCOPES } from './support/lms-client.ts';
import { recorded } from './support/recorded.ts';

interface Roster {
  members: { user_id: string; roles: string[]; name?: string; message?: unknown[] }[];
}

describe('demo LMS, line items, results and memberships in the Moodle manner', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  let all = '';
  const now = Date.parse('2026-11-23T10:47:49.000Z');

  beforeEach(async () => {
    tool = await startFakeTool();
    lms = await startDemoLms({ port: 0, publicUrl: 'https://moodle.example', tool: tool.addresses, now: () => now });
    all = await bearer(lms, tool, now, ...Object.values(SCOPES));
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  /** Asks again what was asked of the recorded Moodle; status, reason, type and Link must agree. */
  async function replay(name: string, authorization = all): Promise<Answer> {
    const { request, response } = recorded(name);
    const { 'content-type': type, accept } = request.headers ?? {};
    const answer = await ask(lms, request.url, {
      method: request.method,
      headers: { authorization, ...(type && { 'content-type': type }), ...(accept && { accept }) },
      ...(request.body && { body: JSON.stringify(request.body) }),
    });
    expect(answer.status, name).to.equal(response.status);
    expect(answer.contentType, name).to.equal(response.headers['content-type']);
    if (answer.status >= 400 && !answer.contentType.startsWith('text/html')) {
      expect(answer.reason, name).to.equal(response.reason);
      expect(answer.json(), name).to.deep.equal(response.body);
    }
    return answer;
  }
  const putFirstItemAsRecorded = (): Promise<Answer> => replay('ags-lineitem-20b-put-coupled-back');

  it('lists and filters line items as the recorded Moodle did', async () => {
    await putFirstItemAsRecorded();
    const first = (recorded('ags-lineitems-01-list').response.body as unknown[])[0];
    for (const name of [
      '01-list',
      '02-filter-rlid',
      '03-filter-resource_id',
      '04-filter-tag',
      '06-readonly-token-list',
    ]) {
      const answer = await replay(`ags-lineitems-${name}`);
      expect(answer.json(), name).to.deep.equal([first]);
    }
    expect((await replay('ags-lineitem-10-get')).json()).to.deep.equal(first);
    const other = await ask(lms, '/mod/lti/services.php/2/lineitems?tag=other', { headers: { authorization: all } });
    expect(other.json()).to.deep.equal([]);
    await replay('ags-lineitems-07-accept-json');
  });

  it('pages line items with a Link that nobody can follow', async () => {
    const { link } = await replay('ags-lineitems-05-limit1');
    expect(link).to.contain('&amp;limit=1').and.to.contain('rel=“first”');
  });

  it('creates, shows, renames and deletes a line item', async () => {
    const create = recorded('ags-lineitem-12b-create-with-dates-and-extra');
    const made = (await replay('ags-lineitem-12b-create-with-dates-and-extra')).json() as { id: string };
    expect(made).to.deep.equal({ ...create.request.body, id: made.id });
    const headers = { authorization: all };
    const vendor = { ...headers, 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' };
    const body = JSON.stringify({ label: 'Renamed', scoreMaximum: 12 });
    expect((await ask(lms, made.id, { method: 'PUT', headers: vendor, body })).status).to.equal(200);
    expect((await ask(lms, made.id, { headers })).json()).to.include({ label: 'Renamed', scoreMaximum: 12 });
    const gone = await ask(lms, made.id, { method: 'DELETE', headers });
    expect([gone.status, gone.text]).to.deep.equal([204, '']);
    expect((await ask(lms, made.id, { headers })).status).to.equal(404);
  });

  it('refuses line items as the recorded Moodle did', async () => {
    await replay('ags-lineitem-13-create-readonly-token', await bearer(lms, tool, now, SCOPES.lineItemRead));
    await replay('ags-lineitem-14-create-missing-label');
    await replay('ags-lineitem-15-create-wrong-content-type');
    await replay('ags-lineitem-16-create-foreign-resourcelink');
    await replay('ags-lineitem-22-get-after-delete');
  });

  it('renames the column when an activity’s own line item is put', async () => {
    await replay('ags-lineitem-19-put-coupled');
    expect(lms.gradebook('2')[0]?.label).to.equal('Unit 1 renamed by tool');
  });

  it('lists results with and without a score, of one user when asked, and an HTML page with a limit', async () => {
    lms.overrideGrade('2', 'amelia', { score: 72, comment: null });
    lms.overrideGrade('2', 'kwame', null);
    const [amelia, kwame] = (await replay('ags-results-01-all')).json() as Record<string, unknown>[];
    const [, recordedScore] = recorded('ags-results-01-all').response.body as Record<string, unknown>[];
    expect(amelia).to.deep.equal({ ...recordedScore, timestamp: '2026-11-23T10:47:49+00:00' });
    expect(Object.keys(kwame ?? {})).to.deep.equal(['id', 'userId']);
    expect((await replay('ags-results-02-user')).json()).to.have.length(1);
    expect((await replay('ags-results-03-user-unknown')).json()).to.deep.equal([]);
    await replay('ags-results-04-limit1');
    await replay('ags-results-05-wrong-scope', await bearer(lms, tool, now, SCOPES.score));
    await replay('ags-results-06-accept-json');
  });

  it('calls the non-editing teacher a learner in the roster, in short names, and leaves the administrator out', async () => {
    const { members } = (await replay('nrps-01-context')).json() as Roster;
    const roles = Object.fromEntries(members.map((one) => [one.user_id, one.roles]));
    expect(roles).to.deep.equal({
      3: ['Instructor'],
      7: ['Instructor'],
      5: ['Learner'],
      6: ['Learner'],
      4: ['Learner'],
    });
    const [asRecorded] = (recorded('nrps-01-context').response.body as Roster).members;
    expect(Object.keys(members[0] ?? {})).to.deep.equal(Object.keys(asRecorded ?? {}));
  });

  it('pages the roster with a Link that leads to everyone once', async () => {
    const first = await replay('nrps-03-limit2-page1');
    expect(first.link).to.equal(recorded('nrps-03-limit2-page1').response.headers.link);
    const seen: string[] = [];
    let next: string | undefined = recorded('nrps-03-limit2-page1').request.url;
    while (next) {
      const page = await ask(lms, next, { headers: { authorization: all } });
      seen.push(...(page.json() as Roster).members.map((one) => one.user_id));
      next = /<([^>]*)>; rel="next"/.exec(page.link)?.[1];
    }
    expect(seen).to.deep.equal(['3', '7', '5', '6', '4']);
    const linked = await replay('nrps-03b-rlid-limit2-page1');
    expect(linked.link).to.equal(recorded('nrps-03b-rlid-limit2-page1').response.headers.link);
    expect((linked.json() as Roster).members[0]?.message).to.have.length(1);
  });

  it('filters the roster by long and short role names', async () => {
    for (const name of ['nrps-04-role-learner', 'nrps-04b-role-Learner-short']) {
      const { members } = (await replay(name)).json() as Roster;
      expect(members.map((one) => one.user_id)).to.deep.equal(['5', '6', '4']);
    }
    const { members } = (await replay('nrps-05-role-instructor')).json() as Roster;
    expect(members.map((one) => one.user_id)).to.deep.equal(['3', '7']);
  });

  it('withholds names and addresses in the roster when told to', async () => {
    lms.setPrivacy({ sendNames: false, sendEmail: false });
    const { members } = (await replay('nrps-20-privacy-noname-noemail-context')).json() as Roster;
    expect(Object.keys(members[0] ?? {})).to.deep.equal(['status', 'roles', 'user_id', 'lis_person_sourcedid']);
  });

  it('refuses the roster as the recorded Moodle did', async () => {
    await replay('nrps-06-accept-json');
    await replay('nrps-07-accept-any');
    await replay('nrps-08-no-token', '');
    await replay('nrps-09-garbage-token', 'Bearer garbage');
    await replay('nrps-10-wrong-scope', await bearer(lms, tool, now, SCOPES.score));
    await replay('nrps-11-unknown-course');
    await replay('nrps-12-unknown-rlid');
    await replay('nrps-13-foreign-tool-binding');
  });
});
