import { expect } from 'chai';
import { lineItemService } from '../../../lti-tool/lti/grade-service.ts';
import type { ScoreAnswer } from '../../../lti-tool/use-cases/lti-ports.ts';
import { json, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';
import { gradingStage, recorded, score, scoresPath } from './grading-stage.ts';

describe('grade service: publishing', () => {
  const here = gradingStage();
  it('posts the score to the line item’s scores, with its query and the exact media type', async () => {
    expect(await here.answering(recorded('ags-score-01-normal'))).to.deep.equal({ kind: 'accepted' });
    const [request] = here.platform.requestsFor(scoresPath);
    expect(request).to.deep.include({ method: 'POST', url: `${scoresPath}?type_id=1` });
    expect(request?.headers['content-type']).to.equal('application/vnd.ims.lis.v1.score+json');
    expect(request?.headers.authorization).to.equal('Bearer token-moodle-client-id');
    expect(JSON.parse(request?.body ?? '')).to.deep.equal(score);
  });
  it('tells Canvas where the work is, by an address that only a launch opens', async () => {
    here.platform.at(scoresPath, json({}));
    const submission = { isNew: true, at: score.timestamp };
    await here.started.edge.grades.publish(here.address(), {
      ...score,
      userId: 'a b&c',
      submission,
      keepHandGrade: true,
    });
    const [request] = here.platform.requestsFor(scoresPath);
    expect(JSON.parse(request?.body ?? '')['https://canvas.instructure.com/lti/submission']).to.deep.equal({
      prioritize_non_tool_grade: true,
      new_submission: true,
      submission_type: 'basic_lti_launch',
      submission_data: `${here.started.url}/lti/launch?cs_learner=a+b%26c`,
      submitted_at: score.timestamp,
    });
  });
  it('tells a stale timestamp, a line item that is gone, and a lasting refusal apart', async () => {
    expect(await here.answering(recorded('ags-score-05-older-timestamp'))).to.deep.equal({ kind: 'stale' });
    expect(await here.answering(recorded('ags-score-38-unknown-lineitem'))).to.deep.equal({ kind: 'lineItemGone' });
    expect(await here.answering(recorded('ags-score-23-unknown-user'))).to.deep.include({
      kind: 'refused',
      status: 400,
    });
  });
  it('says nothing of what the platform echoes', async () => {
    const { reason } = fixture('moodle-4.5/ags-score-23-unknown-user').response;
    const answer = await here.answering((_request, response) => {
      response.socket?.end(`HTTP/1.1 400 ${reason} token-moodle-client-id\r\ncontent-length: 2\r\n\r\n[]`);
    });
    expect(answer).to.deep.include({ kind: 'refused', status: 400 });
    expect(JSON.stringify(answer)).not.to.match(/999|token-|scoreGiven/);
  });
  it('tries a failing platform later, and says that a grade may be locked', async () => {
    const answer = await here.answering(recorded('ags-score-81-b-locked-grade'));
    expect(answer).to.deep.include({ kind: 'retry', status: 500, retryAfterMs: null });
    expect('reason' in answer ? answer.reason : '').to.contain('locked');
  });
  it('tries later as the platform asks, in seconds or by date', async () => {
    const wait = (answer: ScoreAnswer) => (answer.kind === 'retry' ? answer.retryAfterMs : 'no retry');
    expect(wait(await here.answering(json({}, 429, { 'retry-after': '120' })))).to.equal(120_000);
    const date = new Date(here.started.clock.now() + 45_000).toUTCString();
    expect(wait(await here.answering(json({}, 503, { 'retry-after': date })))).to.equal(45_000);
  });
  it('takes Canvas’s 403 without allowance left for 429, and any other 403 for no', async () => {
    expect(await here.answering(json({}, 403, { 'x-rate-limit-remaining': '0.0' }))).to.deep.include({
      kind: 'retry',
      status: 403,
    });
    expect(await here.answering(json({}, 403, { 'x-rate-limit-remaining': '512.3' }))).to.deep.include({
      kind: 'refused',
      status: 403,
    });
  });
  it('does not follow a redirect with its token', async () => {
    const elsewhere = await startFakePlatform();
    const answer = await here.answering(json({}, 307, { location: `${elsewhere.url}/steal` }));
    expect(answer).to.deep.include({ kind: 'refused', status: 307 });
    expect(elsewhere.received).to.deep.equal([]);
    await elsewhere.close();
  });
  it('tries later when the connection breaks', async () => {
    const answer = await here.answering((_request, response) => void response.destroy());
    expect(answer).to.deep.include({ kind: 'retry', status: null });
  });
  it('stops at the caller’s wish', async () => {
    here.platform.at(scoresPath, () => {});
    const stop = new AbortController();
    const answer = here.started.edge.grades.publish(here.address(), score, stop.signal);
    stop.abort();
    expect(await answer).to.deep.include({ kind: 'retry', status: null });
  });
  it('refuses without asking where the platform or the address is impossible', async () => {
    const { publish: send } = here.started.edge.grades;
    expect(await send({ ...here.address(), clientId: 'gone' }, score)).to.deep.include({ kind: 'refused' });
    for (const lineItemUrl of ['file:///etc/passwd', 'nonsense'])
      expect(await send({ ...here.address(), lineItemUrl }, score)).to.deep.include({ kind: 'refused' });
    expect(here.platform.received).to.deep.equal([]);
  });
  it('knows the services of a line item', () => {
    expect(lineItemService('https://a.example/lineitem?type_id=1', 'scores')).to.equal(
      'https://a.example/lineitem/scores?type_id=1',
    );
    expect(lineItemService('https://a.example/line_items/31/', 'results')).to.equal(
      'https://a.example/line_items/31/results',
    );
  });
});
