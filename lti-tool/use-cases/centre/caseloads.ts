import type { EnrolmentId, PersonId } from '../../../shared/domain/ids.ts';
import { roleOf } from '../current-role.ts';
import { Failure } from '../failure.ts';
import { namesOf } from '../names.ts';
import type { Clock, Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { overviewsOfContext } from '../view-caseload.ts';
import { entryBy } from './entry-by.ts';
import { requireManager } from './require-manager.ts';

type Deps = { readonly stores: Stores; readonly clock: Clock };

/** The people of a context who assess: whom a learner may be assigned to. */
async function assessorsOf({ stores }: Deps, { tenantId, contextId }: Principal) {
  const [members, { roleMapping }] = await Promise.all([
    stores.centre.members(tenantId, contextId),
    stores.centre.settings(tenantId),
  ]);
  return members.flatMap((member) => {
    const role = roleOf(member, roleMapping);
    return role === 'assessor' || role === 'traineeAssessor' ? [{ personId: member.personId, role }] : [];
  });
}

/** Who assesses whom: the learners of the context, their assessors, and who could be assigned. */
export async function viewCaseloads(deps: Deps, principal: Principal) {
  requireManager(principal);
  const [{ enrolments, nameOf }, assessors] = await Promise.all([
    overviewsOfContext(deps, principal),
    assessorsOf(deps, principal),
  ]);
  const present = new Set(assessors.map(({ personId }) => personId));
  const assigned = enrolments.flatMap((enrolment) => enrolment.assessorIds);
  const staffName = await namesOf(deps.stores, principal.tenantId, [...present, ...assigned]);
  const learners = enrolments.map(({ id, learnerId, assessorIds, progress }) => ({
    enrolmentId: id,
    learner: nameOf(learnerId),
    assessorIds: [...assessorIds],
    confirmed: progress.confirmed,
    total: progress.total,
    unconfirmed: progress.unconfirmed,
    oldestWaitingAt: progress.oldestWaitingAt,
  }));
  learners.sort((a, b) => a.learner.name.localeCompare(b.learner.name, 'en-GB'));
  // Somebody who no longer assesses here keeps their learners until they are moved: it must be seen.
  const gone = [...new Set(assigned)].filter((id) => !present.has(id)).map((personId) => ({ personId, role: null }));
  const people = [...assessors, ...gone].map(({ personId, role }) => ({ person: staffName(personId), role }));
  people.sort((a, b) => a.person.name.localeCompare(b.person.name, 'en-GB'));
  return { assessors: people, learners };
}

/** Assessors of one learner: more is a mistake of the hand. */
const mostAssessors = 10;
const attempts = 5;

export type AssignmentWish = {
  readonly enrolmentIds: readonly EnrolmentId[];
  readonly add: readonly PersonId[];
  readonly remove: readonly PersonId[];
};

/**
 * Gives learners of the context to assessors, or takes them away. Each enrolment is changed in one write; what somebody
 * else assigned meanwhile stays.
 * @throws Failure roleNotAllowed, notFound for learners of another context, notAnAssessor, tooManyAssessors, conflict
 */
export async function assignLearners(deps: Deps, principal: Principal, { enrolmentIds, add, remove }: AssignmentWish) {
  requireManager(principal);
  const { stores, clock } = deps;
  const { tenantId, contextId } = principal;
  const able = new Set((await assessorsOf(deps, principal)).map(({ personId }) => personId));
  if (add.some((id) => !able.has(id))) throw new Failure('notAnAssessor');
  const ids = [...new Set(enrolmentIds)];
  let count = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await stores.centre.assignments(tenantId, contextId, ids);
    if (found.length !== ids.length) throw new Failure('notFound');
    const groups = new Map<string, { before: readonly PersonId[]; after: PersonId[]; ids: EnrolmentId[] }>();
    for (const { id, assessorIds: before } of found) {
      const after = [...new Set([...before.filter((one) => !remove.includes(one)), ...add])];
      if (after.length > mostAssessors) throw new Failure('tooManyAssessors');
      if (after.join() === before.join()) continue;
      const group = groups.get(before.join()) ?? { before, after, ids: [] };
      group.ids.push(id);
      groups.set(before.join(), group);
    }
    if (groups.size === 0) return { count };
    for (const { before, after, ids: some } of groups.values()) {
      const entry = entryBy(principal, clock, { kind: 'caseload', before, after });
      count += await stores.centre.assign(tenantId, contextId, some, before, after, entry);
    }
  }
  throw new Failure('conflict');
}
