import type { EnrolmentId } from '../../shared/domain/ids.ts';
import type { Enrolment, EnrolmentOverview, EnrolmentStore } from '../use-cases/enrolment-ports.ts';
import { type PublicationChange, unpublishedColumn } from '../use-cases/publishing/publication.ts';
import { ensure, toDocument, toEntities, toEntity } from './documents.ts';
import { type Memories, memoryKey } from './memories.ts';
import type { EnrolmentState, Models, Recorded, Stored } from './models.ts';

type Document = Stored<Enrolment> & EnrolmentState & Recorded;

/** Without the fields that only queries need. */
function entity(document: Document | null): Enrolment | null {
  if (document === null) return null;
  const { scoreDue: _, record: __, ...rest } = document;
  const enrolment = toEntity<Enrolment>(rest);
  if (enrolment === null) return null;
  // Columns are written field by field: what was never written is as it is at first.
  const columns = Object.entries(enrolment.publication.columns).map(
    ([key, column]) => [key, { ...unpublishedColumn, ...column }] as const,
  );
  return { ...enrolment, publication: { ...enrolment.publication, columns: Object.fromEntries(columns) } };
}

const under = (path: string, change: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([key, value]) => [`${path}.${key}`, value]));

/** A publication's change as paths in the document, so that what it does not name stays. */
const inPublication = ({ columns = {}, ...change }: Omit<PublicationChange, 'settledRevision'>) => ({
  ...under('publication', change),
  ...Object.assign({}, ...Object.entries(columns).map(([key, one]) => under(`publication.columns.${key}`, one))),
});

/** Due once more: a new revision, and no wait. */
const again = {
  $inc: { progressRevision: 1 },
  $set: { scoreDue: true, ...inPublication({ stopped: null, nextTryAt: null, waitingSince: null }) },
} as const;

