import { expect } from 'chai';
import { tell } from './fault-table.ts';
import { openPublishingWorld, type PublishingWorld } from './publishing-world.ts';

const minute = 60_000;

describe('publishing into a column that this tool made', () => {
  const few = 6;
  let world: PublishingWorld;
  before(async function () {
    this.timeout(60_000);
    world = await openPublishingWorld(few, { ownColumn: false });
    await world.confirm(1);
    await world.settle();
  });
  after(() => world?.close());
  beforeEach(() => {
    world.lms.recover();
    world.clock.pass(10_000);
    world.forget();
  });
  const endsWell = async (fault: string, mostPosts: number) => {
    const damage = await world.damage();
    tell({ fault, learners: few, ...damage });
    expect(damage).to.deep.include({ lost: 0, wrong: 0 });
    expect(damage.posts).to.be.at.most(mostPosts);
  };

  it('survives that somebody deletes it', async () => {
    const before = world.lineItemId();
    world.lms.deleteLineItem(before ?? '');
    await world.confirm(2);
    await world.settle();
    expect(world.lineItemId()).to.not.be.oneOf([null, before]);
    // Whoever was under way finds out, and posts once more.
    await endsWell('column deleted', 2 * few);
  });
  it('survives that somebody deletes it while nothing is confirmed', async () => {
    world.lms.deleteLineItem(world.lineItemId() ?? '');
    world.clock.pass(15 * minute);
    await world.settle();
    await endsWell('column deleted, nothing confirmed', few);
  });
  it('survives that a new one cannot be made for a while', async () => {
    world.lms.deleteLineItem(world.lineItemId() ?? '');
    world.lms.fail({ on: 'lineitems', how: { status: 503 }, times: 5 });
    await world.confirm(3);
    await world.settle();
    await endsWell('column deleted, line items failing', 2 * few);
  });
});
