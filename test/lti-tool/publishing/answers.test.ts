import { expect } from 'chai';
import type { RosterService } from '../../../lti-tool/use-cases/lti-ports.ts';
import { exportPerson } from '../../../lti-tool/use-cases/person/export-person.ts';
import { scoreStateOf } from '../../../lti-tool/use-cases/publishing/score-state.ts';
import { type Centre, openCentre } from '../../builders/tool/centre.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';

describe('what the LMS answers to a score', () => {
  let centre: Centre;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  beforeEach(async () => {
    centre = await openCentre();
    lms = fakeGradebook();
    const membershipsUrl = 'https://lms.example/memberships';
    const priya = await centre.person('Priya Nair', 'assessor', { membershipsUrl });
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner', { membershipsUrl }), priya);
    await amelia.confirm('201/1.1');
  });
  afterEach(() => centre.close());
  const publish = (milliseconds = 2_000, roster: RosterService | null = null) => {
    centre.deps.clock.advance(milliseconds);
    return publisherOf(centre, lms, roster ? { roster } : {}).drain();
  };
  const trouble = async () => (await amelia.column()).trouble;
  const failure = { kind: 'retry', status: 500, retryAfterMs: null, reason: 'failed' } as const;
  const times = { sent: () => lms.sent.map((score) => Date.parse(score.timestamp)) };

  it('500 three times, while its results can be read: the grade is locked, and trying stops', async () => {
    lms.answers.push(failure, failure, failure);
    for (let round = 0; round < 10; round += 1) await publish(60_000);
    expect(lms.sent.length).to.equal(3);
    expect(await trouble()).to.deep.include({ code: 'locked', nextTryAt: null, status: 500 });
    await amelia.confirm('201/1.2');
    await publish();
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(2);
  });
  it('500 while its results cannot be read either: the LMS is down, and trying goes on', async () => {
    const results = async () => ({ kind: 'unavailable', status: 500, reason: 'down' }) as const;
    lms.answers.push(...Array.from({ length: 6 }, () => failure));
    for (let round = 0; round < 12; round += 1) {
      centre.deps.clock.advance(301_000);
      await publisherOf(centre, lms, { grades: { ...lms.service, results } }).drain();
    }
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(1);
  });
  it('409: a later second once more, then a person has to look', async () => {
    lms.answers.push({ kind: 'stale' }, { kind: 'stale' });
    for (let round = 0; round < 5; round += 1) await publish(5_000);
    expect(lms.sent.length).to.equal(2);
    const [first = 0, second = 0] = times.sent();
    expect(second - first).to.be.at.least(1_000);
    expect(await trouble()).to.deep.include({ code: 'laterScoreStays', nextTryAt: null });
  });
  it('409 once: the second try is taken', async () => {
    lms.answers.push({ kind: 'stale' });
    await publish();
    await publish();
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(1);
  });
  it('400 for a person who is not on the roster: not enrolled any more', async () => {
    lms.answers.push({ kind: 'refused', status: 400, reason: 'refused' });
    await publish(2_000, { members: async () => [] });
    expect(await trouble()).to.deep.include({ code: 'learnerGone', nextTryAt: null });
    expect(scoreStateOf(await amelia.enrolment(), await amelia.column())).to.equal('notEnrolled');
  });
  it('400 for a person who is on the roster: refused for another reason', async () => {
    lms.answers.push({ kind: 'refused', status: 400, reason: 'refused' });
    const amelias = {
      ...{ name: null, givenName: null, familyName: null, roles: [] },
      userId: 'amelia-hart',
      active: true,
    };
    await publish(2_000, { members: async () => [amelias] });
    expect(await trouble()).to.deep.include({ code: 'refused', nextTryAt: null });
  });
  it('401 and 403: not allowed, until an administrator allows it', async () => {
    lms.answers.push({ kind: 'refused', status: 403, reason: 'refused' });
    await publish();
    expect(await trouble()).to.deep.include({ code: 'notAllowed', nextTryAt: null });
  });
  it('nothing, though it was stored: the gradebook is read, and nothing is sent twice', async () => {
    lms.answers.push(() => {
      const timestamp = lms.sent.at(-1)?.timestamp ?? null;
      lms.type(own, 'amelia-hart', 1, timestamp);
      return { kind: 'retry', status: null, retryAfterMs: null, reason: 'cut off' };
    });
    await publish();
    await publish(5_000);
    expect(lms.sent.length).to.equal(1);
    expect(scoreStateOf(await amelia.enrolment(), await amelia.column())).to.equal('inStep');
  });
  it('goes into the record, each score once, with what came of it', async () => {
    lms.answers.push({ kind: 'retry', status: 503, retryAfterMs: null, reason: 'busy' });
    await publish();
    await publish(5_000);
    const { tenantId, id } = await amelia.enrolment();
    const { publishing } = centre.store.stores;
    const records = await publishing.recordsOf(tenantId, id, 10);
    expect(records.map(({ answer, status, scoreGiven }) => [answer, status, scoreGiven])).to.deep.equal([
      ['accepted', null, 1],
      ['retry', 503, 1],
    ]);
    expect(records[0]?.comment).to.match(/^1 of 81 criteria confirmed/);
    const [first] = records;
    if (first) await publishing.addRecord({ ...first, answer: 'unknown' });
    expect((await publishing.recordsOf(tenantId, id, 10)).length).to.equal(2);
  });
  it('goes into the export of the person’s data, with what, when and the answer', async () => {
    lms.answers.push({ kind: 'retry', status: 503, retryAfterMs: null, reason: 'busy' });
    await publish();
    await publish(5_000);
    const place = { registrationId: 'registration-1', deploymentId: '1', lmsUserId: 'amelia-hart' };
    const { content } = await exportPerson(centre.store.stores, place);
    const sent = content.records.scoreRecords ?? [];
    expect(sent.map((record) => Object(record).answer)).to.have.members(['accepted', 'retry']);
    for (const record of sent) {
      expect(record).to.deep.include({ unitRef: null, scoreGiven: 1, scoreMaximum: 81 });
      expect(Object(record).comment).to.match(/^1 of 81 criteria confirmed/);
      expect(lms.sent.map((score) => score.timestamp)).to.include(Object(record).timestamp);
    }
  });

  describe('and the clock', () => {
    it('stepping back never makes an older score: it waits until its time has come again', async () => {
      await publish();
      await amelia.confirm('201/1.2');
      centre.deps.clock.advance(-3_600_000);
      await publish();
      expect(lms.sent.length).to.equal(1);
      expect(await trouble()).to.deep.include({ code: 'clockBehind' });
      for (let minutes = 0; minutes < 65; minutes += 5) await publish(300_000);
      expect(lms.sent.map((score) => score.scoreGiven)).to.deep.equal([1, 2]);
      const [first = 0, second = 0] = times.sent();
      expect(second).to.be.above(first);
    });
    it('stepping forward and put right again: the score waits, and the wait ends when the clock is right', async () => {
      centre.deps.clock.advance(7_200_000);
      await publish();
      centre.deps.clock.advance(-7_200_000);
      await amelia.confirm('201/1.2');
      for (let hour = 0; hour < 30; hour += 1) await publish(300_000);
      expect(lms.sent.length).to.equal(2);
      const [first = 0, second = 0] = times.sent();
      expect(second).to.be.above(first);
    });
    it('stepping back during a wait does not make the wait longer', async () => {
      lms.answers.push({ kind: 'retry', status: 429, retryAfterMs: 600_000, reason: 'busy' });
      await publish();
      centre.deps.clock.advance(-3_000);
      await publish(600_000);
      await publish(5_000);
      expect(lms.grades.size).to.equal(1);
    });
    it('stepping back leaves no lease behind for hours', async () => {
      centre.deps.clock.advance(7_200_000);
      const at = (milliseconds: number) => new Date(centre.deps.clock.now() + milliseconds).toISOString();
      await centre.store.stores.enrolments.leaseDue({
        ...{ owner: 'dead', now: at(0), until: at(60_000), farthest: at(120_000), quietSince: at(-1_000) },
        ...{ limit: 10, exceptTenants: [] },
      });
      centre.deps.clock.advance(-7_200_000);
      await publish();
      expect(lms.sent.length).to.equal(1);
    });
  });
});
