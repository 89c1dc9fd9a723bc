import { setTimeout } from 'node:timers/promises';
import type { Log } from '../http/log.ts';
import { sweepRecounts } from '../use-cases/centre/recount.ts';
import type { Enrolment } from '../use-cases/enrolment-ports.ts';
import { instantOf } from '../use-cases/ports.ts';
import { checkInterval, createColumns } from '../use-cases/publishing/bring-column.ts';
import { checkColumn } from '../use-cases/publishing/check-column.ts';
import { createDestinations } from '../use-cases/publishing/destinations.ts';
import { instantIn, type PublishDeps } from '../use-cases/publishing/publish-deps.ts';
import { giveBack, type LeasedEnrolment, publishEnrolment } from '../use-cases/publishing/publish-enrolment.ts';
import { createResultReader } from '../use-cases/publishing/result-reader.ts';
import { createRosterReader } from '../use-cases/publishing/roster-reader.ts';
import { createTurns } from '../use-cases/publishing/turns.ts';
import { sweepUncounted } from '../use-cases/refresh-progress.ts';
import { createLanes } from './lanes.ts';

export type PublisherDeps = PublishDeps & {
  readonly log: Pick<Log, 'warn'>;
  /** Names this publisher in leases. */
  readonly owner: string;
  /** Calls to one platform at the same time. */
  readonly perPlatform?: number;
};
export type Publisher = {
  /** Works until stopped. */
  start(): void;
  /** Does all that is due now, and returns how many scores were accepted. */
  drain(signal?: AbortSignal): Promise<number>;
  /** Finishes what is under way, and stops. */
  stop(): Promise<void>;
};

/** How often the work is looked for, in milliseconds. */
const interval = 500;
/** Changes within this time of one another become one score, in milliseconds. */
const quietTime = 1_000;
/** A publisher that died gives its work back after this long, in milliseconds. */
const leaseTime = 60_000;
/** Enrolments leased at once: enough to keep several platforms busy, few enough to be sent long before the lease ends. */
const batch = 32;
/** So long at most nobody looks for more work while some is under way, in milliseconds. */
const longestWait = 200;
/** From so many due in one course on, the gradebook column is read once for all. */
const manyFrom = 5;
/** When the gradebook is looked at after scores were sent, in milliseconds. */
const lookAfter = 60_000;

/**
 * Publishes due scores, finishes stale progress and compares the gradebook, until stopped. Any number may run, in any
 * number of processes. A fault of the database or the LMS is logged; the next round tries again.
 */
