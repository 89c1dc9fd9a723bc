import { rosterTexts } from '../../../shared/texts/publishing.ts';
import { instantOf } from '../ports.ts';
import { type RosterDeps, type RosterReading, readRoster } from './read-roster.ts';
import type { Roster } from './roster-ports.ts';

const minute = 60_000;
/** Each list is read again after this time, in milliseconds. */
export const rosterInterval = 6 * 60 * minute;
/** A list that could not be read is tried again after this time. */
const retryInterval = 15 * minute;
/** However often people launch, a list is read at most once in this time. */
const quietTime = minute;
/** Whoever takes a list has it for this time. */
const claimTime = 10 * minute;

/** Reads every list that is due. `onReading` hears what came of each. */
export async function refreshRosters(
  deps: RosterDeps,
  signal: AbortSignal,
  onReading: (roster: Roster, reading: RosterReading) => void,
): Promise<void> {
  const { stores, clock } = deps;
  const at = (milliseconds: number) => new Date(clock.now() + milliseconds).toISOString();
  while (!signal.aborted) {
    const roster = await stores.rosters.take(instantOf(clock), at(claimTime), at(-quietTime));
    if (roster === null) return;
    const tenant = await stores.tenants.find(roster.tenantId);
    const reading: RosterReading =
      tenant === null
        ? { kind: 'fault', reason: rosterTexts.notConnected }
        : await readRoster(deps, tenant, roster, signal);
    const done = reading.kind === 'read';
    await stores.rosters.settle(roster, {
      dueAt: at(done ? rosterInterval : retryInterval),
      fault: done ? null : reading.reason,
      ...(done && { readAt: instantOf(clock) }),
    });
    onReading(roster, reading);
  }
}
