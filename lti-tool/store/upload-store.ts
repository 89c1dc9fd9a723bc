import type { Upload, UploadStore } from '../use-cases/uploads/upload-store.ts';
import { toDocument, toEntities, toEntity } from './documents.ts';
import type { Models } from './models.ts';

export function createUploadStore({ uploads }: Models): UploadStore {
  return {
    async insert(upload) {
      await uploads.create(toDocument(upload));
    },
    async find(tenantId, personId, id, now) {
      const document = await uploads.findOne({ tenantId, personId, _id: id, expiresAt: { $gt: now } }).lean();
      return toEntity<Upload>(document);
    },
    async openOn(tenantId, personId, evidenceId, now) {
      return toEntities<Upload>(await uploads.find({ tenantId, personId, evidenceId, expiresAt: { $gt: now } }).lean());
    },
    async append({ tenantId, id, offset }, { part, size }, expiresAt) {
      const { modifiedCount } = await uploads.updateOne(
        { tenantId, _id: id, offset },
        { $set: { offset: offset + size, expiresAt }, $push: { parts: part } },
      );
      return modifiedCount === 1;
    },
    async countOpen(tenantId, personId, now) {
      return uploads.countDocuments({ tenantId, personId, expiresAt: { $gt: now } });
    },
    async remove(tenantId, id) {
      await uploads.deleteOne({ tenantId, _id: id });
    },
    async expired(before, limit) {
      return toEntities<Upload>(
        await uploads
          .find({ expiresAt: { $lt: before } })
          .limit(limit)
          .lean(),
      );
    },
  };
}
