import type { QualificationUses } from '../use-cases/content/content-ports.ts';
import type { Models } from './models.ts';

export function createQualificationUseStore({ qualificationUses }: Models): QualificationUses {
  return {
    async remember(tenantId, qualificationId, at) {
      const use = { tenantId, qualificationId, at };
      await qualificationUses.replaceOne({ _id: `${tenantId}:${qualificationId}`, tenantId }, use, { upsert: true });
    },
    async latest(tenantId, limit) {
      const found = await qualificationUses.find({ tenantId }).sort({ at: -1 }).limit(limit).lean();
      return found.map(({ qualificationId }) => qualificationId);
    },
  };
}
