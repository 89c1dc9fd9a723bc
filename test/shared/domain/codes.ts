import { expect } from 'chai';
import type { Decision, DenialCode } from '../../../shared/domain/decision.ts';

/** What a table expects of a rule: `ok`, or the code of its "no". */
export type Outcome = 'ok' | DenialCode;

const outcomeOf = (decision: Decision): Outcome => (decision.allowed ? 'ok' : decision.code);

/** Expects an outcome from a rule's answer; says which was wanted. */
export const expectOutcome = (decision: Decision, outcome: Outcome): void => {
  expect(outcomeOf(decision)).to.equal(outcome);
};
