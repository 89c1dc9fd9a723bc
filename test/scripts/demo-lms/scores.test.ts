import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import type { GradebookRow } from '../../../scripts/demo-lms/world/gradebook.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { ask, bearer, SCOPES } from './support/lms-client.ts';
import { recorded, recordedJson } from './support/recorded.ts';

const at = Date.parse;
const SCORE = 'application/vnd.ims.lis.v1.score+json';

describe('demo LMS, scores in the Moodle manner', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  let now = 0;
  let authorization = '';

  before(async () => {
    tool = await startFakeTool();
  });
  after(() => tool.close());
  beforeEach(async () => {
    now = at('2026-11-23T10:48:57.000Z');
    lms = await startDemoLms({ port: 0, publicUrl: 'https://moodle.example', tool: tool.addresses, now: () => now });
    authorization = await bearer(lms, tool, now, SCOPES.score, SCOPES.lineItem);
  });
  afterEach(() => lms.close());

  const row = (sub: string, item = '2'): GradebookRow | undefined =>
    lms.gradebook('2').find((one) => one.sub === sub && one.lineItemId === item);

  /** Sends a recorded score again and compares status, reason, type, body and the gradebook afterwards. */
  async function replay(name: string, changes: { authorization?: string; asUser?: string } = {}): Promise<void> {
    const { request, response, gradebook_after: expected } = recorded(`ags-score-${name}`);
    const asUser = (text: string): string =>
      changes.asUser ? text.replace(`"userId":"${request.body?.userId}"`, `"userId":"${changes.asUser}"`) : text;
    const answer = await ask(lms, request.url, {
      method: request.method,
      headers: {
        'content-type': request.headers?.['content-type'] ?? '',
        authorization: changes.authorization ?? authorization,
      },
      body: asUser(JSON.stringify(request.body)),
    });
    expect(answer.status, name).to.equal(response.status);
    expect(answer.reason, name).to.equal(asUser(response.reason));
    expect(answer.contentType, name).to.equal(response.headers['content-type']);
    const body = answer.text === '' ? '' : answer.json();
    expect(body, name).to.deep.equal(response.body);
    const item = /lineitems\/(\d+)\//.exec(request.url)?.[1] ?? '2';
    const shown = row(changes.asUser ?? String(request.body?.userId), item);
    if (!expected || !shown) return;
    expect(shown.score, name).to.equal(expected.finalgrade === null ? null : Number(expected.finalgrade));
    expect(shown.comment, name).to.equal(expected.feedback);
    expect(shown.at, name).to.equal(expected.timemodified);
  }

  it('answers a run of scores as the recorded Moodle did', async () => {
    for (const name of [
      '01-normal',
      '02-newer',
      '03-same-timestamp-same-score',
      '04-same-timestamp-other-score',
      '05-older-timestamp',
      '06-one-second-newer',
      '07-same-second-newer-millis',
      '08-scoreMaximum-50',
      '09-scoreGiven-above-maximum',
      '10-back-to-60',
      '11-comment-plain',
      '12-no-comment-after-comment',
      '13-empty-comment',
      '14-scoreGiven-absent-FullyGraded',
      '15-set-70',
      '16-scoreGiven-and-max-absent-Pending',
      '17-set-71',
      '18-pending-comment-only',
    ]) {
      await replay(name);
    }
  });

  it('refuses malformed scores, strangers and teachers, repeating the body in the reason, and changes nothing', async () => {
    await replay('17-set-71');
    await replay('18-pending-comment-only');
    for (const name of [
      '23-unknown-user',
      '24-teacher-user',
      '24b-trainee-user',
      '24c-admin-user',
      '25-missing-timestamp',
      '26-bad-timestamp',
      '31-missing-gradingProgress',
      '32-scoreGiven-without-scoreMaximum',
      '82-unknown-user-non-ascii-comment',
    ]) {
      await replay(name);
    }
  });

  it('refuses other media types, unknown columns and courses, and another tool’s number', async () => {
    await replay('17-set-71');
    await replay('18-pending-comment-only');
    for (const name of [
      '33-wrong-content-type-json',
      '33b-vnd.ims.lti-ags',
      '38-unknown-lineitem',
      '39-unknown-course',
      '40-lineitem-of-other-tool-type_id-7',
    ]) {
      await replay(name);
    }
    const getting = await ask(lms, recorded('ags-scores-60-GET').request.url, { headers: { authorization } });
    expect(getting.status).to.equal(405);
  });

  it('refuses a token that is missing, made up, expired, revoked or for another scope', async () => {
    await replay('17-set-71');
    await replay('18-pending-comment-only');
    await replay('36-no-token', { authorization: '' });
    await replay('35-garbage-token', { authorization: 'Bearer garbage' });
    await replay('34-wrong-scope', { authorization: await bearer(lms, tool, now, SCOPES.lineItemRead) });
    lms.revokeTokens();
    await replay('36-no-token');
    const token = await bearer(lms, tool, now, SCOPES.score);
    now += 3_600_000;
    await replay('37-expired-token', { authorization: token });
  });

  it('takes odd numbers and timestamps as the recorded Moodle did', async () => {
    for (const name of [
      '19-zero',
      '19b-decimals',
      '20-string-number',
      '21-negative',
      '21b-scoreMaximum-zero',
      '22-userId-number',
      '27-timestamp-no-millis-Z',
      '28-timestamp-offset',
      '28b-timestamp-micros',
      '28c-timestamp-no-zone',
      '29-bad-gradingProgress',
      '30-bad-activityProgress',
      '40b-no-type_id',
    ]) {
      await replay(name);
    }
  });

  it('lets a score from the future block later real ones', async () => {
    await replay('41-future-timestamp');
    await replay('42-now-after-future');
    await replay('43-extra-fields');
  });

  it('stamps a wipe that leaves a comment with its own time', async () => {
    now = at('2026-11-23T10:49:37.300Z');
    for (const name of [
      '52-a-set-70',
      '52-b-pending-with-score-no-comment',
      '52-c-fullygraded-72-next-event-time',
      '53-a-set-70',
      '53-b-pending-with-comment',
      '53-c-fullygraded-72-event-time-before-server-time',
      '53-d-fullygraded-72-now-plus-1s',
    ]) {
      await replay(name);
    }
  });

  it('stamps every wipe with its own time in a column that the tool made', async () => {
    now = at('2026-11-23T10:48:58.000Z');
    for (const resourceId of ['a', 'b', 'c']) {
      const made = await ask(lms, '/mod/lti/services.php/2/lineitems?type_id=1', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' },
        body: JSON.stringify({ label: 'Linked', scoreMaximum: 60, resourceId, resourceLinkId: '1' }),
      });
      expect(made.status).to.equal(201);
    }
    for (const name of [
      '70-linked-manual-item-normal',
      '71-linked-manual-item-no-comment',
      '72-linked-manual-item-same-timestamp',
      '73-linked-manual-item-Pending',
      '74-linked-manual-after-clear',
    ]) {
      await replay(name);
    }
  });

  it('counts FullyGraded only, whatever the activity progress', async () => {
    interface Case {
      activityProgress: string;
      gradingProgress: string;
      after: { finalgrade: string | null; feedback: string };
    }
    const { matrix } = recordedJson('ags-score-50-progress-matrix') as { matrix: Case[] };
    const post = (score: Record<string, unknown>): Promise<{ status: number }> => {
      now += 60_000;
      return ask(lms, '/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1', {
        method: 'POST',
        headers: { authorization, 'content-type': SCORE },
        body: JSON.stringify({ userId: '6', timestamp: new Date(now).toISOString(), scoreMaximum: 100, ...score }),
      });
    };
    for (const { activityProgress, gradingProgress, after } of matrix) {
      await post({ activityProgress, gradingProgress: 'FullyGraded', scoreGiven: 80, comment: 'before' });
      const comment = `${activityProgress}/${gradingProgress}`;
      const answer = await post({ activityProgress, gradingProgress, scoreGiven: 25, comment });
      expect(answer.status).to.equal(200);
      const shown = row('6');
      expect([shown?.score, shown?.comment], comment).to.deep.equal([
        after.finalgrade === null ? null : Number(after.finalgrade),
        after.feedback,
      ]);
    }
  });

  it('keeps a teacher’s grade and comment, with 200, until it is handed back', async () => {
    now = at('2026-11-23T10:50:30.000Z');
    await replay('80-a-before-override');
    lms.overrideGrade('2', 'amelia', { score: 90, comment: 'teacher feedback' });
    await replay('80-b-after-teacher-override-in-gradebook');
    expect(row('5')?.overridden).to.equal(true);
    lms.overrideGrade('2', 'amelia', null);
    expect(row('5')?.score).to.equal(41);
  });

  it('answers 500 for a locked grade and a locked column, and changes nothing', async () => {
    await replay('86-final-student2');
    lms.lock('2', 'kwame', true);
    await replay('81-b-locked-grade');
    lms.lock('2', 'kwame', false);
    lms.lock('2', null, true);
    await replay('81-c-locked-item');
  });

  it('keeps comments in any script and of any length', async () => {
    const asUser = lms.enrol({ courseId: '2', role: 'student', givenName: 'Çağla', familyName: 'O’Neil-Łuk' }).sub;
    for (const progress of ['NotReady', 'Pending', 'PendingManual', 'Failed']) {
      now = at('2026-11-23T10:49:37.000Z');
      await replay(`51-no-earlier-grade-${progress}`, { asUser });
    }
    for (const name of ['83-non-ascii-comment', '84-long-comment', '85-final-student3']) await replay(name, { asUser });
  });
});
