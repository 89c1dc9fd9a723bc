import type { ResourceLinkId, TenantId } from '../../shared/domain/ids.ts';
import type { Context, PlaceStore, ResourceLink } from '../use-cases/place-ports.ts';
import { ensure, toEntities, toEntity } from './documents.ts';
import { type Memories, memoryKey } from './memories.ts';
import type { Models } from './models.ts';
import { upsertRemembered } from './upsert-remembered.ts';

const nothingChosen = { qualificationId: null, lineItemUrl: null, lineItemsUrl: null, membershipsUrl: null } as const;

/** Every write of a place forgets all places of its kind. */
export function createPlaceStore({ contexts, resourceLinks }: Models, memories: Memories): PlaceStore {
  const findLink = async (tenantId: TenantId, id: ResourceLinkId) =>
    toEntity<ResourceLink>(await resourceLinks.findOne({ tenantId, _id: id }).lean());
  return {
    async upsertContext({ id, tenantId, lmsContextId, title }) {
      const wanted = { set: title === null ? {} : { title }, fresh: { _id: id, title: 'Course' } };
      const key = { tenantId, lmsContextId };
      const upsert = async () => toEntity<Context>(await ensure(contexts, key, wanted)) as Context;
      return upsertRemembered(memories.contexts, memoryKey('lms', key), wanted.set, upsert);
    },
    async findContext(tenantId, id) {
      return memories.contexts.recall(memoryKey(tenantId, id), async () =>
        toEntity<Context>(await contexts.findOne({ tenantId, _id: id }).lean()),
      );
    },
    async findContextByLmsId(tenantId, lmsContextId) {
      return toEntity<Context>(await contexts.findOne({ tenantId, lmsContextId }).lean());
    },
    async upsertLink({ id, tenantId, contextId, lmsResourceLinkId, title, ...services }) {
      const key = { tenantId, contextId, lmsResourceLinkId };
      const wanted = {
        set: { ...services, ...(title === null ? {} : { title }) },
        fresh: { _id: id, title: 'Portfolio', ...nothingChosen },
      };
      const upsert = async () => toEntity<ResourceLink>(await ensure(resourceLinks, key, wanted)) as ResourceLink;
      return upsertRemembered(memories.links, memoryKey('lms', key), wanted.set, upsert);
    },
    findLink: (tenantId, id) => memories.links.recall(memoryKey(tenantId, id), () => findLink(tenantId, id)),
    async chooseQualification(tenantId, id, qualificationId, more = {}) {
      const chosen = { qualificationId, ...more };
      await resourceLinks.updateOne({ tenantId, _id: id, qualificationId: null }, { $set: chosen });
      memories.links.forgetAll();
      return findLink(tenantId, id);
    },
    async chooseScoreColumns(tenantId, id, scoreColumns) {
      await resourceLinks.updateOne({ tenantId, _id: id }, { $set: { scoreColumns } });
      memories.links.forgetAll();
    },
    async linksByLmsId(tenantId, lmsResourceLinkIds) {
      const found = resourceLinks.find({ tenantId, lmsResourceLinkId: { $in: [...lmsResourceLinkIds] } });
      return toEntities<ResourceLink>(await found.lean());
    },
    async linksOfContext(tenantId, contextId) {
      return toEntities<ResourceLink>(await resourceLinks.find({ tenantId, contextId }).lean());
    },
  };
}
