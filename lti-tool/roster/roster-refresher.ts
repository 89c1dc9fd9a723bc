import { setTimeout } from 'node:timers/promises';
import type { Log } from '../http/log.ts';
import type { RosterDeps } from '../use-cases/roster/read-roster.ts';
import { refreshRosters } from '../use-cases/roster/refresh-rosters.ts';

/** How often the work is looked for, in milliseconds. */
const interval = 2_000;

export type RosterRefresher = {
  start(): void;
  /** Finishes what is under way, and stops. */
  stop(): Promise<void>;
};

/**
 * Keeps up with the platforms' lists of people: soon after a teacher opened a course, and by the clock. Any number may run, in
 * any number of processes.
 */
export function createRosterRefresher(
  deps: RosterDeps & { readonly log: Pick<Log, 'info' | 'warn'> },
): RosterRefresher {
  const { log } = deps;
  const controller = new AbortController();
  const { signal } = controller;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await setTimeout(interval, undefined, { signal, ref: false }).catch(() => {});
      await refreshRosters(deps, signal, ({ contextId }, reading) => {
        if (reading.kind === 'read') log.info({ contextId, members: reading.members }, 'list of people read');
        else log.warn({ contextId, reason: reading.reason }, 'list of people not read');
      }).catch((error: unknown) => {
        if (!signal.aborted) log.warn({ error }, 'reading lists of people paused for a moment');
      });
    }
  }
  return {
    start() {
      running = run();
    },
    async stop() {
      controller.abort();
      await running;
    },
  };
}
