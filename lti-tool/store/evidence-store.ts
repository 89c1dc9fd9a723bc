import type { Evidence } from '../../shared/domain/evidence.ts';
import type { EvidenceOutline, EvidenceStore } from '../use-cases/evidence-ports.ts';
import { toDocument, toEntities, toEntity } from './documents.ts';
import type { Models, StoredEvidence } from './models.ts';

/** Items from before there were samples have none. */
const noSamples = { samples: [] };

/** Without the field that only queries need. */
function entity(document: StoredEvidence | null): Evidence | null {
  if (document === null) return null;
  const { isCounted: _, ...rest } = document;
  return toEntity<Evidence>({ ...noSamples, ...rest });
}

/** One document an item, ticks and history included, so that every change is one atomic write. */
export function createEvidenceStore({ evidence }: Models): EvidenceStore {
  return {
    async insert(item) {
      await evidence.create({ ...toDocument(item), isCounted: false });
    },
    async find(tenantId, id) {
      return entity(await evidence.findOne({ tenantId, _id: id }).lean());
    },
    async ofEnrolment(tenantId, enrolmentId) {
      const outlines = evidence.find({ tenantId, enrolmentId }).select({ history: 0, narrative: 0, isCounted: 0 });
      return toEntities<EvidenceOutline>((await outlines.lean()).map((outline) => ({ ...noSamples, ...outline })));
    },
    async replace(item, expectedVersion) {
      const { _id, ...document } = toDocument(item);
      const filter = { tenantId: item.tenantId, _id, version: expectedVersion };
      const { modifiedCount } = await evidence.updateOne(filter, { $set: { ...document, isCounted: false } });
      return modifiedCount === 1;
    },
    async markCounted(tenantId, id, version) {
      await evidence.updateOne({ tenantId, _id: id, version }, { $set: { isCounted: true } });
    },
    async uncounted(limit) {
      const documents = await evidence.find({ isCounted: false }).limit(limit).lean();
      return documents.map(entity).filter((item) => item !== null);
    },
    async tickedByTrainee(tenantId, contextId, traineeId) {
      const outlines = evidence
        .find({ tenantId, contextId, 'ticks.trainee.byId': traineeId })
        .select({ history: 0, narrative: 0, isCounted: 0 });
      return toEntities<EvidenceOutline>(await outlines.lean());
    },
    async each(visit) {
      for await (const document of evidence.find({}).lean().cursor()) {
        const item = entity(document);
        if (item) await visit(item);
      }
    },
  };
}
