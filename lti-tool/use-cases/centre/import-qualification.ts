import type { QualificationId } from '../../../shared/domain/ids.ts';
import { criteriaUnder, type Specification } from '../../../shared/domain/qualification.ts';
import { Failure } from '../failure.ts';
import type { Clock, Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { entryBy } from './entry-by.ts';
import { requireManager } from './require-manager.ts';

type Deps = { readonly stores: Pick<Stores, 'centre' | 'qualifications'>; readonly clock: Clock };

/** The qualifications that the centre has and could choose, its own and the installation's. */
export async function viewQualifications({ stores }: Deps, principal: Principal) {
  requireManager(principal);
  const [own, offered] = await Promise.all([
    stores.centre.qualifications(principal.tenantId),
    stores.qualifications.specifications(),
  ]);
  const keyOf = ({ number, version }: Pick<Specification, 'number' | 'version'>) => `${number} ${version}`;
  const known = new Set(own.map(keyOf));
  const line = ({ units, number, title, level, awardingOrganisation, version }: Specification) => ({
    ...{ number, title, level, awardingOrganisation, version },
    units: units.length,
    criteria: criteriaUnder({ units }).length,
  });
  const all = [...own, ...offered.filter((one) => !known.has(keyOf(one)))].map(line);
  return { qualifications: all.sort((a, b) => a.title.localeCompare(b.title, 'en-GB')) };
}

/** Whether the centre has that number and version already: a version never changes. */
export const hasQualification = async ({ stores }: Deps, { tenantId }: Principal, wanted: Specification) =>
  (await stores.centre.qualifications(tenantId)).some(
    ({ number, version }) => number === wanted.number && version === wanted.version,
  );

/**
 * Adds a qualification to the manager's centre, and to no other.
 * @throws Failure roleNotAllowed, qualificationExists
 */
export async function importQualification(
  { stores, clock }: Deps,
  principal: Principal,
  specification: Specification,
): Promise<QualificationId> {
  requireManager(principal);
  const { number, version, title } = specification;
  const entry = entryBy(principal, clock, { kind: 'qualification', number, version, title });
  const id = await stores.centre.addQualification(principal.tenantId, specification, entry);
  if (id === null) throw new Failure('qualificationExists');
  return id;
}
