import type { ContextId, PersonId, QualificationId, TenantId } from '../../shared/domain/ids.ts';
import { earlier, type Instant } from '../../shared/domain/instant.ts';
import type { WaitingEvidence } from '../../shared/domain/progress.ts';
import type { EnrolmentOverview } from './enrolment-ports.ts';
import { Failure, found } from './failure.ts';
import { namesOf } from './names.ts';
import type { Stores } from './ports.ts';
import type { Principal } from './principal.ts';
import { openActions } from './quality/open-actions.ts';

type Deps = { readonly stores: Stores };

type Read<E> = (tenantId: TenantId, contextId: ContextId, qualificationId: QualificationId) => Promise<E[]>;

/** The enrolments of the asker's context on its qualification, whole. */
export const enrolmentsOfContext = (deps: Deps, principal: Principal) =>
  listed(deps, principal, deps.stores.enrolments.ofContext);

/** The same as lists and the matrix need them. */
export const overviewsOfContext = (deps: Deps, principal: Principal) =>
  listed(deps, principal, deps.stores.enrolments.overviewsOf);

/**
 * The enrolments of the asker's context on its qualification, as far as `read` reads them. A teacher who once launched as a student is left out:
 * only people who act as learners now are listed.
 * @throws Failure roleNotAllowed for learners, qualificationMissing
 */
async function listed<E extends EnrolmentOverview>(deps: Deps, principal: Principal, read: Read<E>) {
  const { tenantId, contextId, linkId } = principal;
  const { stores } = deps;
  if (principal.role === 'learner') throw new Failure('roleNotAllowed');
  const { qualificationId } = found(await stores.places.findLink(tenantId, linkId));
  if (qualificationId === null) throw new Failure('qualificationMissing');
  const [enrolments, others, absentees] = await Promise.all([
    read(tenantId, contextId, qualificationId),
    stores.people.othersOf(tenantId, contextId),
    stores.people.absentOf(tenantId, contextId),
  ]);
  const staff = new Set(others.map((member) => member.personId));
  const present = enrolments.filter((enrolment) => !staff.has(enrolment.learnerId));
  const nameOf = await namesOf(
    stores,
    tenantId,
    present.map((enrolment) => enrolment.learnerId),
  );
  const absent = new Map(absentees.map((each) => [each.personId, each]));
  /** Said of learners who are not here as others are. */
  const presenceOf = (id: PersonId) => {
    if (absent.get(id)?.left) return { left: true as const };
    return absent.get(id)?.neverOpened ? { neverOpened: true as const } : {};
  };
  return { qualificationId, enrolments: present, nameOf, presenceOf };
}

const byWaiting = (a: EnrolmentOverview, b: EnrolmentOverview): number => {
  const [first, second] = [a.progress.oldestWaitingAt ?? '9', b.progress.oldestWaitingAt ?? '9'];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** Who waits, longest first; learners with nothing waiting come after, by name. */
export async function viewCaseload(deps: Deps, principal: Principal) {
  const { enrolments, nameOf, presenceOf } = await overviewsOfContext(deps, principal);
  // A trainee assessor answers to no IQA: only a qualified assessor confirms again.
  const asked = principal.role === 'traineeAssessor' ? [] : enrolments;
  const actions = await openActions(deps.stores, principal, asked);
  const named = enrolments.map((enrolment) => ({ enrolment, learner: nameOf(enrolment.learnerId) }));
  named.sort((a, b) => byWaiting(a.enrolment, b.enrolment) || a.learner.name.localeCompare(b.learner.name, 'en-GB'));
  const rows = named.map(({ enrolment: { id, assessorIds, progress }, learner }) => {
    const sum = (key: 'learnerTicks' | 'traineeTicks' | 'toAssess') =>
      progress.waiting.reduce((total, item) => total + item[key], 0);
    return {
      enrolmentId: id,
      learner,
      assessorIds: [...assessorIds],
      ...presenceOf(learner.id),
      confirmed: progress.confirmed,
      total: progress.total,
      awaiting: progress.counts.awaitingAssessor + progress.counts.awaitingCountersign,
      unconfirmed: progress.unconfirmed,
      learnerTicks: sum('learnerTicks'),
      traineeTicks: sum('traineeTicks'),
      toAssess: sum('toAssess'),
      oldestWaitingAt: progress.oldestWaitingAt,
      lastActivityAt: progress.lastActivityAt,
      waiting: progress.waiting.map(({ units: _, ...item }) => item),
      unfinished: [...progress.unfinished],
      returned: [...progress.returned],
      actions: actions.get(id) ?? [],
    };
  });
  return { unconfirmed: rows.reduce((total, row) => total + row.unconfirmed, 0), rows };
}

/** Learners by criteria: one short text a learner. */
export async function viewMatrix(deps: Deps, principal: Principal) {
  const { qualificationId, enrolments, nameOf, presenceOf } = await overviewsOfContext(deps, principal);
  const rows = enrolments.map(({ id, learnerId, assessorIds, progress: { confirmed, total, letters, waiting } }) => ({
    enrolmentId: id,
    name: nameOf(learnerId).name,
    ...presenceOf(learnerId),
    assessorIds: [...assessorIds],
    confirmed,
    total,
    letters,
    waits: waitsByUnit(waiting),
  }));
  rows.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return { qualificationId, assessors: await assessorsNamed(deps, principal, enrolments), rows };
}

/** The assessors who have learners here, by name. */
async function assessorsNamed({ stores }: Deps, { tenantId }: Principal, enrolments: readonly EnrolmentOverview[]) {
  const ids = [...new Set(enrolments.flatMap((enrolment) => enrolment.assessorIds))];
  const nameOf = await namesOf(stores, tenantId, ids);
  return ids.map(nameOf).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Since when something of each unit waits for an assessor. */
function waitsByUnit(waiting: readonly WaitingEvidence[]) {
  const since = new Map<string, Instant>();
  for (const { submittedAt, units } of waiting)
    for (const { unitRef } of units)
      since.set(unitRef, earlier(since.get(unitRef) ?? null, submittedAt) ?? submittedAt);
  return [...since].map(([unitRef, oldest]) => ({ unitRef, since: oldest }));
}
