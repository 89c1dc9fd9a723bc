import { expect } from 'chai';
import { tell } from './fault-table.ts';
import { openPublishingWorld } from './publishing-world.ts';

/** The mass of a whole college; of a course on a given database, since the servers that tests run on are slow. */
const mass = Number(process.env.PUBLISH_LEARNERS ?? (process.env.DATABASE_URL ? 120 : 5_000));

describe(`publishing ${mass} scores that change at once`, () => {
  it('sends each once, over one token', async function () {
    this.timeout(600_000);
    const world = await openPublishingWorld(mass);
    try {
      await world.confirm(1);
      world.clock.pass(10_000);
      await world.publisher().drain();
      const { posts, lost, wrong } = await world.damage();
      tell({ fault: 'all changed at once', learners: mass, posts, lost, wrong });
      expect({ posts, lost, wrong }).to.deep.equal({ posts: mass, lost: 0, wrong: 0 });
      expect(world.lms.requests.filter((request) => request.service === 'token').length).to.equal(1);
    } finally {
      await world.close();
    }
  });
});
