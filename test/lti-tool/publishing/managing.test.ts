import { expect } from 'chai';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import {
  askScoreCheck,
  chooseScoreColumns,
  pausePublishing,
  publishScores,
} from '../../../lti-tool/use-cases/publishing/manage-scores.ts';
import { listScoreRecords, viewScores } from '../../../lti-tool/use-cases/publishing/view-scores.ts';
import { scoreRecordsViewSchema, scoresViewSchema } from '../../../shared/api/score-views.ts';
import { type Centre, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';

describe('looking after scores', () => {
  let centre: Centre;
  let priya: Principal;
  let morgan: Principal;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  let kwame: LearnerAtWork;
  beforeEach(async () => {
    centre = await openCentre();
    lms = fakeGradebook();
    priya = await centre.person('Priya Nair', 'assessor');
    morgan = await centre.person('Morgan Lee', 'manager');
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner'), priya);
    kwame = await learnerAtWork(centre, await centre.person('Kwame Boateng', 'learner'), priya);
  });
  afterEach(() => centre.close());
  const publish = (milliseconds = 2_000) => {
    centre.deps.clock.advance(milliseconds);
    return publisherOf(centre, lms).drain();
  };
  const view = async (as = morgan) => scoresViewSchema.parse(await viewScores(centre.deps, as));
  const states = async () => (await view()).rows.map((row) => [row.learner.givenName, row.state]);

  it('shows each learner: confirmed, published, and how it stands', async () => {
    await amelia.confirm('201/1.1');
    expect(await states()).to.deep.equal([
      ['Amelia', 'due'],
      ['Kwame', 'nothingYet'],
    ]);
    await publish();
    const { rows, mayManage, columns } = await view();
    expect(rows[0]).to.deep.include({ confirmed: 1, total: 81, state: 'inStep', trouble: null });
    expect(rows[0]?.published).to.deep.include({ scoreGiven: 1, scoreMaximum: 81 });
    expect(mayManage).to.equal(true);
    expect(columns[0]?.maximum).to.equal(81);
    expect((await view(priya)).mayManage).to.equal(false);
  });
  it('says when the next try is, and why', async () => {
    await amelia.confirm('201/1.1');
    lms.answers.push({ kind: 'retry', status: 503, retryAfterMs: null, reason: 'The platform failed (503).' });
    await publish();
    const [row] = (await view()).rows;
    expect(row?.state).to.equal('retrying');
    expect(row?.trouble).to.deep.include({ code: 'failed', status: 503, attempts: 1 });
    expect(Date.parse(row?.trouble?.nextTryAt ?? '')).to.be.above(centre.deps.clock.now());
  });
  it('publishes what was stopped again, for one or for all', async () => {
    for (const learner of [amelia, kwame]) await learner.confirm('201/1.1');
    const refusal = { kind: 'refused', status: 400, reason: 'refused' } as const;
    lms.answers.push(refusal, refusal);
    await publish();
    expect((await states()).map(([, state]) => state)).to.deep.equal(['notEnrolled', 'notEnrolled']);
    expect(await publishScores(centre.deps, priya, [amelia.enrolmentId])).to.deep.equal({ count: 1 });
    await publish();
    expect((await states()).map(([, state]) => state)).to.deep.equal(['inStep', 'notEnrolled']);
    await publishScores(centre.deps, morgan, null);
    await publish();
    expect((await states()).map(([, state]) => state)).to.deep.equal(['inStep', 'inStep']);
  });
  it('does not reach into another context', async () => {
    const elsewhere = { context: { id: '3', title: 'Group B', label: null } };
    const other = await centre.person('Odd Manager', 'manager', elsewhere);
    await amelia.confirm('201/1.1');
    await publish();
    expect(await publishScores(centre.deps, other, [amelia.enrolmentId])).to.deep.equal({ count: 0 });
    expect((await view(other)).rows).to.deep.equal([]);
  });
  it('pauses and resumes publishing; what became due meanwhile is sent afterwards', async () => {
    await pausePublishing(centre.deps, morgan, true);
    await amelia.confirm('201/1.1');
    await publish();
    expect(lms.sent).to.deep.equal([]);
    expect((await view()).pausedSince).not.to.equal(null);
    await pausePublishing(centre.deps, morgan, false);
    await publish();
    expect(lms.sent.length).to.equal(1);
    expect((await view()).pausedSince).to.equal(null);
  });
  it('looks at the gradebook when asked', async () => {
    await amelia.confirm('201/1.1');
    await publish();
    centre.deps.clock.advance(10_000);
    lms.type(own, 'amelia-hart', 50, new Date(centre.deps.clock.now()).toISOString());
    await publish(1_000);
    expect((await states())[0]?.[1]).to.equal('inStep');
    await askScoreCheck(centre.deps, priya);
    await publish(1_000);
    expect((await states())[0]?.[1]).to.equal('changedByHand');
    expect((await view()).columns[0]?.checkedAt).not.to.equal(null);
  });
  it('says that the gradebook could not be compared', async () => {
    await amelia.confirm('201/1.1');
    await publish();
    centre.deps.clock.advance(61_000);
    const results = async () => ({ kind: 'unavailable', status: 503, reason: 'busy' }) as const;
    await publisherOf(centre, lms, { grades: { ...lms.service, results } }).drain();
    expect((await view()).columns[0]?.checkFault).to.equal('busy');
  });
  it('notes who is no longer on the platform’s roster', async () => {
    const membershipsUrl = 'https://lms.example/memberships';
    await centre.person('Priya Nair', 'assessor', { membershipsUrl });
    await amelia.confirm('201/1.1');
    await publish();
    centre.deps.clock.advance(61_000);
    await publisherOf(centre, lms, { roster: { members: async () => [] } }).drain();
    expect((await states())[0]?.[1]).to.equal('notEnrolled');
    const member = { ...{ name: null, givenName: null, familyName: null, roles: [] }, active: true };
    const members = async () => ['amelia-hart', 'kwame-boateng'].map((userId) => ({ ...member, userId }));
    centre.deps.clock.advance(900_001);
    await publisherOf(centre, lms, { roster: { members } }).drain();
    expect((await states())[0]?.[1]).to.equal('inStep');
  });
  it('sends what the LMS refused once the learner is back on the roster', async () => {
    const membershipsUrl = 'https://lms.example/memberships';
    await centre.person('Priya Nair', 'assessor', { membershipsUrl });
    const member = { ...{ name: null, givenName: null, familyName: null, roles: [] }, active: true };
    let listed: string[] = [];
    const roster = { members: async () => listed.map((userId) => ({ ...member, userId })) };
    const round = (milliseconds: number) => {
      centre.deps.clock.advance(milliseconds);
      return publisherOf(centre, lms, { roster }).drain();
    };
    await kwame.confirm('201/1.1');
    await round(2_000);
    lms.answers.push({ kind: 'refused', status: 400, reason: 'refused' });
    await amelia.confirm('201/1.1');
    await round(2_000);
    await round(900_001);
    expect((await states())[0]?.[1]).to.equal('notEnrolled');
    expect((await amelia.column()).published).to.equal(null);
    listed = ['amelia-hart', 'kwame-boateng'];
    await round(900_001);
    await round(2_000);
    expect((await states()).map(([, state]) => state)).to.deep.equal(['inStep', 'inStep']);
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(1);
  });
  it('lists the scores that were sent, for the learner too', async () => {
    await amelia.confirm('201/1.1');
    await publish();
    const asked = listScoreRecords(centre.deps, amelia.learner, amelia.enrolmentId);
    const { records } = scoreRecordsViewSchema.parse(await asked);
    expect(records.map((record) => [record.scoreGiven, record.answer])).to.deep.equal([[1, 'accepted']]);
    expect(await failureOf(listScoreRecords(centre.deps, kwame.learner, amelia.enrolmentId))).to.equal('notFound');
  });
  it('leaves pausing and columns to managers', async () => {
    expect(await failureOf(pausePublishing(centre.deps, priya, true))).to.equal('roleNotAllowed');
    expect(await failureOf(chooseScoreColumns(centre.deps, priya, 'units'))).to.equal('roleNotAllowed');
  });
});
