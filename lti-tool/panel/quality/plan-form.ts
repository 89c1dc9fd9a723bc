import type { SamplingPlanView } from '../../../shared/api/quality-views.ts';
import { type Method, methods } from '../../../shared/domain/evidence.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';

/** A plan while it is edited: every field as typed; empty for "as usual". */
export type PlanForm = {
  readonly percent: string;
  readonly assessors: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly months: string;
  readonly confirmations: string;
};

export const planForm = (plan: SamplingPlanView): PlanForm => ({
  percent: String(plan.percent),
  assessors: Object.fromEntries(plan.assessors.map((each) => [each.assessorId, String(each.percent)])),
  methods: Object.fromEntries(plan.methods.map((each) => [each.method, String(each.percent)])),
  units: Object.fromEntries(plan.units.map((each) => [each.unitRef, String(each.percent)])),
  months: String(plan.newAssessor.months),
  confirmations: String(plan.newAssessor.confirmations),
});

const filled = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .filter(([, text]) => text.trim() !== '')
    .map(([key, text]) => ({ key, percent: Number(text) }));

/** How many fields of a group are filled in. */
export const filledCount = (fields: Readonly<Record<string, string>>): number => filled(fields).length;

/** The plan of a form whose fields the browser has checked. */
export const planOf = (form: PlanForm): SamplingPlanView => ({
  percent: Number(form.percent),
  assessors: filled(form.assessors).map(({ key, percent }) => ({ assessorId: key as PersonId, percent })),
  methods: filled(form.methods)
    .filter(({ key }) => (methods as readonly string[]).includes(key))
    .map(({ key, percent }) => ({ method: key as Method, percent })),
  units: filled(form.units).map(({ key, percent }) => ({ unitRef: key, percent })),
  newAssessor: { months: Number(form.months), confirmations: Number(form.confirmations) },
});
