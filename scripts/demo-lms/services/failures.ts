/** The parts of the LMS that can be told to fail. */
export const failableServices = ['token', 'scores', 'lineitems', 'results', 'nrps', 'jwks', 'auth'] as const;
export type FailableService = (typeof failableServices)[number];

/**
 * How a service fails: with a status, by never answering (`hang`), by cutting the connection before the request has any
 * effect (`reset`) or after it (`lose-reply`), or by answering 200 to a score it throws away (`drop`).
 */
export type FailHow =
  | { status: number; retryAfterSeconds?: number; rateLimitRemaining?: number }
  | 'hang'
  | 'reset'
  | 'lose-reply'
  | 'drop';

export interface FailPlan {
  on: FailableService;
  how: FailHow;
  /** How many requests fail; without it, all until `recover()`. */
  times?: number;
}

/** The failures that are planned and not yet used up. */
export interface Failures {
  /** Replaces the plan for that service. @throws RangeError when `drop` is asked of anything but scores. */
  plan(plan: FailPlan): void;
  recover(): void;
  /** How this request fails, counting it; null when it should work. */
  take(service: FailableService): FailHow | null;
  planned(): FailPlan[];
}

export function makeFailures(): Failures {
  const plans = new Map<FailableService, FailPlan>();
  return {
    plan(plan) {
      if (plan.how === 'drop' && plan.on !== 'scores') throw new RangeError('Only scores can be dropped.');
      plans.set(plan.on, { ...plan });
    },
    recover: () => plans.clear(),
    take(service) {
      const plan = plans.get(service);
      if (!plan) return null;
      if (plan.times !== undefined) {
        plan.times -= 1;
        if (plan.times <= 0) plans.delete(service);
      }
      return plan.how;
    },
    planned: () => [...plans.values()].map((plan) => ({ ...plan })),
  };
}
