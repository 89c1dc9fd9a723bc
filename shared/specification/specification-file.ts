import { z } from 'zod';
import { type Specification, withCriterionIds } from '../domain/qualification.ts';
import { importTexts as texts } from '../texts/importing.ts';

const ref = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/, texts.badRef);
const text = (most: number) => z.string(texts.notText).trim().min(1, texts.missing).max(most, texts.tooLong(most));
const unique = <T extends { readonly ref: string }>(items: readonly T[]): boolean =>
  new Set(items.map((item) => item.ref)).size === items.length;
const twice = { error: texts.refTwice };

const levels = texts.badLevel;

const outcome = z.object({
  ref,
  title: text(300),
  criteria: z.array(z.object({ ref, text: text(2_000) })).min(1),
});
const unit = z
  .object({
    ref,
    title: text(300),
    mandatory: z.boolean(),
    credit: z.int(texts.badCredit).nonnegative(texts.badCredit).nullable(),
    outcomes: z.array(outcome).min(1).refine(unique, twice),
  })
  .refine(({ outcomes }) => unique(outcomes.flatMap(({ criteria }) => criteria)), {
    error: texts.criterionRefTwice,
  });
/** Criteria of one qualification: no more can be ticked at once either. */
const mostCriteria = 2_000;
const schema = z.object({
  number: text(40),
  title: text(300),
  level: z.int(levels).min(0, levels).max(8, levels),
  awardingOrganisation: text(200),
  version: text(40),
  units: z
    .array(unit)
    .min(1)
    .max(200)
    .refine(unique, twice)
    .refine(
      (units) => units.flatMap(({ outcomes }) => outcomes.flatMap(({ criteria }) => criteria)).length <= mostCriteria,
      {
        error: texts.tooMany(mostCriteria),
      },
    ),
});

/** What is wrong, and where: `['units', 0, 'title']`. */
export type SpecificationIssue = { readonly path: ReadonlyArray<string | number>; readonly message: string };

/** A specification from plain values, each criterion with its id; or every fault with its place. */
export function checkSpecification(value: unknown): Specification | readonly SpecificationIssue[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ...parsed.data, units: withCriterionIds(parsed.data.units) };
  return parsed.error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message,
  }));
}

/** A specification file is not as it should be; the message lists every fault with its place. */
export class SpecificationError extends Error {
  override readonly name = 'SpecificationError';
}

/**
 * Reads a specification from parsed JSON (units, outcomes and criteria with refs).
 * @throws SpecificationError
 */
export function specificationFrom(json: unknown): Specification {
  const checked = checkSpecification(json);
  if ('units' in checked) return checked;
  throw new SpecificationError(
    checked.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`).join('\n'),
  );
}
