import { defaultEvidenceNeeded } from '../../shared/domain/evidence-needed.ts';
import {
  type EnrolmentId,
  type PersonId,
  parseId,
  type QualificationId,
  type TenantId,
} from '../../shared/domain/ids.ts';
import type { Qualification } from '../../shared/domain/qualification.ts';
import { defaultRoleMapping } from '../../shared/domain/roles.ts';
import type { RecordEntry } from '../use-cases/centre/centre-record.ts';
import type { CentreStore, VersionedSettings } from '../use-cases/centre/centre-store.ts';
import type { Membership } from '../use-cases/membership.ts';
import { readRecord } from './centre-record-reader.ts';
import { isDuplicate, toEntities } from './documents.ts';
import { type Memories, memberKey } from './memories.ts';
import type { Models } from './models.ts';

/** A field that is not there yet is matched by null. */
const orAbsent = (version: number) => (version === 0 ? null : version);
/** The entry goes in with the change that it tells of. */
const recording = (entry: RecordEntry) => ({ $push: { record: entry } });

export function createCentreStore(models: Models, newId: () => string, memories: Memories): CentreStore {
  const { tenants, memberships, enrolments, qualifications } = models;
  const settings = async (tenantId: TenantId): Promise<VersionedSettings> => {
    const found = await tenants
      .findOne({ _id: tenantId })
      .select('roleMapping evidenceNeeded settingsVersion recountDue')
      .lean();
    return {
      roleMapping: { ...defaultRoleMapping, ...found?.roleMapping },
      evidenceNeeded: found?.evidenceNeeded ?? defaultEvidenceNeeded,
      version: found?.settingsVersion ?? 0,
      isRecounting: (found?.recountDue ?? 0) > 0,
    };
  };
  return {
    settings,
    async roleMapping(tenantId) {
      const read = async () => (await settings(tenantId)).roleMapping;
      return (await memories.roleMappings.recall(tenantId, read)) ?? defaultRoleMapping;
    },
    async changeSettings(tenantId, version, { roleMapping, evidenceNeeded }, entry, recount) {
      const next = version + 1;
      const $set = { roleMapping, evidenceNeeded, settingsVersion: next, ...(recount ? { recountDue: next } : {}) };
      const unchanged = { _id: tenantId, settingsVersion: orAbsent(version) };
      const { modifiedCount } = await tenants.updateOne(unchanged, { $set, ...recording(entry) });
      memories.roleMappings.forget(tenantId);
      return modifiedCount === 1;
    },
    async recountsDue() {
      const due = await tenants
        .find({ recountDue: { $gt: 0 } })
        .select('recountDue')
        .lean();
      return due.map(({ _id, recountDue = 0 }) => ({ tenantId: parseId<TenantId>(_id), version: recountDue }));
    },
    async recounted({ tenantId, version }) {
      await tenants.updateOne({ _id: tenantId, recountDue: version }, { $set: { recountDue: 0 } });
    },
    async enrolmentIds(tenantId) {
      const found = await enrolments.find({ tenantId }).select('_id').lean();
      return found.map(({ _id }) => parseId<EnrolmentId>(_id));
    },
    async recordLaunch(tenantId, at) {
      await memories.launchNotes.recall(tenantId, async () => {
        await tenants.updateOne({ _id: tenantId, firstLaunchAt: null }, { $set: { firstLaunchAt: at } });
        await tenants.updateOne({ _id: tenantId }, { $set: { lastLaunchAt: at } });
        return true;
      });
    },
    async connection(tenantId) {
      const found = await tenants.findOne({ _id: tenantId }).lean();
      if (found === null) return null;
      const { name, issuer, clientId, deploymentId, firstLaunchAt = null, lastLaunchAt = null } = found;
      return { name, issuer, clientId, deploymentId, firstLaunchAt, lastLaunchAt };
    },
    async members(tenantId, contextId) {
      return memberships.find({ tenantId, contextId }).select('-_id -record').lean<Membership[]>();
    },
    async changeRole(key, before, after, entry) {
      const update = { $set: { setRole: after }, ...recording(entry) };
      const { modifiedCount } = await memberships.updateOne({ ...key, setRole: before }, update);
      memories.memberships.forget(memberKey(key));
      return modifiedCount === 1;
    },
    async assignments(tenantId, contextId, ids) {
      const found = await enrolments
        .find({ tenantId, contextId, _id: { $in: [...ids] } })
        .select('assessorIds')
        .lean<Array<{ _id: string; assessorIds: PersonId[] }>>();
      return found.map(({ _id, assessorIds }) => ({ id: parseId<EnrolmentId>(_id), assessorIds }));
    },
    async assign(tenantId, contextId, ids, before, after, entry) {
      // By $eq: mongoose takes a bare list for a choice of values.
      const unchanged = { tenantId, contextId, _id: { $in: [...ids] }, assessorIds: { $eq: [...before] } };
      const update = { $set: { assessorIds: [...after] }, ...recording(entry) };
      return (await enrolments.updateMany(unchanged, update)).modifiedCount;
    },
    async qualifications(tenantId) {
      const found = await qualifications.find({ tenantId }).sort({ title: 1 }).select('-tenantId -record').lean();
      return toEntities<Qualification>(found);
    },
    async addQualification(tenantId, specification, entry) {
      const _id = parseId<QualificationId>(newId());
      try {
        await qualifications.create({ _id, tenantId, ...specification, record: [entry] });
        return _id;
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
    },
    record: (tenantId, contextId, limit) => readRecord(models, tenantId, contextId, limit),
  };
}
