import { randomUUID } from 'node:crypto';
import type { Collection, Connection } from 'mongoose';
import type { Migration } from './migration.ts';
import { type Lease, type LeaseDocument, type LeaseTiming, waitForLease } from './migration-lease.ts';

const collectionName = 'schema';
const versionId = 'version';
type VersionDocument = { readonly _id: string; readonly version: number; readonly name: string };

/** The database is of a schema that this program cannot work with; the message says what to do. */
export class SchemaVersionError extends Error {
  override readonly name = 'SchemaVersionError';
}

/** What migrating would do: the version found, the version wanted, and each step between with what it would change. */
export type SchemaPlan = {
  readonly current: number;
  readonly target: number;
  readonly steps: ReadonlyArray<{ readonly version: number; readonly name: string; readonly effect: string }>;
};

const usualTiming: LeaseTiming = { now: () => Date.now(), leaseFor: 30_000, lookEvery: 100 };

const documentsOf = <T extends object>(connection: Connection): Collection<T> =>
  connection.collection<T>(collectionName);

/** 0 for a database that was never marked: an empty one, or one from before there were versions. */
async function versionOf(connection: Connection): Promise<number> {
  const documents = documentsOf<VersionDocument>(connection);
  return (await documents.findOne({ _id: versionId }, { readPreference: 'primary' }))?.version ?? 0;
}

/** The steps still to do, in their order. @throws SchemaVersionError where the database is ahead of this program */
function pending(current: number, migrations: readonly Migration[]): readonly Migration[] {
  if (current > migrations.length) {
    throw new SchemaVersionError(
      `The database has schema ${current}, and this Countersign knows schemas up to ${migrations.length}: ` +
        'a newer Countersign has used it. Start that version, or restore a backup from before.',
    );
  }
  return migrations.slice(current);
}

/** What `migrate` would do now, without doing it. @throws SchemaVersionError where the database is ahead of this program */
export async function planMigrations(connection: Connection, migrations: readonly Migration[]): Promise<SchemaPlan> {
  const current = await versionOf(connection);
  const steps = [];
  for (const { version, name, describe } of pending(current, migrations))
    steps.push({ version, name, effect: await describe(connection) });
  return { current, target: migrations.length, steps };
}

async function record(connection: Connection, { version, name }: Migration): Promise<void> {
  const documents = documentsOf<VersionDocument>(connection);
  await documents.updateOne({ _id: versionId }, { $set: { version, name } }, { upsert: true });
}

/** Runs one step, keeping the lease while it lasts. */
async function step(connection: Connection, migration: Migration, lease: Lease, leaseFor: number): Promise<void> {
  const heartbeat = setInterval(() => void lease.renew().catch(() => {}), leaseFor / 3);
  try {
    await migration.run(connection);
  } finally {
    clearInterval(heartbeat);
  }
  if (!(await lease.renew())) {
    throw new SchemaVersionError(
      `Migration ${migration.version} took so long without an answer of the database that another process began it ` +
        'again. Nothing is lost: start this process again.',
    );
  }
  await record(connection, migration);
}

/**
 * Brings the database to the newest schema. One process migrates, others wait for it; what a crash left undone is done
 * by the next.
 * @throws SchemaVersionError where the database is ahead of this program
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  timing: LeaseTiming = usualTiming,
): Promise<void> {
  const isDone = async () => pending(await versionOf(connection), migrations).length === 0;
  const lease = await waitForLease(documentsOf<LeaseDocument>(connection), randomUUID(), timing, isDone);
  if (lease === null) return;
  try {
    for (const migration of pending(await versionOf(connection), migrations))
      await step(connection, migration, lease, timing.leaseFor);
  } finally {
    await lease.release();
  }
}
