import type { TenantId } from '../../shared/domain/ids.ts';
import { columnKeyOf } from '../use-cases/publishing/publication.ts';
import type { GradebookColumn, PublishingStore, ScoreRecord } from '../use-cases/publishing/publishing-store.ts';
import { ensure, isDuplicate, toEntities, toEntity } from './documents.ts';
import type { Models } from './models.ts';

const fresh = {
  lineItemUrl: null,
  lostUrl: null,
  origin: null,
  label: null,
  maximum: null,
  refusedMaximum: null,
  claimedUntil: null,
  checkedAt: null,
  checkFault: null,
} as const;

export function createPublishingStore({ gradebookColumns, scoreRecords, publishingPauses }: Models): PublishingStore {
  return {
    async column({ tenantId, contextId, qualificationId, unitRef }, checkDueAt) {
      const key = { tenantId, contextId, qualificationId, unitRef };
      const _id = `${contextId}:${qualificationId}:${columnKeyOf(unitRef)}`;
      const made = await ensure(gradebookColumns, key, { fresh: { _id, ...fresh, checkDueAt } });
      return toEntity<GradebookColumn>(made) as GradebookColumn;
    },
    async columnsOf(tenantId, contextId, qualificationId) {
      return toEntities<GradebookColumn>(
        await gradebookColumns.find({ tenantId, contextId, qualificationId }).sort({ unitRef: 1 }).lean(),
      );
    },
    async changeColumn({ tenantId, id }, change) {
      await gradebookColumns.updateOne({ tenantId, _id: id }, { $set: change });
    },
    async claimColumn({ tenantId, id }, now, until) {
      const free = {
        tenantId,
        _id: id,
        $or: [{ claimedUntil: null }, { claimedUntil: { $lte: now } }, { claimedUntil: { $gt: until } }],
      };
      return (await gradebookColumns.updateOne(free, { $set: { claimedUntil: until } })).modifiedCount === 1;
    },
    async takeCheck(now, next, exceptTenants) {
      // Due, or set by a clock that has been put back since.
      const except = exceptTenants.length > 0 ? { tenantId: { $nin: [...exceptTenants] } } : {};
      const due = { ...except, $or: [{ checkDueAt: { $lte: now } }, { checkDueAt: { $gt: next } }] };
      const update = { $set: { checkDueAt: next } };
      return toEntity<GradebookColumn>(
        await gradebookColumns.findOneAndUpdate(due, update, { returnDocument: 'after' }).lean(),
      );
    },
    async askCheck(tenantId, contextId, at) {
      await gradebookColumns.updateMany({ tenantId, contextId, checkDueAt: { $gt: at } }, { $set: { checkDueAt: at } });
    },
    async addRecord(record) {
      const _id = `${record.enrolmentId}:${columnKeyOf(record.unitRef)}:${record.timestamp}`;
      try {
        await scoreRecords.create({ _id, ...record });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async recordsOf(tenantId, enrolmentId, limit) {
      return scoreRecords
        .find({ tenantId, enrolmentId })
        .sort({ timestamp: -1 })
        .limit(limit)
        .select('-_id')
        .lean<ScoreRecord[]>();
    },
    async paused() {
      const found = await publishingPauses.find({}).lean<Array<{ _id: string; since: string }>>();
      return found.map(({ _id, since }) => ({ tenantId: _id as TenantId, since }));
    },
    async setPaused(tenantId, since) {
      if (since === null) await publishingPauses.deleteOne({ _id: tenantId });
      else await publishingPauses.updateOne({ _id: tenantId }, { $setOnInsert: { since } }, { upsert: true });
    },
  };
}
