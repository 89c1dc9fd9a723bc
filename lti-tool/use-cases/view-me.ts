import { ensureEnrolmentId } from './ensure-enrolment.ts';
import { found } from './failure.ts';
import { namesOf } from './names.ts';
import type { Crypto, Stores } from './ports.ts';
import type { Principal } from './principal.ts';

/** Who is here, in which role, where, and on which qualification. */
export async function viewMe(deps: { readonly stores: Stores; readonly crypto: Crypto }, principal: Principal) {
  const { stores } = deps;
  const { tenantId } = principal;
  const [nameOf, context, link] = await Promise.all([
    namesOf(stores, tenantId, [principal.personId]),
    stores.places.findContext(tenantId, principal.contextId),
    stores.places.findLink(tenantId, principal.linkId),
  ]);
  const place = found(link);
  const isLearner = principal.role === 'learner';
  return {
    person: nameOf(principal.personId),
    role: principal.role,
    context: { title: found(context).title },
    linkTitle: place.title,
    qualificationId: place.qualificationId,
    // The qualification may have been chosen after this learner launched.
    enrolmentId: isLearner ? await ensureEnrolmentId(deps, place, principal.personId) : null,
    locale: principal.locale ?? null,
  };
}
