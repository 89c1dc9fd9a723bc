import { found } from '../failure.ts';
import type { Person } from '../people-ports.ts';
import type { Stores } from '../ports.ts';

/** Where an administrator finds a person: as the LMS knows them. */
export type PersonPlace = {
  readonly registrationId: string;
  readonly deploymentId: string;
  /** The LTI `sub`. */
  readonly lmsUserId: string;
};

/** @throws Failure notFound where there is no such person */
export async function findPerson(
  { tenants, people }: Pick<Stores, 'tenants' | 'people'>,
  { registrationId, deploymentId, lmsUserId }: PersonPlace,
): Promise<Person> {
  const tenant = found(await tenants.findByDeployment(registrationId, deploymentId));
  return found(await people.findByLmsUser(tenant.id, lmsUserId));
}
