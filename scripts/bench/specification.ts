import { type Specification, withCriterionIds } from '../../shared/domain/qualification.ts';

const perOutcome = 5;
const perUnit = 30;
const text =
  'Explain how the organisation’s policies and procedures affect what is offered to a customer, and give examples from own practice';

/** A specification with that many criteria: 30 in a unit, 5 in an outcome, worded at the length that real ones have. */
export function aSpecification(number: string, criteria: number): Specification {
  const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const units = range(Math.ceil(criteria / perUnit)).map((unit) => {
    const inUnit = Math.min(perUnit, criteria - unit * perUnit);
    return {
      ref: String(201 + unit),
      title: `Deliver customer service, part ${unit + 1}`,
      mandatory: unit < 4,
      credit: 5,
      outcomes: range(Math.ceil(inUnit / perOutcome)).map((outcome) => ({
        ref: String(outcome + 1),
        title: `Understand how to deliver service, aspect ${outcome + 1}`,
        criteria: range(Math.min(perOutcome, inUnit - outcome * perOutcome)).map((criterion) => ({
          ref: `${outcome + 1}.${criterion + 1}`,
          text: `${text} (${outcome + 1}.${criterion + 1})`,
        })),
      })),
    };
  });
  return {
    number,
    title: 'Diploma in Customer Service',
    level: 2,
    awardingOrganisation: 'Northfield Awards',
    version: '1',
    units: withCriterionIds(units),
  };
}
