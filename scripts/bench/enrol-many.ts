import { systemClock, systemCrypto } from '../../lti-tool/tool.ts';
import type { Enrolment } from '../../lti-tool/use-cases/enrolment-ports.ts';
import { instantOf, type Stores } from '../../lti-tool/use-cases/ports.ts';
import { type EnrolmentId, type PersonId, parseId } from '../../shared/domain/ids.ts';

/** A learner as the LMS knows them. */
export type Newcomer = { readonly sub: string; readonly name: string; readonly givenName: string };

const atOnce = 50;

/** Does something for each number below `count`, some at the same time: the database gathers their writes into one. */
export async function inGroups<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let start = 0; start < count; start += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, count - start) }, (_, offset) => start + offset);
    done.push(...(await Promise.all(group.map(work))));
  }
  return done;
}

/** Enrols people beside another learner, as their own launches would, but for the sessions and looking it all up again. */
export function enrolMany(
  { people, enrolments }: Pick<Stores, 'people' | 'enrolments'>,
  like: Enrolment,
  newcomers: readonly Newcomer[],
): Promise<Enrolment[]> {
  const { tenantId, contextId } = like;
  return inGroups(newcomers.length, async (index) => {
    const { sub: lmsUserId = '', name = '', givenName = '' } = newcomers[index] ?? {};
    const person = { id: parseId<PersonId>(systemCrypto.newId()), tenantId, lmsUserId, name, givenName };
    const { id: learnerId } = await people.upsert(person);
    const at = instantOf(systemClock);
    await people.recordLaunch({ tenantId, contextId, personId: learnerId }, { role: 'learner', groups: [], at });
    return enrolments.ensure({ ...like, id: parseId<EnrolmentId>(systemCrypto.newId()), learnerId });
  });
}