export function createEnrolmentStore({ enrolments }: Models, memories: Memories): EnrolmentStore {
  return {
    async ensure(enrolment) {
      const { tenantId, contextId, qualificationId, learnerId, ...fresh } = toDocument(enrolment);
      const key = { tenantId, contextId, qualificationId, learnerId };
      return entity(await ensure(enrolments, key, { fresh: { ...fresh, scoreDue: false } })) as Enrolment;
    },
    async find(tenantId, id) {
      return entity(await enrolments.findOne({ tenantId, _id: id }).lean<Document>());
    },
    async ofLearner({ tenantId, contextId, qualificationId, learnerId }) {
      return entity(await enrolments.findOne({ tenantId, contextId, qualificationId, learnerId }).lean<Document>());
    },
    findId: ({ tenantId, contextId, qualificationId, learnerId }) =>
      memories.enrolmentIds.recall(memoryKey(tenantId, contextId, qualificationId, learnerId), async () => {
        const key = { tenantId, contextId, qualificationId, learnerId };
        const found = await enrolments.findOne(key).select('_id').lean<{ _id: EnrolmentId }>();
        return found?._id ?? null;
      }),
    async ofContext(tenantId, contextId, qualificationId) {
      return (await enrolments.find({ tenantId, contextId, qualificationId }).lean<Document[]>())
        .map(entity)
        .filter((found) => found !== null);
    },
    async addUnits(tenantId, id, unitRefs) {
      await enrolments.updateOne({ tenantId, _id: id }, { $addToSet: { unitRefs: { $each: [...unitRefs] } } });
    },
    async overviewsOf(tenantId, contextId, qualificationId) {
      const overviews = enrolments
        .find({ tenantId, contextId, qualificationId })
        .select('learnerId assessorIds progress');
      return toEntities<EnrolmentOverview>(
        await overviews.lean<Array<Pick<Document, '_id' | 'learnerId' | 'assessorIds' | 'progress'>>>(),
      );
    },
    async markStale(tenantId, id) {
      const update = { $inc: { staleMark: 1 } };
      const after = await enrolments
        .findOneAndUpdate({ tenantId, _id: id }, update, { returnDocument: 'after' })
        .lean<Document>();
      return after?.staleMark ?? null;
    },
    async writeProgress(tenantId, id, progress, mark, scoreChanged) {
      const due = {
        scoreDue: true,
        ...inPublication({ stopped: null, nextTryAt: null, waitingSince: null }),
      };
      const { modifiedCount } = await enrolments.updateOne(
        { tenantId, _id: id, staleMark: mark },
        {
          $set: { progress, freshMark: mark, ...(scoreChanged ? due : {}) },
          ...(scoreChanged ? { $inc: { progressRevision: 1 } } : {}),
        },
      );
      if (modifiedCount === 1) return true;
      // Nothing to modify is also what writing the same progress twice looks like.
      return (await enrolments.countDocuments({ tenantId, _id: id, staleMark: mark, freshMark: mark })) === 1;
    },
    async leaseDue({ owner, now, until, farthest, quietSince, limit, exceptTenants }) {
      const between = (field: string, none: object) => ({
        $or: [{ [field]: null }, { [field]: { $lte: now } }, none],
      });
      const due = {
        scoreDue: true,
        ...(exceptTenants.length > 0 ? { tenantId: { $nin: [...exceptTenants] } } : {}),
        $and: [
          between('publication.nextTryAt', { 'publication.waitingSince': { $gt: farthest } }),
          between('publication.leaseUntil', { 'publication.leaseUntil': { $gt: farthest } }),
          {
            $or: [
              { 'progress.lastActivityAt': null },
              { 'progress.lastActivityAt': { $lte: quietSince } },
              { 'progress.lastActivityAt': { $gt: now } },
            ],
          },
        ],
      };
      const found = await enrolments.find(due).limit(limit).select('_id').lean<Array<{ _id: string }>>();
      if (found.length === 0) return [];
      const chosen = { _id: { $in: found.map(({ _id }) => _id) } };
      // Each document is taken by one only: another publisher's filter does not match any more.
      await enrolments.updateMany(
        { ...due, ...chosen },
        { $set: inPublication({ leaseOwner: owner, leaseUntil: until }) },
      );
      const mine = { ...chosen, 'publication.leaseOwner': owner, 'publication.leaseUntil': until };
      return (await enrolments.find(mine).lean<Document[]>()).map(entity).filter((leased) => leased !== null);
    },
    async recordPublication(tenantId, id, owner, { settledRevision, ...change }) {
      const mine = { tenantId, _id: id, 'publication.leaseOwner': owner };
      const $set = inPublication(change);
      if (settledRevision !== undefined) {
        // Up to date only if nothing new came while the score was on its way.
        const settled = await enrolments.updateOne(
          { ...mine, progressRevision: settledRevision },
          { $set: { ...$set, scoreDue: false } },
        );
        if (change.stopped) memories.running.forgetAll();
        if (settled.matchedCount === 1) return true;
      }
      const { matchedCount } = await enrolments.updateOne(mine, { $set });
      if (change.stopped) memories.running.forgetAll();
      return matchedCount === 1;
    },
    async resumePublishing(tenantId, contextId) {
      await memories.running.recall(memoryKey(tenantId, contextId), async () => {
        await enrolments.updateMany({ tenantId, contextId, 'publication.stopped': 'untilLaunch' }, again);
        return true;
      });
    },
    async publishAgain(tenantId, { contextId, qualificationId, ids, settledOnly = false, startedOnly = false }) {
      const filter = {
        ...{ tenantId, contextId, qualificationId },
        ...(ids ? { _id: { $in: [...ids] } } : {}),
        ...(settledOnly || startedOnly ? { progressRevision: { $gt: 0 } } : {}),
        ...(settledOnly ? { scoreDue: false } : {}),
      };
      return (await enrolments.updateMany(filter, again)).modifiedCount;
    },
    async changePublished(tenantId, id, key, { seenTimestamp, ...change }) {
      const unchanged = { tenantId, _id: id, [`publication.columns.${key}.lastTimestamp`]: seenTimestamp };
      return (
        (await enrolments.updateOne(unchanged, { $set: inPublication({ columns: { [key]: change } }) }))
          .matchedCount === 1
      );
    },
    async setNotEnrolled(tenantId, ids, notEnrolled) {
      if (ids.length === 0) return;
      await enrolments.updateMany({ tenantId, _id: { $in: [...ids] } }, { $set: inPublication({ notEnrolled }) });
    },
    async largestTotal(tenantId, contextId, qualificationId) {
      const [most] = await enrolments
        .find({ tenantId, contextId, qualificationId })
        .sort({ 'progress.total': -1 })
        .limit(1)
        .select('progress.total')
        .lean<Array<{ progress: { total: number } }>>();
      return most?.progress.total ?? 0;
    },
    async each(visit) {
      for await (const document of enrolments.find({}).lean<Document[]>().cursor()) {
        const enrolment = entity(document as Document);
        if (enrolment) await visit(enrolment);
      }
    },
  };
}
