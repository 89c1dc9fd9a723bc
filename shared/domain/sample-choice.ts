import type { CriterionId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { PlannedConfirmation, SampleReview } from './sample-reviews.ts';
import { percentOf, ruleFor, type SamplingPlan, type SamplingRule } from './sampling-plan.ts';

/** All confirmations of one assessor under one rule. */
export type PlanGroup = {
  readonly assessorId: PersonId;
  readonly rule: SamplingRule;
  readonly percent: number;
  readonly confirmations: number;
  readonly required: number;
  readonly sampled: number;
  readonly outstanding: number;
};

/** Why a review is picked before others that the same rule could pick. */
export const pickReasons = ['again', 'firstOfKind', 'leastSampled', 'leftOut'] as const;
export type PickReason = (typeof pickReasons)[number];

/** A review that the plan picks next, and why. */
export type SamplePick = Omit<SampleReview, 'confirmations'> & {
  /** Its confirmations that are not sampled yet. */
  readonly criterionIds: readonly CriterionId[];
  /** When the first of them was made. */
  readonly at: Instant;
  readonly rule: SamplingRule;
  readonly percent: number;
  readonly because: PickReason;
};

/** A review with confirmations under a rule that are not sampled yet. */
type Candidate = { readonly review: SampleReview; readonly open: readonly PlannedConfirmation[] };
type Group = { readonly group: PlanGroup; readonly key: string; readonly candidates: readonly Candidate[] };

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const firstAt = (some: readonly PlannedConfirmation[]): Instant =>
  some.reduce((first, each) => (first === '' || each.at < first ? each.at : first), '');

const keyOf = (assessorId: PersonId, rule: SamplingRule): string =>
  `${assessorId} ${rule.kind} ${rule.kind === 'method' ? rule.method : rule.kind === 'unit' ? rule.unitRef : ''}`;

/**
 * How far a plan is met, and what it picks next so that it is. The same reviews give the same picks in whatever order
 * they come, and what is sampled is not picked again. Of what a rule could pick come first: what was confirmed again after
 * an action; then the methods and units of that assessor by turns, the least sampled first, and in each of them learners
 * by turns, the oldest first. What an IQA left out of a sample comes last.
 */
export function planned(
  plan: SamplingPlan,
  reviews: readonly SampleReview[],
  newAssessors: ReadonlySet<PersonId>,
): { readonly groups: PlanGroup[]; readonly picks: SamplePick[] } {
  const groups = groupsOf(plan, reviews, newAssessors);
  return { groups: groups.map(({ group }) => group), picks: picksOf(groups, reviews) };
}

function groupsOf(plan: SamplingPlan, reviews: readonly SampleReview[], newAssessors: ReadonlySet<PersonId>): Group[] {
  type Open = { assessorId: PersonId; rule: SamplingRule; percent: number; all: number; candidates: Candidate[] };
  const found = new Map<string, Open>();
  for (const review of reviews) {
    const { assessorId, method } = review;
    const open = new Map<string, PlannedConfirmation[]>();
    for (const confirmation of review.confirmations) {
      const { unitRef } = confirmation;
      const { rule, percent } = ruleFor(plan, newAssessors.has(assessorId), { assessorId, method, unitRef });
      const key = keyOf(assessorId, rule);
      const known = found.get(key) ?? { assessorId, rule, percent, all: 0, candidates: [] };
      known.all += 1;
      found.set(key, known);
      if (!confirmation.sampled) open.set(key, [...(open.get(key) ?? []), confirmation]);
    }
    for (const [key, some] of open) found.get(key)?.candidates.push({ review, open: some });
  }
  return [...found]
    .map(([key, { assessorId, rule, percent, all, candidates }]): Group => {
      const required = percentOf(percent, all);
      const sampled = all - candidates.reduce((sum, { open }) => sum + open.length, 0);
      const outstanding = Math.max(0, required - sampled);
      return {
        key,
        candidates,
        group: { assessorId, rule, percent, confirmations: all, required, sampled, outstanding },
      };
    })
    .sort((a, b) => compare(a.key, b.key));
}

function picksOf(groups: readonly Group[], reviews: readonly SampleReview[]): SamplePick[] {
  const begun = reviews.filter((review) => review.confirmations.some((each) => each.sampled));
  const picked = new Map<SampleReview, SamplePick>();
  for (const { group, candidates } of groups) {
    if (group.outstanding === 0) continue;
    // What was picked for a rule before brings some of this one too.
    let missing = candidates.reduce(
      (left, { review, open }) => (picked.has(review) ? left - open.length : left),
      group.outstanding,
    );
    for (const { review, open, because } of ranked(candidates, begun)) {
      if (missing <= 0) break;
      if (picked.has(review)) continue;
      missing -= open.length;
      picked.set(review, { ...pickOf(review), rule: group.rule, percent: group.percent, because });
    }
  }
  return [...picked.values()].sort(
    (a, b) =>
      b.percent - a.percent ||
      compare(a.at, b.at) ||
      compare(a.evidenceId, b.evidenceId) ||
      compare(a.assessorId, b.assessorId),
  );
}

function pickOf({ confirmations, ...review }: SampleReview) {
  const open = confirmations.filter((each) => !each.sampled);
  return { ...review, criterionIds: open.map((each) => each.criterionId).sort(compare), at: firstAt(open) };
}

/** Method and units of a review: what a fair sample spreads over. */
const kindOf = ({ method, confirmations }: SampleReview): string =>
  `${method} ${[...new Set(confirmations.map((each) => each.unitRef))].sort(compare).join(' ')}`;

/** Gives out turns: the first of a sort is 0, or as many as are sampled of that sort already. */
function turns(begun: readonly SampleReview[], sortOf: (review: SampleReview) => string) {
  const next = new Map<string, number>();
  const take = (review: SampleReview): number => {
    const turn = next.get(sortOf(review)) ?? 0;
    next.set(sortOf(review), turn + 1);
    return turn;
  };
  for (const review of begun) take(review);
  return take;
}

/** The candidates of one rule and assessor in the order in which they are picked. */
function ranked(candidates: readonly Candidate[], begun: readonly SampleReview[]) {
  const assessorId = candidates[0]?.review.assessorId;
  const own = begun.filter((review) => review.assessorId === assessorId);
  const learnerTurn = turns(own, (review) => review.learnerId);
  const kindTurn = turns(own, kindOf);
  const byAge = candidates
    .map((candidate) => ({ ...candidate, at: firstAt(candidate.open) }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.review.evidenceId, b.review.evidenceId));
  const [again, others] = split(byAge, ({ open }) => open.some((each) => each.again));
  const [leftOut, fresh] = split(others, ({ review }) => review.confirmations.some((each) => each.sampled));
  const byTurn = fresh
    .map((candidate, age) => ({ candidate, age, learner: learnerTurn(candidate.review) }))
    .sort((a, b) => a.learner - b.learner || a.age - b.age)
    .map((each, order) => ({ ...each, order, kind: kindTurn(each.candidate.review) }))
    .sort((a, b) => a.kind - b.kind || a.order - b.order);
  const because = (some: readonly Candidate[], reason: PickReason) =>
    some.map((each) => ({ ...each, because: reason }));
  return [
    ...because(again, 'again'),
    ...byTurn.map(({ candidate, kind }) => ({
      ...candidate,
      because: kind === 0 ? ('firstOfKind' as const) : ('leastSampled' as const),
    })),
    ...because(leftOut, 'leftOut'),
  ];
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
