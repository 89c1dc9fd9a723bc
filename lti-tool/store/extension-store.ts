import type { ContextId, EnrolmentId, PersonId, ResourceLinkId } from '../../shared/domain/ids.ts';
import type { ExtensionStore, ExtensionToken, LmsPage } from '../use-cases/extension/extension-ports.ts';
import { driverOf, isDuplicate, toEntity } from './documents.ts';
import type { ExtensionModels, StoredToken } from './extension-models.ts';
import { type Memories, memoryKey } from './memories.ts';
import type { Models } from './models.ts';

/** Without what only the store compares. */
function token(document: StoredToken | null): ExtensionToken | null {
  if (document === null) return null;
  const { codeHash: _code, challenge: _challenge, tokenHash: _token, ...rest } = document;
  return toEntity<ExtensionToken>(rest);
}

type Needed = Pick<Models, 'memberships' | 'enrolments'>;

export function createExtensionStore(
  models: ExtensionModels,
  { memberships, enrolments }: Needed,
  memories: Memories,
): ExtensionStore {
  const { extensionTokens, waitingRevisions, lmsPages, lmsPersonPages } = models;
  // What every poll asks goes straight to the driver.
  const [tokens, roles, revisions] = [driverOf(extensionTokens), driverOf(memberships), driverOf(waitingRevisions)];
  return {
    async insertOffer({ id, ...offer }) {
      await extensionTokens.create({ _id: id, ...offer, lastUsedAt: null, tokenHash: null });
      await extensionTokens.deleteMany({ expiresAt: { $lte: offer.createdAt } });
    },
    async completeOffer({ codeHash, challenge }, { tokenHash, now, expiresAt }) {
      const document = await extensionTokens
        .findOneAndUpdate(
          { codeHash, challenge, tokenHash: null, expiresAt: { $gt: now } },
          { $set: { codeHash: null, challenge: null, tokenHash, expiresAt } },
          { returnDocument: 'after' },
        )
        .lean<StoredToken>();
      return token(document);
    },
    async findToken(tokenHash, now) {
      const found = await tokens.findOne({ tokenHash });
      return found !== null && found.expiresAt > now ? token(found) : null;
    },
    async noteUse(tenantId, id, lastUsedAt) {
      await extensionTokens.updateOne({ tenantId, _id: id }, { $set: { lastUsedAt } });
    },
    async tokensOf(tenantId, personId, now) {
      const found = await extensionTokens
        .find({ tenantId, personId, codeHash: null, expiresAt: { $gt: now } })
        .sort({ createdAt: -1 })
        .lean<StoredToken[]>();
      return found.map(token).filter((one) => one !== null);
    },
    async removeToken(tenantId, personId, id) {
      return (await extensionTokens.deleteOne({ tenantId, personId, _id: id })).deletedCount === 1;
    },
    async rolesOf(tenantId, personId) {
      const found = await roles.find({ tenantId, personId }).toArray();
      // Who is not in a course any more has no business there.
      const present = found.filter(({ leftAt }) => !leftAt);
      return present.map(({ contextId, setRole, launchRole, rosterRole, launchGroups = [] }) => ({
        ...{ contextId, set: setRole, launch: launchRole, roster: rosterRole, groups: launchGroups },
      }));
    },
    async enrolmentOf(tenantId, contextId, qualificationId, learnerId) {
      const found = await enrolments.findOne({ tenantId, contextId, qualificationId, learnerId }).select('_id').lean();
      return (found?._id ?? null) as EnrolmentId | null;
    },
    async raiseRevision(tenantId, contextId) {
      const raise = () => waitingRevisions.updateOne({ tenantId, _id: contextId }, { $inc: { revision: 1 } });
      try {
        if ((await raise()).matchedCount === 1) return;
        await waitingRevisions.create({ _id: contextId, tenantId, revision: 1 });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await raise();
      } finally {
        memories.revisions.forget(memoryKey(tenantId, contextId));
      }
    },
    async revisionsOf(tenantId, contextIds) {
      const read = async (contextId: ContextId) =>
        (await revisions.findOne({ _id: contextId, tenantId }))?.revision ?? 0;
      const found = contextIds.map(async (contextId): Promise<[ContextId, number]> => {
        return [
          contextId,
          (await memories.revisions.recall(memoryKey(tenantId, contextId), () => read(contextId))) ?? 0,
        ];
      });
      return new Map(await Promise.all(found));
    },
    async rememberPage({ linkId, ...page }) {
      await memories.pages.recall(memoryKey(linkId, page), async () => {
        const known = await lmsPages.findOne({ _id: linkId, ...page }).lean();
        if (known === null) await lmsPages.replaceOne({ _id: linkId }, page, { upsert: true });
        return true;
      });
    },
    async pagesOf(tenantId, linkIds) {
      const found = await lmsPages.find({ tenantId, _id: { $in: [...linkIds] } }).lean();
      return found.map(({ _id, ...page }): LmsPage => ({ ...page, linkId: _id as ResourceLinkId }));
    },
    async rememberPersonPage(tenantId, personId, pageId) {
      await memories.pages.recall(memoryKey(tenantId, personId, pageId), async () => {
        const known = await lmsPersonPages.findOne({ _id: personId, tenantId, pageId }).lean();
        if (known === null) await lmsPersonPages.replaceOne({ _id: personId }, { tenantId, pageId }, { upsert: true });
        return true;
      });
    },
    async personPagesOf(tenantId, personIds) {
      const found = await lmsPersonPages.find({ tenantId, _id: { $in: [...personIds] } }).lean();
      return new Map(found.map(({ _id, pageId }) => [_id as PersonId, pageId]));
    },
  };
}
