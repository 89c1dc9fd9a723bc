import type { CriterionId, PersonId } from '../../../shared/domain/ids.ts';
import { criteriaUnder, type Qualification } from '../../../shared/domain/qualification.ts';
import { type PlanGroup, planned } from '../../../shared/domain/sample-choice.ts';
import { noOutcomes, outcomesOf } from '../../../shared/domain/sample-outcomes.ts';
import { experienceOf, reviewsIn } from '../../../shared/domain/sample-reviews.ts';
import { isNew, usualPlan } from '../../../shared/domain/sampling-plan.ts';
import type { ChangeDeps } from '../change-evidence.ts';
import { roleOf } from '../current-role.ts';
import { found } from '../failure.ts';
import { namesOf } from '../names.ts';
import { instantOf, type Stores } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { overviewsOfContext } from '../view-caseload.ts';

/** The unit of every criterion. */
const unitsByCriterion = ({ units }: Qualification): Map<CriterionId, string> =>
  new Map(units.flatMap((unit) => criteriaUnder({ units: [unit] }).map(({ id }) => [id, unit.ref] as const)));

/** The people who act as assessors in a context now. */
async function assessorsOf(stores: Stores, { tenantId, contextId }: Principal): Promise<PersonId[]> {
  const [members, { roleMapping }] = await Promise.all([
    stores.centre.members(tenantId, contextId),
    stores.centre.settings(tenantId),
  ]);
  return members.filter((member) => roleOf(member, roleMapping) === 'assessor').map((member) => member.personId);
}

/** The evidence that sampling in the asker's context looks at, with the people and units in it. */
async function readSampling(deps: ChangeDeps, principal: Principal) {
  const { stores } = deps;
  const { tenantId, contextId } = principal;
  const { qualificationId, enrolments } = await overviewsOfContext(deps, principal);
  const [qualification, stored, items, assessors] = await Promise.all([
    stores.qualifications.find(tenantId, qualificationId),
    stores.sampling.plan({ tenantId, contextId, qualificationId }),
    stores.sampling.evidenceOf(
      tenantId,
      enrolments.map(({ id }) => id),
    ),
    assessorsOf(stores, principal),
  ]);
  return { qualification: found(qualification), stored, items, assessors };
}

/** The Sampling screen: plan, how far it is met, what it picks next and why, and what came of the samples so far (R9). */
export async function viewSampling(deps: ChangeDeps, principal: Principal) {
  const { qualification, stored, items, assessors } = await readSampling(deps, principal);
  const plan = stored?.plan ?? usualPlan;
  const experience = experienceOf(items);
  const now = instantOf(deps.clock);
  const newOnes = new Set([...experience].filter(([, each]) => isNew(each, plan, now)).map(([id]) => id));
  const unitOf = unitsByCriterion(qualification);
  const { groups, picks } = planned(
    plan,
    items.flatMap((item) => reviewsIn(item, unitOf)),
    newOnes,
  );
  const outcomes = outcomesOf(items);
  const people = [...new Set([...assessors, ...experience.keys(), ...plan.assessors.map((each) => each.assessorId)])];
  const nameOf = await namesOf(deps.stores, principal.tenantId, [
    ...people,
    ...picks.map((pick) => pick.learnerId),
    ...(stored ? [stored.changedById] : []),
  ]);
  const byName = (a: PersonId, b: PersonId) => nameOf(a).name.localeCompare(nameOf(b).name, 'en-GB');
  const sum = (some: readonly PlanGroup[], key: 'confirmations' | 'required' | 'sampled' | 'outstanding') =>
    some.reduce((total, group) => total + group[key], 0);
  return {
    plan,
    version: stored?.version ?? 0,
    changed: stored && { byName: nameOf(stored.changedById).name, at: stored.changedAt },
    maySample: principal.role === 'iqa',
    people: people.sort(byName).map(nameOf),
    assessors: people.sort(byName).map((id) => {
      const own = groups.filter((group) => group.assessorId === id);
      return {
        assessor: nameOf(id),
        experience: experience.get(id) ?? null,
        isNew: newOnes.has(id),
        confirmations: sum(own, 'confirmations'),
        required: sum(own, 'required'),
        sampled: sum(own, 'sampled'),
        outstanding: sum(own, 'outstanding'),
        groups: own.map(({ assessorId: _, ...group }) => group),
        ...(outcomes.get(id) ?? noOutcomes),
      };
    }),
    picks: picks.map(({ assessorId, learnerId, ...pick }) => ({
      ...pick,
      learner: nameOf(learnerId),
      assessor: nameOf(assessorId),
      own: assessorId === principal.personId,
    })),
  };
}
