import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { criteriaUnder, withCriterionIds } from '../../../shared/domain/qualification.ts';

const text = z.string().regex(/^\S(.*\S)?$/);
const specificationSchema = z.strictObject({
  number: text,
  title: text,
  level: z.number().int().min(1).max(8),
  awardingOrganisation: text,
  version: text,
  units: z.array(
    z.strictObject({
      ref: z.string().regex(/^\d{3}$/),
      title: text,
      mandatory: z.boolean(),
      credit: z.number().int().positive(),
      outcomes: z.array(
        z.strictObject({
          ref: z.string().regex(/^\d$/),
          title: text,
          criteria: z.array(z.strictObject({ ref: text, text })).min(1),
        }),
      ),
    }),
  ),
});

const file = join(__dirname, '../../../lti-tool/store/sample/customer-service.json');
const specification = specificationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const { units } = specification;
const noneTwice = (list: readonly string[]): void => {
  expect(new Set(list).size).to.equal(list.length);
};

describe('the sample qualification', () => {
  it('is the Level 2 Diploma in Customer Service', () => {
    const { units: _, ...head } = specification;
    expect(head).to.deep.equal({
      number: '601/3562/1',
      title: 'Diploma in Customer Service L2 (QCF) (C&G)',
      level: 2,
      awardingOrganisation: 'City & Guilds',
      version: '1',
    });
  });

  it('has six units, mandatory and optional, each with two to four outcomes', () => {
    expect(units).to.have.length(6);
    expect(units.filter((unit) => unit.mandatory)).to.have.length.within(1, 5);
    for (const unit of units) expect(unit.outcomes).to.have.length.within(2, 4);
  });

  it('has about eighty criteria, each with an id of its own', () => {
    const criteria = criteriaUnder({ units: withCriterionIds(units) });
    expect(criteria).to.have.length.within(75, 90);
    noneTwice(criteria.map((criterion) => criterion.id));
  });

  it('uses no ref and no wording twice', () => {
    noneTwice(units.map((unit) => unit.ref));
    for (const unit of units) noneTwice(unit.outcomes.map((outcome) => outcome.ref));
    const outcomes = units.flatMap((unit) => unit.outcomes);
    noneTwice([...units, ...outcomes].map(({ title }) => title));
    noneTwice(outcomes.flatMap((outcome) => outcome.criteria.map((criterion) => criterion.text)));
  });

  it('numbers outcomes from 1 and criteria after their outcome', () => {
    for (const { outcomes } of units) {
      for (const [index, outcome] of outcomes.entries()) {
        expect(outcome.ref).to.equal(`${index + 1}`);
        const refs = outcome.criteria.map((criterion) => criterion.ref);
        expect(refs).to.deep.equal(refs.map((_, place) => `${outcome.ref}.${place + 1}`));
      }
    }
  });
});
