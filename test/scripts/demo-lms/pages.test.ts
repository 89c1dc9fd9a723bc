import { expect } from 'chai';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type Answer, ask } from './support/lms-client.ts';

const HOSTILE = `<script>alert("x")</script>'&`;
const origin = 'http://127.0.0.1:9';
const tool = { loginUrl: `${origin}/login`, launchUrl: `${origin}/launch`, jwksUrl: `${origin}/keys`, origin };

describe('demo LMS, its pages', () => {
  let lms: DemoLms;

  beforeEach(async () => {
    lms = await startDemoLms({ port: 0, tool });
  });
  afterEach(() => lms.close());

  const open = (path: string, person: string): Promise<Answer> =>
    ask(lms, path, { headers: { cookie: lms.cookieOf(person) } });
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(lms, path, { method: 'POST', body: new URLSearchParams(fields), headers });

  it('carry Moodle’s marks, by which a browser extension knows them', async () => {
    const activity = (await open('/mod/lti/view.php?id=2', 'amelia')).text;
    expect(activity).to.match(/<body id="page-mod-lti-view" class="[^"]*course-2 cmid-2 cm-type-lti/);
    expect(activity).to.contain('id="contentframe"').and.to.contain('name="keywords" content="moodle, ');
    expect((await open('/course/view.php?id=2', 'amelia')).text).to.contain('id="page-course-view-topics"');
    const grader = (await open('/grade/report/grader/index.php?id=2', 'priya')).text;
    expect(grader).to.contain('id="page-grade-report-grader-index"');
    expect(grader).to.contain('<tr class="userrow student_5" data-uid="5">');
    const people = (await open('/user/index.php?id=2', 'priya')).text;
    expect(people).to.contain('id="participants"').and.to.contain('id="user6"');
    expect(people).to.contain('/user/view.php?id=6');
  });

  it('escape names, comments and titles everywhere', async () => {
    const { key } = lms.enrol({ courseId: '2', role: 'student', givenName: HOSTILE, familyName: 'Smith' });
    lms.overrideGrade('2', key, { score: 5, comment: HOSTILE });
    lms.overrideGrade('2', 'amelia', { score: 6, comment: HOSTILE });
    const pages = [
      ['/', 'priya'],
      ['/user/index.php?id=2', 'priya'],
      ['/user/view.php?id=8&course=2', 'priya'],
      ['/grade/report/grader/index.php?id=2', 'priya'],
      ['/grade/report/user/index.php?id=2', 'amelia'],
      ['/demo/controls', 'priya'],
      [`/course/view.php?id=${encodeURIComponent(HOSTILE)}`, 'priya'],
    ] as const;
    for (const [path, person] of pages) {
      const { text } = await open(path, person);
      expect(text, path).not.to.contain('<script>alert');
      if (path !== pages[6][0])
        expect(text, path).to.contain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;');
    }
  });

  it('show a learner their own grades only', async () => {
    lms.overrideGrade('2', 'kwame', { score: 42, comment: 'for Kwame only' });
    const sent = await open('/grade/report/grader/index.php?id=2', 'amelia');
    expect(sent.headers.get('location')).to.contain('/grade/report/user/index.php?id=2');
    expect((await open('/grade/report/user/index.php?id=2', 'amelia')).text).not.to.contain('for Kwame only');
    expect((await open('/grade/report/user/index.php?id=2', 'kwame')).text).to.contain('for Kwame only');
    expect((await open('/grade/report/grader/index.php?id=2', 'tom')).text).to.contain('for Kwame only');
  });

  it('switch person, come back to the page, and never lead to another site', async () => {
    const switched = await send('/session', { person: 'tom', back: '/course/view.php?id=2' });
    expect(switched.headers.get('location')).to.equal('/course/view.php?id=2');
    expect(switched.headers.get('set-cookie')).to.contain(lms.cookieOf('tom')).and.to.contain('HttpOnly');
    for (const back of ['//evil.example/x', '/\\evil.example', 'https://evil.example']) {
      expect((await send('/session', { person: 'tom', back })).headers.get('location')).to.equal('/');
    }
    expect((await send('/session', { person: 'nobody', back: '/' })).status).to.equal(400);
  });

  it('refuse forms that another site sent', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await send('/demo/controls', { action: 'mend' }, headers)).status).to.equal(403);
    expect((await send('/session', { person: 'tom', back: '/' }, headers)).status).to.equal(400);
  });

  it('break and mend the LMS from the demo controls', async () => {
    await send('/demo/controls', { action: 'break', on: 'jwks', how: 'maintenance', times: '' });
    expect((await ask(lms, lms.platform.jwksUrl)).status).to.equal(503);
    expect((await open('/demo/controls', 'priya')).text).to.contain('Answer 503 (until mended)');
    await send('/demo/controls', { action: 'mend' });
    expect((await ask(lms, lms.platform.jwksUrl)).status).to.equal(200);
    await send('/demo/controls', { action: 'break', on: 'nrps', how: 'drop', times: '' });
    expect((await open('/demo/controls', 'priya')).text).to.contain('Everything works.');
  });

  it('override, hand back, lock and withhold from the demo controls', async () => {
    const amelia = { item: '2', person: '5' };
    const row = () => lms.gradebook('2').find((one) => one.person === 'amelia');
    await send('/demo/controls', { action: 'override', ...amelia, score: '61.5', comment: 'typed' });
    expect(row()).to.include({ score: 61.5, comment: 'typed', overridden: true });
    await send('/demo/controls', { action: 'hand-back', ...amelia });
    expect(row()).to.include({ score: null, overridden: false });
    await send('/demo/controls', { action: 'lock', ...amelia });
    expect(row()?.locked).to.equal(true);
    await send('/demo/controls', { action: 'unlock', ...amelia });
    expect(row()?.locked).to.equal(false);
    await send('/demo/controls', { action: 'privacy', email: 'on' });
    expect((await open('/demo/controls', 'priya')).text)
      .to.match(/name="email" checked/)
      .and.not.to.match(/name="names" checked/);
  });

  it('answer what is not there with a page of their own', async () => {
    for (const path of [
      '/nope',
      '/mod/lti/view.php?id=99',
      '/course/view.php?id=99',
      '/user/view.php?id=99&course=2',
    ]) {
      const answer = await open(path, 'priya');
      expect([answer.status, answer.contentType], path).to.deep.equal([404, 'text/html; charset=utf-8']);
    }
    expect((await open('/mod/lti/return.php?course=2', 'priya')).headers.get('location')).to.equal(
      lms.courses()[0]?.url,
    );
  });
});

describe('demo LMS, its pages in the Canvas manner', () => {
  it('have the storage frame beside the tool, and Canvas’s addresses and marks', async () => {
    const lms = await startDemoLms({ port: 0, tool, manner: 'canvas' });
    const headers = { cookie: lms.cookieOf('priya') };
    const [course] = lms.courses();
    const activity = (await ask(lms, course?.activities[0]?.url ?? '', { headers })).text;
    expect(activity).to.contain('name="post_message_forwarding"').and.to.contain(`data-tool-origin="${origin}"`);
    expect(activity).to.contain('class="context-course_2 assignments show"');
    expect((await ask(lms, '/post_message_forwarding')).text).to.contain('platform-messages.js');
    expect((await ask(lms, '/courses/2/gradebook', { headers })).text).to.contain('student_5');
    await lms.close();
  });
});
