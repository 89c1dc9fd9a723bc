import type { Connection } from 'mongoose';
import type { Evidence } from '../../shared/domain/evidence.ts';
import type { EvidenceId, PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { PersonalStore } from '../use-cases/person/personal-store.ts';
import { toEntity } from './documents.ts';
import type { Memories } from './memories.ts';
import type { Models } from './models.ts';

/** Fields by which a document is a person's; a collection that has one is found without being named here. */
const personFields = ['learnerId', 'personId', 'assessorIds', 'assessorId', 'byId', 'madeById'];
/** What stands for a secret: a hash of a token must not leave the database either. */
const secretField = /hash$|token$/i;
/** Collections in which the id is the hash of a token. */
const hashedIds = new Set(['sessions']);
/** Read elsewhere, or kept for a moment to answer a retry with. */
const elsewhere = new Set(['evidence', 'people', 'acts']);

function shown(collection: string, { _id, ...document }: Record<string, unknown>): object {
  const fields = Object.entries(document).filter(([field]) => !secretField.test(field));
  return Object.fromEntries(hashedIds.has(collection) ? fields : [['id', _id], ...fields]);
}

/** Reads and takes away what is kept of one person. Every query but one carries the tenant: files are shared by all. */
export function createPersonalStore(connection: Connection, models: Models, memories: Memories): PersonalStore {
  const { people, sessions, evidence, enrolments, scoreRecords, uploads, acts } = models;
  /** Every collection of tenants' documents, with the fields by which each may know a person. */
  const collectionsOfTenants = () =>
    Object.values(connection.models)
      .filter((model) => model.schema.path('tenantId') !== undefined && !elsewhere.has(model.collection.name))
      .map((model) => ({
        model,
        fields: ['_id', ...personFields.filter((field) => model.schema.path(field) !== undefined)],
      }));

  /** Replies that are kept for a retry, whoever they were for, may tell of the person's work. */
  async function forgetReplies(tenantId: TenantId, personId: PersonId): Promise<void> {
    const items = await evidence.find({ tenantId, learnerId: personId }).select('_id').lean();
    const theirs = [personId, ...items.map(({ _id }) => _id)];
    for (const { _id, reply, personId: byId } of await acts.find({ tenantId }).lean())
      if (byId === personId || theirs.some((id) => reply?.includes(id))) await acts.deleteOne({ tenantId, _id });
  }

  return {
    async documentsOf(tenantId, personId) {
      const found: Record<string, object[]> = {};
      for (const { model, fields } of collectionsOfTenants()) {
        const filter = { tenantId, $or: fields.map((field) => ({ [field]: personId })) };
        const documents = await model.find(filter).lean<Record<string, unknown>[]>();
        const { name } = model.collection;
        if (documents.length > 0) found[name] = documents.map((document) => shown(name, document));
      }
      return found;
    },
    async evidenceOf(tenantId, learnerId) {
      const documents = await evidence.find({ tenantId, learnerId }).sort({ createdAt: 1 }).lean();
      return documents.flatMap(({ isCounted: _, ...document }) => toEntity<Evidence>(document) ?? []);
    },
    async decisionsOf(tenantId, personId) {
      const documents = await evidence
        .find({ tenantId, 'history.byId': personId, learnerId: { $ne: personId } })
        .select({ history: 1 })
        .lean();
      return documents.flatMap(({ _id, history }) =>
        history
          .filter(({ byId }) => byId === personId)
          .map(({ sequence, at, actingAs, origin, change }) => ({
            evidenceId: _id as EvidenceId,
            sequence,
            at,
            actingAs,
            origin,
            change,
          })),
      );
    },
    async isFileOfOthers(sha256, learnerId) {
      // A file that was taken off again is still named by the history.
      const named = [{ 'attachments.sha256': sha256 }, { 'history.change.after.sha256': sha256 }];
      const filter = { $or: named, learnerId: { $ne: learnerId } };
      return (await evidence.findOne(filter).select('_id').lean()) !== null;
    },
    async forget(tenantId, personId) {
      await sessions.deleteMany({ tenantId, personId });
      memories.sessions.forgetAll();
      await uploads.deleteMany({ tenantId, personId });
      await forgetReplies(tenantId, personId);
      const { extensionTokens, lmsPersonPages } = connection.models;
      await extensionTokens?.deleteMany({ tenantId, personId });
      await lmsPersonPages?.deleteMany({ tenantId, _id: personId });
      await scoreRecords.updateMany({ tenantId, learnerId: personId }, { $set: { reason: null, comment: null } });
      const own = await enrolments.find({ tenantId, learnerId: personId }).lean();
      for (const { _id, publication } of own) {
        const troubles = Object.keys(publication.columns).map((key) => [`publication.columns.${key}.trouble`, null]);
        const gone = { 'publication.notEnrolled': true, scoreDue: false };
        await enrolments.updateOne({ tenantId, _id }, { $set: { ...gone, ...Object.fromEntries(troubles) } });
      }
      const nobody = { name: null, givenName: null, lmsUserId: `erased:${personId}` };
      await people.updateOne({ tenantId, _id: personId }, { $set: nobody });
      memories.people.forgetAll();
      memories.launching.forgetAll();
      memories.pages.forgetAll();
    },
  };
}
