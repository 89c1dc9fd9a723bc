import type { GradeService, RosterService } from '../lti-ports.ts';
import type { Clock, Stores } from '../ports.ts';
import type { LineItems } from './line-items.ts';

/** The steps of publishing one score, each named so that a test can stop the process right after it. */
export const publishSteps = [
  'leased',
  'columnReady',
  'compared',
  'announced',
  'answered',
  'recorded',
  'settled',
] as const;
export type PublishStep = (typeof publishSteps)[number];

export type PublishDeps = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly grades: GradeService;
  readonly lineItems: LineItems;
  /** Who is enrolled; null where this installation does not ask. */
  readonly roster: RosterService | null;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
  /** How long one call to a platform may take, in milliseconds. */
  readonly callTimeout: number;
  /** Called after each step of each score. */
  readonly onStep?: (step: PublishStep) => void;
};

/** A signal for one call to a platform: it ends with the caller, or when the call took too long. */
export const callSignal = (deps: PublishDeps, signal: AbortSignal | undefined): AbortSignal => {
  const deadline = AbortSignal.timeout(deps.callTimeout);
  return signal ? AbortSignal.any([deadline, signal]) : deadline;
};

export const instantIn = (clock: Clock, milliseconds: number): string =>
  new Date(clock.now() + milliseconds).toISOString();
