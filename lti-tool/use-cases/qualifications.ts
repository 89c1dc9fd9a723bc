import type { QualificationId } from '../../shared/domain/ids.ts';
import { criteriaUnder, type Qualification } from '../../shared/domain/qualification.ts';
import { Failure, found } from './failure.ts';
import { type Clock, instantOf, type Stores } from './ports.ts';
import type { Principal } from './principal.ts';

type Deps = { readonly stores: Stores };

/** The tree of a qualification of the asker's tenant. */
export async function viewQualification(deps: Deps, principal: Principal, id: QualificationId): Promise<Qualification> {
  return found(await deps.stores.qualifications.find(principal.tenantId, id));
}

/** What a link without a qualification can be given. */
export async function listQualificationChoices(deps: Deps, principal: Principal) {
  if (principal.role === 'learner') throw new Failure('roleNotAllowed');
  const specifications = await deps.stores.qualifications.specifications();
  return {
    choices: specifications.map(({ units, ...rest }) => ({
      ...rest,
      criteria: criteriaUnder({ units }).length,
      unitTitles: units.map((unit) => unit.title),
    })),
  };
}

/** Staff choose, once, which qualification a resource link is for. */
export async function chooseQualification(
  deps: Deps & { readonly clock: Clock },
  principal: Principal,
  choice: { readonly number: string; readonly version: string },
): Promise<void> {
  if (principal.role === 'learner' || principal.role === 'eqa') throw new Failure('roleNotAllowed');
  const { tenantId, linkId } = principal;
  const qualification = found(await deps.stores.qualifications.ensure(tenantId, choice.number, choice.version));
  found(await deps.stores.places.chooseQualification(tenantId, linkId, qualification.id));
  await deps.stores.qualificationUses.remember(tenantId, qualification.id, instantOf(deps.clock));
}
