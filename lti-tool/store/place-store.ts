import type { Context, PlaceStore, ResourceLink } from '../use-cases/ports.ts';
import { ensure, toEntities, toEntity } from './documents.ts';
import type { Models } from './models.ts';

const nothingChosen = { qualificationId: null, lineItemUrl: null, lineItemsUrl: null, membershipsUrl: null } as const;

export function createPlaceStore({ contexts, resourceLinks }: Models): PlaceStore {
  return {
    async upsertContext({ id, tenantId, lmsContextId, title }) {
      const wanted = { set: title === null ? {} : { title }, fresh: { _id: id, title: 'Course' } };
      const document = await ensure(contexts, { tenantId, lmsContextId }, wanted);
      return toEntity<Context>(document) as Context;
    },
    async findContext(tenantId, id) {
      return toEntity<Context>(await contexts.findOne({ tenantId, _id: id }).lean());
    },
    async findContextByLmsId(tenantId, lmsContextId) {
      return toEntity<Context>(await contexts.findOne({ tenantId, lmsContextId }).lean());
    },
    async upsertLink({ id, tenantId, contextId, lmsResourceLinkId, title, ...services }) {
      const key = { tenantId, contextId, lmsResourceLinkId };
      const document = await ensure(resourceLinks, key, {
        set: { ...services, ...(title === null ? {} : { title }) },
        fresh: { _id: id, title: 'Portfolio', ...nothingChosen },
      });
      return toEntity<ResourceLink>(document) as ResourceLink;
    },
    async findLink(tenantId, id) {
      return toEntity<ResourceLink>(await resourceLinks.findOne({ tenantId, _id: id }).lean());
    },
    async chooseQualification(tenantId, id, qualificationId, more = {}) {
      const chosen = { qualificationId, ...more };
      await resourceLinks.updateOne({ tenantId, _id: id, qualificationId: null }, { $set: chosen });
      return toEntity<ResourceLink>(await resourceLinks.findOne({ tenantId, _id: id }).lean());
    },
    async chooseScoreColumns(tenantId, id, scoreColumns) {
      await resourceLinks.updateOne({ tenantId, _id: id }, { $set: { scoreColumns } });
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
