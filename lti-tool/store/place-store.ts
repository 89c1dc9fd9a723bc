import type { Context, PlaceStore, ResourceLink } from '../use-cases/ports.ts';
import { ensure, toEntities, toEntity } from './documents.ts';
import type { Models } from './models.ts';

export function createPlaceStore({ contexts, resourceLinks }: Models): PlaceStore {
  return {
    async upsertContext({ id, tenantId, lmsContextId, title }) {
      const document = await ensure(contexts, { tenantId, lmsContextId }, { set: { title }, fresh: { _id: id } });
      return toEntity<Context>(document) as Context;
    },
    async findContext(tenantId, id) {
      return toEntity<Context>(await contexts.findOne({ tenantId, _id: id }).lean());
    },
    async findContextByLmsId(tenantId, lmsContextId) {
      return toEntity<Context>(await contexts.findOne({ tenantId, lmsContextId }).lean());
    },
    async upsertLink({ id, tenantId, contextId, lmsResourceLinkId, qualificationId, ...current }) {
      const key = { tenantId, contextId, lmsResourceLinkId };
      const document = await ensure(resourceLinks, key, { set: current, fresh: { _id: id, qualificationId } });
      return toEntity<ResourceLink>(document) as ResourceLink;
    },
    async findLink(tenantId, id) {
      return toEntity<ResourceLink>(await resourceLinks.findOne({ tenantId, _id: id }).lean());
    },
    async chooseQualification(tenantId, id, qualificationId) {
      await resourceLinks.updateOne({ tenantId, _id: id, qualificationId: null }, { $set: { qualificationId } });
      return toEntity<ResourceLink>(await resourceLinks.findOne({ tenantId, _id: id }).lean());
    },
    async chooseScoreColumns(tenantId, id, scoreColumns) {
      await resourceLinks.updateOne({ tenantId, _id: id }, { $set: { scoreColumns } });
    },
    async linksOfContext(tenantId, contextId) {
      return toEntities<ResourceLink>(await resourceLinks.find({ tenantId, contextId }).lean());
    },
  };
}
