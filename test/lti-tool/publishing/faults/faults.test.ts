import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { publishSteps } from '../../../../lti-tool/use-cases/publishing/publish-deps.ts';
import { tell } from './fault-table.ts';
import type { ChildOrder } from './publisher-child.ts';
import { openPublishingWorld, type PublishingWorld } from './publishing-world.ts';

const learners = 12;
const perPlatform = 8;
const minute = 60_000;
describe('publishing survives', () => {
  let world: PublishingWorld;
  let confirmed = 0;
  const confirmMore = () => {
    confirmed += 1;
    return world.confirm(confirmed);
  };
  before(async function () {
    this.timeout(60_000);
    world = await openPublishingWorld(learners);
    // The column's maximum and everybody's first score, before any fault.
    await confirmMore();
    await world.settle();
  });
  after(() => world?.close());
  beforeEach(async () => {
    world.lms.recover();
    world.clock.pass(10_000);
    world.forget();
    await confirmMore();
  });

  /** The gradebook is right, no score was older than one before, and there were not more posts than said. */
  const endsWell = async (fault: string, mostPosts: number) => {
    const damage = await world.damage();
    tell({ fault, learners, ...damage });
    expect(damage).to.deep.include({ lost: 0, wrong: 0 });
    expect(damage.posts).to.be.at.most(mostPosts);
  };

  it('nothing at all: one post a learner', async () => {
    await world.publisher().drain();
    await endsWell('none', learners);
  });

  for (const step of publishSteps)
    it(`kill -9 right after "${step}"`, async function () {
      this.timeout(40_000);
      const { databaseUrl, edge, offset } = world;
      const order: ChildOrder = { databaseUrl, publicUrl: edge.url, offset: offset(), killAt: step, killAfter: 3 };
      const child = fork(path.join(__dirname, 'publisher-child.ts'), [JSON.stringify(order)], {
        execArgv: ['-r', 'esbuild-register'],
      });
      const [, signal] = await once(child, 'exit');
      expect(signal).to.equal('SIGKILL');
      await world.settle(4);
      // Only what was under way may come twice.
      await endsWell(`kill -9 after ${step}`, learners + perPlatform);
    });

  it('the LMS being down for four hours', async function () {
    this.timeout(180_000);
    for (const on of ['scores', 'results', 'lineitems', 'token'] as const) world.lms.fail({ on, how: { status: 503 } });
    world.lms.revokeTokens();
    const publisher = world.publisher();
    for (let passed = 0; passed < 240; passed += 1) {
      world.clock.pass(minute);
      await publisher.drain();
    }
    world.lms.recover();
    for (let passed = 0; passed < 6; passed += 1) {
      world.clock.pass(minute);
      await publisher.drain();
    }
    // A probe now and then, then everybody once.
    await endsWell('LMS down for four hours', learners + perPlatform + 100);
  });

  it('the LMS hanging', async () => {
    world.lms.fail({ on: 'scores', how: 'hang', times: 6 });
    await world.publisher({ callTimeout: 300 }).drain();
    await world.settle();
    await endsWell('LMS hanging, 6 posts', learners + 6);
  });

  it('the LMS asking for patience for a while', async () => {
    world.lms.fail({ on: 'scores', how: { status: 429, retryAfterSeconds: 30 }, times: 10 });
    const publisher = world.publisher();
    await publisher.drain();
    const before = (await world.damage()).posts;
    world.clock.pass(20_000);
    await publisher.drain();
    expect((await world.damage()).posts).to.equal(before);
    await world.settle();
    await endsWell('429 with Retry-After, 10 posts', learners + 10);
  });

  it('the LMS failing with its rate limit, as Canvas tells it', async () => {
    world.lms.fail({ on: 'scores', how: { status: 403, rateLimitRemaining: 0 }, times: 10 });
    await world.publisher().drain();
    await world.settle();
    await endsWell('403 rate limit, 10 posts', learners + 10);
  });

  it('the LMS saying yes and dropping the score', async () => {
    world.lms.fail({ on: 'scores', how: 'drop', times: learners });
    await world.publisher().drain();
    await world.settle();
    await endsWell('200, score dropped', 2 * learners);
  });

  it('replies lost after the score was stored', async () => {
    world.lms.fail({ on: 'scores', how: 'lose-reply', times: learners });
    await world.publisher().drain();
    await world.settle();
    await endsWell('stored, reply lost', learners);
  });

  it('connections cut before the score was stored', async () => {
    world.lms.fail({ on: 'scores', how: 'reset', times: learners });
    await world.publisher().drain();
    await world.settle();
    await endsWell('connection cut', 2 * learners);
  });

  it('the token endpoint being down', async () => {
    world.lms.revokeTokens();
    world.lms.fail({ on: 'token', how: { status: 503 }, times: 12 });
    await world.publisher().drain();
    await world.settle();
    // Posts with the token that was revoked are refused, and count.
    await endsWell('token endpoint down', 2 * learners);
  });

  it('the clock stepping forward and back again', async function () {
    this.timeout(60_000);
    world.clock.pass(2 * 60 * minute);
    await world.publisher().drain();
    await confirmMore();
    world.clock.pass(-2 * 60 * minute);
    await world.publisher().drain();
    await world.settle(60, 5 * minute);
    await endsWell('clock two hours forward, then back', 2 * learners);
  });

  it('the clock stepping back', async () => {
    world.clock.pass(-10 * minute);
    await world.publisher().drain();
    expect((await world.damage()).posts).to.equal(0);
    await world.settle(60, minute);
    await endsWell('clock ten minutes back', learners);
  });

  it('three publishers at once', async () => {
    const all = ['a', 'b', 'c'].map((owner) => world.publisher({ owner }));
    await Promise.all(all.map((publisher) => publisher.drain()));
    await endsWell('three publishers at once', learners);
  });

  it('the database connection lost in the middle', async function () {
    this.timeout(90_000);
    let announced = 0;
    let mended: Promise<void> | undefined;
    const publisher = world.publisher({
      onStep(step) {
        if (step === 'announced') announced += 1;
        if (step !== 'announced' || announced !== 4) return;
        world.cutDatabase();
        mended = pause(500).then(world.restoreDatabase);
      },
    });
    await publisher.drain().catch(() => {});
    // Publishing may give up at once: nothing is settled before the wire is whole again.
    await mended;
    await world.settle();
    expect(announced).to.be.at.least(4);
    await endsWell('database connection lost', learners + perPlatform);
  });
});
