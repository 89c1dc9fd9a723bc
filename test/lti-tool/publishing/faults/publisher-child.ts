import { createLtiEdge } from '../../../../lti-tool/lti/lti-edge.ts';
import { createPublisher } from '../../../../lti-tool/publisher/publisher.ts';
import { openStore } from '../../../../lti-tool/store/store.ts';
import { testSecret } from '../../../builders/lti/started-edge.ts';

export type ChildOrder = {
  readonly databaseUrl: string;
  readonly publicUrl: string;
  /** Milliseconds that the clock is ahead of the computer's. */
  readonly offset: number;
  /** After which step to be killed, and when it comes for the how-manieth time. */
  readonly killAt: string;
  readonly killAfter: number;
};

const silent = { info: () => {}, warn: () => {}, error: () => {} };

// A publisher in a process of its own that is killed, as by a power cut, right after a step.
async function run(order: ChildOrder): Promise<void> {
  const store = await openStore(order.databaseUrl);
  const clock = { now: () => Date.now() + order.offset };
  const edge = await createLtiEdge({
    ...{ publicUrl: order.publicUrl, secret: testSecret, records: store.records, clock, log: silent },
    allowLocalPlatforms: true,
    onLaunch: async () => {},
  });
  let seen = 0;
  const publisher = createPublisher({
    ...{ stores: store.stores, clock, grades: edge.grades, lineItems: edge.lineItems, roster: null },
    ...{ random: Math.random, callTimeout: 10_000, owner: `child-${process.pid}`, log: silent },
    onStep(step) {
      if (step === order.killAt) seen += 1;
      if (seen === order.killAfter) process.kill(process.pid, 'SIGKILL');
    },
  });
  await publisher.drain();
  process.exit(0);
}

void run(JSON.parse(process.argv[2] ?? '{}') as ChildOrder);
