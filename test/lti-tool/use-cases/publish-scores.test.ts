import { expect } from 'chai';
import type { GradeService } from '../../../lti-tool/use-cases/lti-ports.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { retryDelay } from '../../../lti-tool/use-cases/publishing/retry-delay.ts';
import { changeTicks } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';

describe('publishing scores', () => {
  let centre: Centre;
  let amelia: Principal;
  let priya: Principal;
  let lms: FakeGradebook;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    priya = await centre.person('Priya Nair', 'assessor');
    lms = fakeGradebook();
  });
  afterEach(() => centre.close());
  const publishNow = () => publisherOf(centre, lms).drain();
  /** Evidence has to be quiet for a second before its score is sent. */
  const publish = () => {
    centre.deps.clock.advance(1_000);
    return publishNow();
  };
  const confirmed = async (...ids: string[]) => {
    const item = await centre.submitted(amelia, ids);
    await changeTicks(centre.deps, priya, item.id, { tick: ids.map(criterion), untick: [] });
    return item;
  };
  const confirmMore = (item: Awaited<ReturnType<typeof confirmed>>, id: string) =>
    changeTicks(centre.deps, priya, item.id, { tick: [criterion(id)], untick: [] });

  it('sends confirmed criteria of the chosen units, with a comment and the time of sending', async () => {
    await confirmed('201/1.1', '201/1.2');
    await centre.submitted(amelia, ['201/1.3']);
    await publish();
    expect(lms.sent.length).to.equal(1);
    expect(lms.sent[0]).to.deep.include({
      userId: 'amelia-hart',
      scoreGiven: 2,
      activityProgress: 'InProgress',
      gradingProgress: 'FullyGraded',
      timestamp: '2026-11-23T09:00:01.000Z',
    });
    expect(lms.sent[0]?.comment).to.match(/^2 of \d+ criteria confirmed; 1 awaits an assessor$/);
  });

  it('sends nothing for ticks, submissions and reviews that confirm nothing', async () => {
    await centre.submitted(amelia, ['201/1.1']);
    await publish();
    expect(lms.sent).to.deep.equal([]);
  });

  it('sends one score for a burst of confirmations', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    for (const id of ['201/1.1', '201/1.2', '201/1.3', '201/1.4']) {
      await confirmMore(item, id);
      centre.deps.clock.advance(200);
      await publishNow();
    }
    await publish();
    expect(lms.sent.map((score) => score.scoreGiven)).to.deep.equal([4]);
  });

  it('keeps at least a second between two scores of a learner', async () => {
    const item = await confirmed('201/1.1');
    await publish();
    await confirmMore(item, '201/1.2');
    await publish();
    const [first, second] = lms.sent.map((score) => Date.parse(score.timestamp));
    expect((second ?? 0) - (first ?? 0)).to.be.at.least(1_000);
  });

  it('tries again after a fault, no sooner than the platform asked', async () => {
    await confirmed('201/1.1');
    lms.answers.push({ kind: 'retry', status: 429, retryAfterMs: 30_000, reason: 'Too many requests' });
    await publish();
    centre.deps.clock.advance(29_000);
    await publishNow();
    expect(lms.sent.length).to.equal(1);
    centre.deps.clock.advance(2_000);
    await publishNow();
    expect(lms.sent.length).to.equal(2);
  });

  it('stops at a refusal until progress changes or the activity is opened again', async () => {
    const item = await confirmed('201/1.1');
    lms.answers.push({ kind: 'refused', status: 400, reason: 'The LMS does not know this learner.' });
    await publish();
    centre.deps.clock.advance(600_000);
    await publishNow();
    expect(lms.sent.length).to.equal(1);
    await confirmMore(item, '201/1.2');
    lms.answers.push({ kind: 'refused', status: 400, reason: 'The LMS does not know this learner.' });
    await publish();
    expect(lms.sent.length).to.equal(2);
    await centre.person('Amelia Hart', 'learner');
    await publish();
    expect(lms.sent.length).to.equal(3);
  });

  it('shows the learner what the gradebook was told, and whether that is up to date', async () => {
    const item = await confirmed('201/1.1');
    await publish();
    const published = async () => (await viewEnrolment(centre.deps, amelia, item.enrolmentId)).published;
    expect(await published()).to.deep.include({ scoreGiven: 1, upToDate: true });
    await confirmMore(item, '201/1.2');
    expect(await published()).to.deep.include({ scoreGiven: 1, upToDate: false });
  });

  it('leaves a leased score to its publisher, and takes it over when that one died', async () => {
    await confirmed('201/1.1');
    centre.deps.clock.advance(1_000);
    const at = (milliseconds: number) => new Date(centre.deps.clock.now() + milliseconds).toISOString();
    const leased = await centre.store.stores.enrolments.leaseDue({
      ...{ owner: 'dead', now: at(0), until: at(60_000), farthest: at(120_000), quietSince: at(-1_000) },
      ...{ limit: 10, exceptTenants: [] },
    });
    expect(leased.length).to.equal(1);
    await publishNow();
    expect(lms.sent.length).to.equal(0);
    centre.deps.clock.advance(60_001);
    await publishNow();
    expect(lms.sent.length).to.equal(1);
  });

  it('publishes again what was confirmed while a score was on its way', async () => {
    const item = await confirmed('201/1.1');
    let more = true;
    const slow: GradeService = {
      ...lms.service,
      async publish(address, score, signal) {
        if (more) await confirmMore(item, '201/1.2');
        more = false;
        return lms.service.publish(address, score, signal);
      },
    };
    centre.deps.clock.advance(1_000);
    await publisherOf(centre, lms, { grades: slow }).drain();
    await publish();
    expect(lms.sent.map((score) => score.scoreGiven)).to.deep.equal([1, 2]);
  });

  it('waits longer after each failure, with jitter, up to five minutes', () => {
    const delays = [0, 1, 2, 20].map((attempts) => retryDelay(attempts, null, () => 1));
    expect(delays).to.deep.equal([1_000, 2_000, 4_000, 300_000]);
    expect(retryDelay(2, null, () => 0)).to.equal(2_000);
    expect(retryDelay(0, 90_000, () => 0)).to.equal(90_000);
  });
});
