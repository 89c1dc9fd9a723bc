import type { QualificationId } from '../../shared/domain/ids.ts';
import { criteriaUnder, type Qualification, type Specification } from '../../shared/domain/qualification.ts';
import { Failure, found } from './failure.ts';
import { type Clock, instantOf, type Stores } from './ports.ts';
import type { Principal } from './principal.ts';

type Deps = { readonly stores: Stores };

/** The tree of a qualification of the asker's tenant. */
export async function viewQualification(deps: Deps, principal: Principal, id: QualificationId): Promise<Qualification> {
  return found(await deps.stores.qualifications.find(principal.tenantId, id));
}

/** What a link without a qualification can be given: the centre's own, and the installation's. */
export async function listQualificationChoices(deps: Deps, principal: Principal) {
  if (principal.role === 'learner') throw new Failure('roleNotAllowed');
  const [own, offered] = await Promise.all([
    deps.stores.centre.qualifications(principal.tenantId),
    deps.stores.qualifications.specifications(),
  ]);
  const isOwn = (one: Specification) => own.some((mine) => mine.number === one.number && mine.version === one.version);
  const choices = [...own, ...offered.filter((one) => !isOwn(one))].sort((a, b) =>
    a.title.localeCompare(b.title, 'en-GB'),
  );
  return {
    choices: choices.map(({ number, title, level, awardingOrganisation, version, units }) => ({
      ...{ number, title, level, awardingOrganisation, version },
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
  const now = instantOf(deps.clock);
  await deps.stores.qualificationUses.remember(tenantId, qualification.id, now);
  // Now the people of the course can be enrolled on it.
  await deps.stores.rosters.askAgain(principal, now);
}
