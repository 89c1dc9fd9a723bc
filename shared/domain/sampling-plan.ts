import { type Method, methods } from './evidence.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

/** How much of whose confirmations an IQA samples (R9). All percentages are whole numbers from 0 to 100. */
export type SamplingPlan = {
  /** Of confirmations that nothing below names. */
  readonly percent: number;
  readonly assessors: ReadonlyArray<{ readonly assessorId: PersonId; readonly percent: number }>;
  readonly methods: ReadonlyArray<{ readonly method: Method; readonly percent: number }>;
  readonly units: ReadonlyArray<{ readonly unitRef: string; readonly percent: number }>;
  /** An assessor is new for so many months after their first confirmation, and while they have made fewer than so many. */
  readonly newAssessor: { readonly months: number; readonly confirmations: number };
};

/** What applies until an IQA decides otherwise. */
export const usualPlan: SamplingPlan = {
  percent: 25,
  assessors: [],
  methods: [],
  units: [],
  newAssessor: { months: 6, confirmations: 20 },
};

/** Why a confirmation is sampled to its percentage. */
export type SamplingRule =
  | { readonly kind: 'newAssessor' }
  | { readonly kind: 'assessor' }
  | { readonly kind: 'method'; readonly method: Method }
  | { readonly kind: 'unit'; readonly unitRef: string }
  | { readonly kind: 'usual' };

/** What an assessor has done so far: when they first confirmed something, and how much they have. */
export type Experience = { readonly first: Instant; readonly confirmations: number };

/** Whether an assessor counts as new: for the first months, and until they have confirmed enough. */
export const isNew = ({ first, confirmations }: Experience, plan: SamplingPlan, now: Instant): boolean =>
  confirmations < plan.newAssessor.confirmations || first > monthsBefore(now, plan.newAssessor.months);

/** The same moment so many months earlier; the last day of the month where it has no such day. */
export function monthsBefore(now: Instant, months: number): Instant {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}

/** So much of a number, rounded up to whole ones. */
export const percentOf = (percent: number, of: number): number => Math.ceil((percent * of) / 100);

/**
 * The rule that a confirmation is sampled by: everything of a new assessor; else of what names its assessor, method or
 * unit the highest percentage; else the usual one.
 */
export function ruleFor(
  plan: SamplingPlan,
  newAssessor: boolean,
  { assessorId, method, unitRef }: { readonly assessorId: PersonId; readonly method: Method; readonly unitRef: string },
): { readonly rule: SamplingRule; readonly percent: number } {
  if (newAssessor) return { rule: { kind: 'newAssessor' }, percent: 100 };
  const named: Array<{ rule: SamplingRule; percent: number }> = [
    ...plan.assessors
      .filter((each) => each.assessorId === assessorId)
      .map(({ percent }) => ({ rule: { kind: 'assessor' as const }, percent })),
    ...plan.methods
      .filter((each) => each.method === method)
      .map(({ percent }) => ({ rule: { kind: 'method' as const, method }, percent })),
    ...plan.units
      .filter((each) => each.unitRef === unitRef)
      .map(({ percent }) => ({ rule: { kind: 'unit' as const, unitRef }, percent })),
  ];
  const [first, ...others] = named;
  if (!first) return { rule: { kind: 'usual' }, percent: plan.percent };
  return others.reduce((highest, each) => (each.percent > highest.percent ? each : highest), first);
}

/** The percentages of a plan in the order of the specification and of the methods, so that equal plans look equal. */
export function inOrder(plan: SamplingPlan, unitRefs: readonly string[]): SamplingPlan {
  return {
    ...plan,
    assessors: [...plan.assessors].sort((a, b) => (a.assessorId < b.assessorId ? -1 : 1)),
    methods: [...plan.methods].sort((a, b) => methods.indexOf(a.method) - methods.indexOf(b.method)),
    units: [...plan.units].sort((a, b) => unitRefs.indexOf(a.unitRef) - unitRefs.indexOf(b.unitRef)),
  };
}
