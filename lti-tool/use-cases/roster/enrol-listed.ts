import type { PersonId } from '../../../shared/domain/ids.ts';
import { newEnrolment, unitsOf } from '../ensure-enrolment.ts';
import type { Crypto, Stores } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import type { Roster } from './roster-ports.ts';

type Deps = { readonly stores: Stores; readonly crypto: Crypto };

/**
 * Gives every listed learner of a context their enrolment on each of its qualifications, so that the matrix and caseloads
 * show who never launched, and notes on enrolments who left and who is back.
 */
export async function enrolListed(
  { stores, crypto }: Deps,
  place: Pick<Roster, 'tenantId' | 'contextId'>,
  learners: readonly PersonId[],
  gone: ReadonlySet<PersonId>,
): Promise<void> {
  const { tenantId, contextId } = place;
  const links = await stores.places.linksOfContext(tenantId, contextId);
  const ids = new Set(links.map(({ qualificationId }) => qualificationId).filter((id) => id !== null));
  const here = new Set(learners);
  for (const id of ids) {
    const qualification = await stores.qualifications.find(tenantId, id);
    if (qualification === null) continue;
    const enrolled = await stores.rosters.enrolled(place, id);
    const known = new Set(enrolled.map(({ learnerId }) => learnerId));
    const unitRefs = unitsOf(links, qualification);
    await inParallel(
      learners.filter((learner) => !known.has(learner)),
      async (learner) => {
        await stores.enrolments.ensure(newEnrolment(crypto, place, qualification, unitRefs, learner));
      },
    );
    const changed = (notEnrolled: boolean, people: ReadonlySet<PersonId>) =>
      enrolled.filter((one) => one.notEnrolled !== notEnrolled && people.has(one.learnerId)).map((one) => one.id);
    await stores.enrolments.setNotEnrolled(tenantId, changed(true, gone), true);
    await stores.enrolments.setNotEnrolled(tenantId, changed(false, here), false);
  }
}
