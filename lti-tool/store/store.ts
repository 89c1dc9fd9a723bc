import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { parseId, type TenantId } from '../../shared/domain/ids.ts';
import type { Tenant, TenantStore } from '../use-cases/place-ports.ts';
import type { Clock, Stores } from '../use-cases/ports.ts';
import { createActStore } from './act-store.ts';
import { createCentreStore } from './centre-store.ts';
import { connect } from './connect.ts';
import { ensure, toEntity } from './documents.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEvidenceStore } from './evidence-store.ts';
import { createExtensionModels } from './extension-models.ts';
import { createExtensionStore } from './extension-store.ts';
import { createMemories, type Memories, memoryKey } from './memories.ts';
import { migrations } from './migrations/migrations.ts';
import { migrate, planMigrations, type SchemaPlan } from './migrations/schema-version.ts';
import { createModels, type Models } from './models.ts';
import { createPeopleStore } from './people-store.ts';
import { createPersonalStore } from './personal-store.ts';
import { createPlaceStore } from './place-store.ts';
import { createPublishingStore } from './publishing-store.ts';
import { createQualificationStore } from './qualification-store.ts';
import { createQualificationUseStore } from './qualification-use-store.ts';
import { createRecordStore, type SweptRecords } from './record-store.ts';
import { createRosterStore } from './roster-store.ts';
import { createSamplingStore } from './sampling-store.ts';
import { createSessionStore } from './session-store.ts';
import { createUploadStore } from './upload-store.ts';
import { upsertRemembered } from './upsert-remembered.ts';

export type Store = {
  readonly stores: Stores;
  readonly records: SweptRecords;
  /** Removes sessions and launch states that expired before a moment. */
  sweep(before: Date): Promise<void>;
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

function createTenantStore({ tenants }: Models, memories: Memories): TenantStore {
  return {
    async ensure({ id, registrationId, deploymentId, issuer, clientId, name, roleMapping }) {
      const wanted = { set: { issuer, clientId, name }, fresh: { _id: parseId<TenantId>(id), roleMapping } };
      const key = { registrationId, deploymentId };
      const upsert = async () => toEntity<Tenant>(await ensure(tenants, key, wanted)) as Tenant;
      return upsertRemembered(memories.tenants, memoryKey(key), wanted.set, upsert);
    },
    async find(tenantId) {
      return toEntity<Tenant>(await tenants.findOne({ _id: tenantId }).lean());
    },
    async findByDeployment(registrationId, deploymentId) {
      return toEntity<Tenant>(await tenants.findOne({ registrationId, deploymentId }).lean());
    },
  };
}

/** What opening the store would change in the database's schema. @throws SchemaVersionError */
export async function planSchema(url: string): Promise<SchemaPlan> {
  const connection = await connect(url);
  try {
    return await planMigrations(connection, migrations);
  } finally {
    await connection.close();
  }
}

/**
 * Connects to a MongoDB by URL: a real one or the embedded one, there is no difference from here on.
 * What seldom changes is remembered for a few seconds by `clock`. Migrating its schema and creating its indexes are safe from many processes at once.
 * @throws SchemaVersionError where a newer Countersign has used the database
 */
export async function openStore(url: string, clock: Clock = { now: () => Date.now() }): Promise<Store> {
  const connection = await connect(url);
  try {
    await migrate(connection, migrations);
    return await storeOn(connection, clock);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function storeOn(connection: Connection, clock: Clock): Promise<Store> {
  const models = await createModels(connection);
  const memories = createMemories(clock);
  const sessions = createSessionStore(models, memories);
  const records = await createRecordStore(connection);
  return {
    stores: {
      tenants: createTenantStore(models, memories),
      people: createPeopleStore(models, memories),
      places: createPlaceStore(models, memories),
      qualifications: createQualificationStore(models, randomUUID),
      rosters: createRosterStore(models, memories),
      qualificationUses: createQualificationUseStore(models),
      evidence: createEvidenceStore(models),
      enrolments: createEnrolmentStore(models, memories),
      sessions,
      publishing: createPublishingStore(models),
      extension: createExtensionStore(await createExtensionModels(connection), models, memories),
      centre: createCentreStore(models, randomUUID, memories),
      personal: createPersonalStore(connection, models, memories),
      sampling: createSamplingStore(models),
      acts: createActStore(models),
      uploads: createUploadStore(models),
    },
    records,
    async sweep(before) {
      await records.sweep(before);
      await sessions.sweep(before);
    },
    async ping() {
      await connection.db?.command({ ping: 1 });
    },
    close: () => connection.close(),
  };
}
