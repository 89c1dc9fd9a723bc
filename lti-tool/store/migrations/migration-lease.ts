import { setTimeout as pause } from 'node:timers/promises';
import type { Collection } from 'mongoose';
import { isDuplicate } from '../documents.ts';

export type LeaseDocument = { readonly _id: string; readonly owner: string; readonly until: number };

/** Times in milliseconds. */
export type LeaseTiming = {
  readonly now: () => number;
  /** How long a process that says nothing keeps the lease. */
  readonly leaseFor: number;
  /** How often a waiting process looks again. */
  readonly lookEvery: number;
};

const leaseId = 'lease';

export type Lease = {
  /** False once another process has taken it. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
};

/**
 * Takes the lease if it is free or has run out; null while another process has it. Made of an insert and a delete of a
 * document with a fixed id, each of which only one process can succeed in, on any server.
 */
async function tryLease(documents: Collection<LeaseDocument>, owner: string, timing: LeaseTiming) {
  const held = await documents.findOne({ _id: leaseId });
  if (held && held.until > timing.now()) return null;
  if (held) await documents.deleteOne({ _id: leaseId, owner: held.owner, until: held.until });
  try {
    await documents.insertOne({ _id: leaseId, owner, until: timing.now() + timing.leaseFor });
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
  const mine = { _id: leaseId, owner };
  return {
    renew: async () =>
      (await documents.updateOne(mine, { $set: { until: timing.now() + timing.leaseFor } })).matchedCount === 1,
    release: async () => {
      await documents.deleteOne(mine);
    },
  };
}

/** Waits for the lease until it has it, or until there is nothing more to do for it: then null. */
export async function waitForLease(
  documents: Collection<LeaseDocument>,
  owner: string,
  timing: LeaseTiming,
  isDone: () => Promise<boolean>,
): Promise<Lease | null> {
  while (!(await isDone())) {
    const lease = await tryLease(documents, owner, timing);
    if (lease) return lease;
    await pause(timing.lookEvery);
  }
  return null;
}