export function createPublisher(deps: PublisherDeps): Publisher {
  const { clock, stores, owner, log, random } = deps;
  const calls = deps.perPlatform ?? 8;
  // While some wait for the platform, as many others read and write the database.
  const lanesWide = 2 * calls;
  const lanes = createLanes({ now: clock.now, random, perPlatform: lanesWide });
  const destinations = createDestinations(stores, clock);
  const columns = createColumns(deps);
  const sending = {
    ...deps,
    columns,
    results: createResultReader(deps.grades, clock),
    rosterReader: createRosterReader(deps),
    turn: createTurns(calls),
  };
  const controller = new AbortController();
  let leases = 0;
  const asked = new Map<string, number>();

  async function lease(): Promise<LeasedEnrolment[]> {
    leases += 1;
    const name = `${owner}:${leases}`;
    const paused = await stores.publishing.paused();
    const enrolments = await stores.enrolments.leaseDue({
      owner: name,
      now: instantOf(clock),
      until: instantIn(clock, leaseTime),
      farthest: instantIn(clock, 2 * leaseTime),
      quietSince: instantIn(clock, -quietTime),
      limit: batch,
      exceptTenants: [...paused.map(({ tenantId }) => tenantId), ...lanes.full()],
    });
    const places = new Map<string, number>();
    const placeOf = ({ contextId, qualificationId }: (typeof enrolments)[number]) => `${contextId} ${qualificationId}`;
    for (const enrolment of enrolments) places.set(placeOf(enrolment), (places.get(placeOf(enrolment)) ?? 0) + 1);
    const found = await destinations.ofMany(enrolments);
    return enrolments.map((enrolment, index) => ({
      enrolment,
      owner: name,
      to: found[index] ?? null,
      many: (places.get(placeOf(enrolment)) ?? 0) >= manyFrom,
    }));
  }

  /** Asks for a look at the gradebook soon after scores were sent: a platform may say yes and not keep them. */
  async function lookSoon({ tenantId, contextId }: Enrolment): Promise<void> {
    const key = `${tenantId} ${contextId}`;
    const since = clock.now() - (asked.get(key) ?? Number.NEGATIVE_INFINITY);
    if (since >= 0 && since < lookAfter) return;
    if (asked.size > 1_000) asked.clear();
    asked.set(key, clock.now());
    await stores.publishing.askCheck(tenantId, contextId, instantIn(clock, lookAfter));
  }

  async function publishOne(one: LeasedEnrolment, signal: AbortSignal): Promise<number> {
    const { enrolment, owner: name, to } = one;
    const platform = to?.tenant ?? { id: enrolment.tenantId, registrationId: enrolment.tenantId };
    const report = await lanes.enter(platform, () => publishEnrolment(sending, one, signal));
    if ('opensAt' in report) {
      await giveBack(deps, enrolment, name, new Date(report.opensAt).toISOString());
      return 0;
    }
    if (report.accepted > 0) await lookSoon(enrolment);
    return report.accepted;
  }

  /**
   * Waits until a platform may be about to run out of work. Looking for more after each score would cost more than the
   * scores; while one platform is slow, others are not kept waiting for long.
   */
  async function someRoom(underWay: ReadonlySet<Promise<void>>): Promise<void> {
    const patience = new AbortController();
    const over = setTimeout(longestWait, undefined, { signal: patience.signal }).catch(() => {});
    let waiting = true;
    void over.then(() => {
      waiting = false;
    });
    do await Promise.race([over, ...underWay]);
    while (waiting && underWay.size > lanesWide);
    patience.abort();
    await over;
  }

  /** Leases and sends until nothing is due that a platform would take now. */
  async function publishDue(signal: AbortSignal): Promise<number> {
    const underWay = new Set<Promise<void>>();
    let accepted = 0;
    const follow = (one: LeasedEnrolment) => {
      const done = publishOne(one, signal)
        .then(
          (count) => {
            accepted += count;
          },
          (error: unknown) => log.warn({ error }, 'a score was left to the next round'),
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
    };
    try {
      while (!signal.aborted) {
        const leased = await lease();
        leased.forEach(follow);
        if (leased.length > 0) continue;
        if (underWay.size === 0) break;
        await someRoom(underWay);
      }
    } finally {
      await Promise.all(underWay);
    }
    return accepted;
  }

  /** Compares the gradebook's columns whose time has come. */
  async function checkDue(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted; ) {
      const column = await stores.publishing.takeCheck(instantOf(clock), instantIn(clock, checkInterval), lanes.full());
      const tenant = column && (await destinations.tenant(column.tenantId));
      more = column !== null;
      if (column && tenant) await lanes.enter(tenant, () => checkColumn(sending, tenant, column, signal));
    }
  }

  const rounds = [
    async (signal: AbortSignal) => {
      await sweepUncounted(deps);
      await sweepRecounts(deps);
      return publishDue(signal);
    },
    async (signal: AbortSignal) => {
      await checkDue(signal);
      return 0;
    },
  ];
  const loops: Array<Promise<void>> = [];
  /** A fault of the database or the LMS pauses one loop for a moment; the other goes on. */
  async function loop(round: (signal: AbortSignal) => Promise<number>): Promise<void> {
    const { signal } = controller;
    while (!signal.aborted) {
      await setTimeout(interval, undefined, { signal }).catch(() => {});
      await round(signal).catch((error: unknown) => {
        if (!signal.aborted) log.warn({ error }, 'publishing paused for a moment');
      });
    }
  }

  return {
    start() {
      for (const round of rounds) loops.push(loop(round));
    },
    async drain(signal = controller.signal) {
      let accepted = 0;
      for (const round of rounds) accepted += await round(signal);
      return accepted;
    },
    async stop() {
      controller.abort();
      await Promise.all(loops);
    },
  };
}
