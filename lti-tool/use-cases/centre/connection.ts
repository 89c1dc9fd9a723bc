import { found } from '../failure.ts';
import type { Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { requireManager } from './require-manager.ts';

type Deps = { readonly stores: Pick<Stores, 'centre' | 'places' | 'qualifications'> };

/** The platform behind the manager's centre: what is connected, since when, and what each activity offers. */
export async function viewConnection({ stores }: Deps, principal: Principal) {
  requireManager(principal);
  const { tenantId, contextId } = principal;
  const [connection, context, links] = await Promise.all([
    stores.centre.connection(tenantId),
    stores.places.findContext(tenantId, contextId),
    stores.places.linksOfContext(tenantId, contextId),
  ]);
  const activities = await Promise.all(
    links.map(async ({ title, qualificationId, lineItemUrl, lineItemsUrl, membershipsUrl }) => {
      const qualification = qualificationId && (await stores.qualifications.find(tenantId, qualificationId));
      return {
        title,
        qualification: qualification ? `${qualification.number} ${qualification.title}` : null,
        takesScores: lineItemUrl !== null || lineItemsUrl !== null,
        givesRoster: membershipsUrl !== null,
      };
    }),
  );
  return { ...found(connection), context: found(context).title, activities };
}
